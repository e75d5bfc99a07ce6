/** The outbox: every message, how far it is, what failed, and what may be done about it. */
import { judgeResend, judgeWithdrawal, type MessageState } from "../domain/desk/delivery.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import type { Result } from "../domain/values/result.ts";
import { listOutboxCounts, listOutboxLines, type OutboxLine } from "../store/outbox-rows.ts";
import { cursorOf, readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { sendingOf } from "./plan-page.ts";

export type OutboxAsked = {
  readonly state?: MessageState | undefined;
  readonly customer?: CustomerId | undefined;
  readonly cursor?: string | undefined;
  readonly size: number;
};

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A window of messages, and how many there are in each state. */
export async function viewOutbox(sight: Sight, asked: OutboxAsked) {
  const { tx, creditor } = sight;
  const found = await listOutboxLines(tx, creditor.id, {
    state: asked.state ?? null,
    customer: asked.customer ?? null,
    after: readCursor(asked.cursor, MOMENT),
    size: asked.size,
  });
  const lines = found.slice(0, asked.size);
  const last = lines.at(-1);
  const goesOn = found.length > lines.length && last !== undefined;
  return {
    rows: lines.map((line) => shownLine(sight, line)),
    next: goesOn ? cursorOf({ key: last.queuedAt, id: last.id }) : null,
    counts: sendingOf(await listOutboxCounts(tx, creditor.id)),
    testMode: creditor.testMode,
  };
}

/** The rule asks for a reason; whether there is one, the form knows. */
const SOME_REASON = "-";

const verdict = <Refusal>(judged: Result<null, Refusal>): true | Refusal =>
  judged.ok ? true : judged.refusal;

function shownLine(sight: Sight, line: OutboxLine) {
  const { customer, customerNumber, customerName, grade, ...message } = line;
  const may = sight.may("outbox:resend");
  return {
    ...message,
    customer: { id: customer, number: customerNumber, name: customerName, grade },
    can: {
      resend: both(may, verdict(judgeResend(message, SOME_REASON))),
      withdraw: both(may, verdict(judgeWithdrawal(message, SOME_REASON))),
    },
  };
}

/** Payments that came back: what opened again, what the customer was told, who took notice. */
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  countReturned,
  listReturnedLines,
  type ReturnedLine,
  type StoredReopened,
} from "../store/returned-payments.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOrNobody, loadReceipts, type ShownReceipt } from "./receipt-brief.ts";
import { MOMENT_KEY, windowOf } from "./windowed.ts";

const reopened = ({ item: id, kind, number, minor, currency, dueOn }: StoredReopened) => ({
  item: { id, kind, number },
  amount: money(BigInt(minor), currency),
  dueOn,
});

const SEEN = { code: "return_seen_already" } as const;

export function shownReturned(sight: Sight, line: ReturnedLine, receipt: ShownReceipt) {
  const { id, kind, currency, receivedOn, returnedOn, reasonCode, reasonText } = line;
  const { chargeItem, chargeNumber, chargeClause, recordedBy, recordedAt, seenBy, seenAt } = line;
  const { message, messageNumber, messageState } = line;
  return {
    ...{ id, receipt, customer: customerOrNobody(line), kind },
    amount: money(line.amount, currency),
    ...{ receivedOn, returnedOn, reasonCode, reasonText },
    charge: line.charge === 0n ? null : money(line.charge, currency),
    chargeItem: chargeItem === null ? null : { id: chargeItem, number: chargeNumber ?? "" },
    chargeClause,
    reopened: line.reopened.map(reopened),
    ...{ recordedBy, recordedAt },
    message:
      message === null
        ? null
        : { id: message, number: messageNumber ?? "", state: messageState ?? "" },
    seen: seenBy === null || seenAt === null ? null : { by: seenBy, at: seenAt },
    can: { see: both(sight.may("contact:log"), seenBy === null ? true : SEEN) },
  };
}

export type ReturnedWanted = {
  readonly customer?: CustomerId | undefined;
  readonly show: "all" | "unseen";
  readonly after?: string | undefined;
  readonly size: number;
};

/** A window, the latest recorded first. */
export async function viewReturned(sight: Sight, wanted: ReturnedWanted) {
  const { tx, creditor } = sight;
  const { size } = wanted;
  const customer = wanted.customer ?? null;
  const found = await listReturnedLines(tx, creditor.id, {
    customer,
    unseen: wanted.show === "unseen",
    after: readCursor(wanted.after, MOMENT_KEY),
    size,
  });
  const { rows, next } = windowOf(found, size, ({ recordedAt }) => recordedAt);
  const receipts = await loadReceipts(
    sight,
    rows.map(({ receipt }) => receipt),
  );
  return {
    rows: rows.map((line) => shownReturned(sight, line, receipts(line.receipt))),
    next,
    counts: await countReturned(tx, creditor.id, customer),
  };
}

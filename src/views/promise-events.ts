/** Promises on the timeline: taken by whom, from whom and how; each move with its reason. */
import type { CustomerId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { listPromiseEvents, type PromiseEvent } from "../store/promise-events.ts";
import type { PromiseLine } from "../store/promise-rows.ts";
import type { Sight } from "./look.ts";

/** What happened with these promises; moves at most `limit`. */
export async function viewPromiseEvents(
  { tx, creditor }: Sight,
  customer: CustomerId,
  promises: readonly PromiseLine[],
  limit: number,
) {
  const moves = await listPromiseEvents(tx, creditor.id, customer, limit);
  const told = new Set(moves.map(({ promise }) => promise));
  return [
    ...promises.map(takenEvent),
    ...moves.map(movedEvent),
    ...promises.filter(({ id }) => !told.has(id)).flatMap(judgedBefore),
  ];
}

const takenEvent = (line: PromiseLine) => ({
  ...{ kind: "promise_taken" as const, id: line.id, day: line.takenOn, at: line.takenAt },
  ...{ amount: money(line.amount, line.currency), payOn: line.payOn },
  takenFrom: line.contactName ?? line.takenFrom,
  ...{ channel: line.channel, note: line.note, by: line.takenBy },
  /** It took the place of an earlier one. */
  renegotiated: line.replaces !== null,
  overruledReason: line.overruledReason,
});

const movedEvent = (event: PromiseEvent) => ({
  ...{ kind: "promise_judged" as const, id: event.id, day: event.day, at: event.at },
  ...{ amount: money(event.amount, event.currency), came: money(event.came, event.currency) },
  ...{ payOn: event.payOn, was: event.was as string, state: event.state as string },
  ...{ reason: event.reason, by: event.actor },
});

/** Of a promise judged before moves were kept only the last is known. */
const judgedBefore = (line: PromiseLine) =>
  line.judgedOn === null
    ? []
    : [
        {
          ...{ kind: "promise_judged" as const, id: line.id, day: line.judgedOn, at: null },
          ...{ amount: money(line.amount, line.currency), came: null, payOn: line.payOn },
          ...{ was: "open", state: line.state as string, reason: line.endReason, by: line.endedBy },
        },
      ];

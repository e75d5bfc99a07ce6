/** The end of a dispute inside a verb's transaction: its parts, its thread, its tasks. */
import { type ClosingOutcome, outcomeOf } from "../domain/desk/dispute-closing.ts";
import { type DisputeParts, partsClosed } from "../domain/desk/dispute-parts.ts";
import type { ItemId } from "../domain/values/ids.ts";
import { type Money, subtract } from "../domain/values/money.ts";
import { type LockedDispute, updateCreditsTaken, updateDisputeClosed } from "../store/disputes.ts";
import type { Context } from "./action.ts";
import { tellDispute } from "./dispute-desk.ts";
import { endTasksOf } from "./end-tasks.ts";

export type Ending = {
  readonly outcome: ClosingOutcome;
  readonly said: string | null;
  /** What is credited with it, and by which credit memo; none: an amount of nothing. */
  readonly credit: Money;
  readonly creditItem: { readonly id: ItemId; readonly number: string } | null;
};

/** Closes a locked, open dispute; what was disputed and is not credited is chased again. */
export async function endDispute(
  context: Context,
  dispute: LockedDispute,
  standing: DisputeParts,
  { outcome: chosen, said, credit, creditItem }: Ending,
): Promise<void> {
  const { tx, creditorId, today, now, actor } = context;
  const parts = partsClosed(standing, credit);
  const outcome = outcomeOf(chosen, parts);
  const by = { on: today, at: now, by: actor.name, byId: actor.user };
  const { id, item } = dispute;
  const credited = creditItem?.id ?? null;
  await updateDisputeClosed(tx, creditorId, id, { outcome, parts, creditItem: credited, ...by });
  await updateCreditsTaken(tx, creditorId, item, {
    credited: subtract(parts.credited, dispute.credited),
    writtenOff: subtract(parts.writtenOff, dispute.writtenOff),
  });
  const number = creditItem === null ? {} : { creditNumber: creditItem.number };
  const facts = { outcome, credited: String(credit.minor), ...number };
  await tellDispute(context, dispute, "closed", said, facts);
  await endTasksOf(context, { subject: id, state: "done", outcome: said });
}

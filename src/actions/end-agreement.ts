/** Ends an agreement without its having been fulfilled: its tasks and its approval fall with it. */
import type { AgreementState } from "../domain/desk/agreement.ts";
import { type AgreementRow, updateFollowed } from "../store/agreements.ts";
import type { Context } from "./action.ts";
import { endTasksOf } from "./end-tasks.ts";

/** Writes the end with its reason; the customer is locked. */
export async function endAgreement(
  context: Context,
  agreement: AgreementRow,
  state: AgreementState,
  reason: string | null,
): Promise<void> {
  const { tx, creditorId, today } = context;
  const { id, missed, entry } = agreement;
  const end = { state, missed, entry, judgeOn: null, endedOn: today, endReason: reason };
  await updateFollowed(tx, creditorId, id, end);
  await endTasksOf(context, { subject: id, state: "cancelled", outcome: reason });
}

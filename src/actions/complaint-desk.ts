/** What the verbs on a complaint share: its customer and itself, locked. */
import type { ComplaintId } from "../domain/values/ids.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findComplaint, lockComplaint, type StandingComplaint } from "../store/complaints.ts";
import type { Context } from "./action.ts";

export type ComplaintNotFound = { readonly code: "complaint_not_found" };

/** Null when there is none in reach. */
export async function lockStandingComplaint(
  { tx, creditorId }: Context,
  id: ComplaintId,
): Promise<StandingComplaint | null> {
  const found = await findComplaint(tx, creditorId, id);
  if (found === null) return null;
  if ((await lockCustomer(tx, creditorId, found.customer)) === null) return null;
  return lockComplaint(tx, creditorId, id);
}

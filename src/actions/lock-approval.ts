/** Locks an approval for whoever decides on it: its customer first, as every action does. */
import type { ApprovalId } from "../domain/values/ids.ts";
import { type ApprovalLine, findApproval, lockApproval } from "../store/approvals.ts";
import { lockOneQuietly } from "../store/quiet-locks.ts";
import type { Context } from "./action.ts";

/** Null when there is none, or its customer is out of reach. */
export async function lockWaiting(
  { tx, creditorId }: Context,
  id: ApprovalId,
): Promise<ApprovalLine | null> {
  const seen = await findApproval(tx, creditorId, id);
  if (seen === null) return null;
  if (!(await lockOneQuietly(tx, creditorId, seen.customer))) return null;
  return await lockApproval(tx, creditorId, id);
}

/** An approval as its rules see it. */
export const standingApproval = ({ state, roles, requestedBy, requestedById }: ApprovalLine) => ({
  state,
  roles,
  requestedBy: { name: requestedBy, user: requestedById },
});

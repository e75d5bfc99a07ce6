/** Opens an approval inside the transaction of a caller that has locked the customer. */
import {
  type ApprovalOffer,
  type ApprovalRefusal,
  decidersOf,
  judgeApprovalOffer,
} from "../domain/desk/approval.ts";
import type { Role } from "../domain/desk/permission.ts";
import { type Policy, parsePolicy } from "../domain/strategy/policy.ts";
import { USUAL_APPROVALS } from "../domain/strategy/policy-approvals.ts";
import { USUAL_ESCALATION } from "../domain/strategy/policy-escalation.ts";
import type { ApprovalId, CreditorId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { hasApprovalWaiting, insertApproval } from "../store/approvals.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";
import type { Context } from "./action.ts";

type Ladders = Pick<Policy, "approvals" | "escalation">;

/** The rules in force; the usual ones where no policy is published, or none that can be read. */
export async function loadLadders(tx: Executor, creditor: CreditorId): Promise<Ladders> {
  const stored = await findPolicy(tx, creditor);
  const parsed = stored === null ? null : parsePolicy(stored.body);
  return parsed?.ok ? parsed.value : { approvals: USUAL_APPROVALS, escalation: USUAL_ESCALATION };
}

/**
 * Asks in the name of who acts. The roles that decide are frozen with it. Refused while the same
 * waits for the same subject.
 */
export async function openApproval(
  { tx, creditorId, today, now, actor, newId }: Context,
  offer: ApprovalOffer,
): Promise<Result<{ readonly id: ApprovalId; readonly roles: readonly Role[] }, ApprovalRefusal>> {
  const judged = judgeApprovalOffer(offer);
  if (!judged.ok) return judged;
  if (await hasApprovalWaiting(tx, creditorId, offer)) {
    return refuse({ code: "approval_waits_already", kind: offer.kind });
  }
  const { approvals } = await loadLadders(tx, creditorId);
  const { roles, because } = decidersOf(judged.value, approvals);
  const id = newId<ApprovalId>();
  const requested = { requestedOn: today, requestedAt: now, requestedBy: actor.name };
  const asked = { ...requested, requestedById: actor.user };
  await insertApproval(tx, creditorId, { ...judged.value, id, roles, because, ...asked });
  return ok({ id, roles });
}

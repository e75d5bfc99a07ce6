/** Takes back what one asked for, while nobody has decided. */
import { type DecisionRefusal, judgeWithdrawalOf } from "../domain/desk/approval.ts";
import type { ApprovalId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateApprovalDecided, updateApprovalsFallen } from "../store/approvals.ts";
import { type Context, defineAction } from "./action.ts";
import { lockWaiting, standingApproval } from "./lock-approval.ts";

type Refusal =
  | DecisionRefusal
  | { readonly code: "approval_not_found" }
  | { readonly code: "approval_ends_elsewhere" };

export const withdrawApproval = defineAction<
  { readonly id: ApprovalId; readonly reason: string | null },
  { readonly id: ApprovalId },
  Refusal
>({
  name: "withdraw_approval",
  permission: "approval:request",
  async run(context, { id, reason }) {
    const { tx, creditorId, today, now, actor } = context;
    const found = await lockWaiting(context, id);
    if (found === null) return refuse({ code: "approval_not_found" });
    const judged = judgeWithdrawalOf(standingApproval(found), actor);
    if (!judged.ok) return judged;
    if (found.subject !== null) return refuse({ code: "approval_ends_elsewhere" });
    const when = { on: today, at: now, by: actor.name, byId: actor.user };
    await updateApprovalDecided(tx, creditorId, id, { state: judged.value, reason, ...when });
    return ok({ id });
  },
});

/** What waits for this subject falls with it; for callers that have locked its customer. */
export const dropApprovalsOf = (
  { tx, creditorId, today, now, actor }: Context,
  subject: string,
  reason: string | null,
): Promise<number> => {
  const fallen = { on: today, at: now, by: actor.name, byId: actor.user, reason };
  return updateApprovalsFallen(tx, creditorId, subject, fallen);
};

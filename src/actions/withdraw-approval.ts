/** Takes back what one asked for, while nobody has decided; an agreement falls with it. */
import { type DecisionRefusal, judgeWithdrawalOf } from "../domain/desk/approval.ts";
import type { AgreementId, ApprovalId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateApprovalDecided } from "../store/approvals.ts";
import { defineAction } from "./action.ts";
import { isOfAgreement } from "./carry-out-approved.ts";
import type { AgreementRefusal } from "./decide-agreement.ts";
import { lockWaiting, standingApproval } from "./lock-approval.ts";
import { agreementWithdrawn } from "./withdraw-agreement.ts";

type Refusal = DecisionRefusal | AgreementRefusal | { readonly code: "approval_not_found" };

export const withdrawApproval = defineAction<
  { readonly id: ApprovalId; readonly reason: string },
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
    if (isOfAgreement(found.kind)) {
      const agreement = found.subject as AgreementId;
      const fallen = await agreementWithdrawn(context, { id: agreement, reason });
      return fallen.ok ? ok({ id }) : fallen;
    }
    const when = { on: today, at: now, by: actor.name, byId: actor.user };
    await updateApprovalDecided(tx, creditorId, id, { state: judged.value, reason, ...when });
    return ok({ id });
  },
});

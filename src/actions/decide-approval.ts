/** Approves or refuses what another person asked for, and carries out what follows. */
import { type Decision, type DecisionRefusal, judgeDecision } from "../domain/desk/approval.ts";
import type { ApprovalId } from "../domain/values/ids.ts";
import { assert, ok, refuse } from "../domain/values/result.ts";
import { updateApprovalDecided } from "../store/approvals.ts";
import { defineAction } from "./action.ts";
import { type CarryOutRefusal, carryOutDecision } from "./carry-out-approved.ts";
import { lockWaiting, standingApproval } from "./lock-approval.ts";

type Refusal = DecisionRefusal | CarryOutRefusal | { readonly code: "approval_not_found" };

export const decideApproval = defineAction<
  Decision & { readonly id: ApprovalId },
  { readonly id: ApprovalId },
  Refusal
>({
  name: "decide_approval",
  permission: "approval:decide",
  async run(context, { id, ...decision }) {
    const { tx, creditorId, today, now, actor } = context;
    const found = await lockWaiting(context, id);
    if (found === null) return refuse({ code: "approval_not_found" });
    const by = { name: actor.name, user: actor.user, roles: actor.decidesAs };
    const judged = judgeDecision(standingApproval(found), decision, by);
    if (!judged.ok) return judged;
    const when = { on: today, at: now, by: actor.name, byId: actor.user };
    const written = await updateApprovalDecided(tx, creditorId, id, { ...judged.value, ...when });
    assert(written === 1, "an approval that is locked and waits is decided once");
    const carried = await carryOutDecision(context, found, judged.value);
    return carried.ok ? ok({ id }) : carried;
  },
});

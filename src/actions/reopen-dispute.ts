/** Takes a closed dispute up again: what is chased of it rests anew, and the department answers. */
import { routeDispute } from "../domain/desk/dispute.ts";
import { judgeReopening, type ReopenRefusal } from "../domain/desk/dispute-closing.ts";
import type { DisputeId } from "../domain/values/ids.ts";
import { lesser, zero } from "../domain/values/money.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findDisputable, updateDisputeReopened } from "../store/disputes.ts";
import { defineAction } from "./action.ts";
import {
  type DisputeNotFound,
  loadDisputeRules,
  lockStandingDispute,
  openDisputeTask,
  tellDispute,
} from "./dispute-desk.ts";

export const reopenDispute = defineAction<
  { readonly id: DisputeId; readonly reason: string },
  { readonly id: DisputeId },
  ReopenRefusal | DisputeNotFound
>({
  name: "reopen_dispute",
  permission: "dispute:raise",
  async run(context, { id, reason }) {
    const { tx, creditorId, today } = context;
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute } = standing;
    const none = zero(dispute.amount.currency);
    const free = await findDisputable(tx, creditorId, dispute.customer, dispute.item);
    const rest = lesser(dispute.chasedAgain ?? none, free ?? none);
    const { policy, calendar } = await loadDisputeRules(context);
    const closed = { state: dispute.state, closedOn: dispute.closedOn, rest };
    const judged = judgeReopening(closed, reason, policy.reopenDays, today);
    if (!judged.ok) return judged;
    const { answerBy } = routeDispute(dispute, policy, calendar, today);
    await updateDisputeReopened(tx, creditorId, id, answerBy);
    await openDisputeTask(context, { ...dispute, disputed: rest }, "open", answerBy);
    const facts = { amount: String(rest.minor), department: dispute.department, answerBy };
    await tellDispute(context, dispute, "reopened", judged.value, facts);
    return ok({ id });
  },
});

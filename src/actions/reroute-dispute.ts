/** Sends a dispute to another department or person, with a reason; its days begin anew. */
import type { Department } from "../domain/book/dispute-reason.ts";
import { judgeDisputeMove, type MoveRefusal, routeDispute } from "../domain/desk/dispute.ts";
import type { DisputeId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateDisputeRoute } from "../store/disputes.ts";
import { defineAction } from "./action.ts";
import {
  type AssigneeRefusal,
  type DisputeNotFound,
  loadDisputeRules,
  lockStandingDispute,
  mayBeNamed,
  openDisputeTask,
  tellDispute,
} from "./dispute-desk.ts";
import { endTasksOf } from "./end-tasks.ts";

export type RerouteDispute = {
  readonly id: DisputeId;
  readonly department: Department;
  readonly assignee: UserId | null;
  readonly reason: string;
};

export const rerouteDispute = defineAction<
  RerouteDispute,
  { readonly id: DisputeId },
  MoveRefusal | DisputeNotFound | AssigneeRefusal | { readonly code: "reason_missing" }
>({
  name: "reroute_dispute",
  permission: "dispute:raise",
  async run(context, { id, department, assignee, reason }) {
    const { tx, creditorId, today } = context;
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute, parts } = standing;
    const moved = judgeDisputeMove(dispute.state, "reroute");
    if (!moved.ok) return moved;
    const words = reason.trim();
    if (words === "") return refuse({ code: "reason_missing" });
    if (!(await mayBeNamed(context, assignee))) return refuse({ code: "assignee_not_found" });
    const { policy, calendar } = await loadDisputeRules(context);
    const route = { reason: dispute.reason, department };
    const { answerBy } = routeDispute(route, policy, calendar, today);
    await updateDisputeRoute(tx, creditorId, id, { department, assignee, answerBy });
    await endTasksOf(context, { subject: id, state: "cancelled", outcome: words });
    const disputed = parts?.disputed ?? dispute.amount;
    const routed = { ...dispute, department, assignee, disputed };
    await openDisputeTask(context, routed, "open", answerBy);
    await tellDispute(context, dispute, "rerouted", words, { department, answerBy });
    return ok({ id });
  },
});

/** Calls a visit off; the tasks of those who were to go end with it. */
import { judgeVisitMove, type VisitState } from "../domain/desk/visit.ts";
import type { VisitId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateVisitCancelled, updateVisitTasks } from "../store/visits.ts";
import { defineAction } from "./action.ts";
import { lockVisit } from "./report-visit.ts";

type CancelVisit = { readonly visit: VisitId; readonly reason: string };
type Refusal =
  | { readonly code: "visit_not_found" }
  | { readonly code: "visit_not_planned"; readonly state: VisitState };

export const cancelVisit = defineAction<CancelVisit, { readonly id: VisitId }, Refusal>({
  name: "cancel_visit",
  permission: "contact:log",
  async run(context, { visit: id, reason }) {
    const { tx, creditorId, today, now, actor } = context;
    const visit = await lockVisit(context, id);
    if (visit === null) return refuse({ code: "visit_not_found" });
    const moved = judgeVisitMove(visit.state, "cancelled");
    if (!moved.ok) return moved;
    const by = { at: now, by: actor.name };
    await updateVisitCancelled(tx, creditorId, id, { reason, ...by });
    const over = { state: "cancelled" as const, on: today, ...by, outcome: reason };
    await updateVisitTasks(tx, creditorId, id, over);
    return ok({ id });
  },
});

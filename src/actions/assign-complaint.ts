/** Says who looks into a complaint; the task moves to them, its day stays. */
import { mayAnswerComplaint } from "../domain/desk/complaint.ts";
import type { ComplaintId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateComplaintOwner } from "../store/complaints.ts";
import { defineAction } from "./action.ts";
import { type ComplaintNotFound, lockStandingComplaint } from "./complaint-desk.ts";
import { endTasksOf } from "./end-tasks.ts";
import { mayLookInto, openComplaintTask } from "./log-complaint.ts";

type Refusal =
  | ComplaintNotFound
  | { readonly code: "complaint_is_closed" }
  | { readonly code: "complaint_about_owner" }
  | { readonly code: "assignee_not_found" };

export const assignComplaint = defineAction<
  { readonly id: ComplaintId; readonly owner: UserId },
  { readonly id: ComplaintId },
  Refusal
>({
  name: "assign_complaint",
  permission: "complaint:answer",
  async run(context, { id, owner }) {
    const { tx, creditorId } = context;
    const standing = await lockStandingComplaint(context, id);
    if (standing === null) return refuse({ code: "complaint_not_found" });
    const may = mayAnswerComplaint(standing, { user: owner, name: "" });
    if (!may.ok) {
      const about = may.refusal.code === "complaint_about_yourself";
      return refuse({ code: about ? "complaint_about_owner" : "complaint_is_closed" });
    }
    if (!(await mayLookInto(context, owner))) return refuse({ code: "assignee_not_found" });
    await updateComplaintOwner(tx, creditorId, id, owner);
    await endTasksOf(context, { subject: id, state: "cancelled", outcome: null });
    await openComplaintTask(context, { ...standing, owner });
    return ok({ id });
  },
});

/** Answers a complaint and closes it; whoever it is about can't. */
import {
  type AnswerRefusal,
  type ComplaintAnswer,
  judgeComplaintAnswer,
} from "../domain/desk/complaint.ts";
import type { ComplaintId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateComplaintClosed } from "../store/complaints.ts";
import { defineAction } from "./action.ts";
import { type ComplaintNotFound, lockStandingComplaint } from "./complaint-desk.ts";
import { endTasksOf } from "./end-tasks.ts";

export const answerComplaint = defineAction<
  ComplaintAnswer & { readonly id: ComplaintId },
  { readonly id: ComplaintId },
  AnswerRefusal | ComplaintNotFound
>({
  name: "answer_complaint",
  permission: "complaint:answer",
  async run(context, { id, ...given }) {
    const { tx, creditorId, today, now, actor } = context;
    const standing = await lockStandingComplaint(context, id);
    if (standing === null) return refuse({ code: "complaint_not_found" });
    const judged = judgeComplaintAnswer(standing, given, actor);
    if (!judged.ok) return judged;
    const by = { on: today, at: now, by: actor.name, byId: actor.user };
    await updateComplaintClosed(tx, creditorId, id, { ...judged.value, ...by });
    await endTasksOf(context, { subject: id, state: "done", outcome: judged.value.answer });
    return ok({ id });
  },
});

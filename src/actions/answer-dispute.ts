/** The department answers a dispute; now the desk decides. An answer may be added to. */
import { decideBy, judgeDisputeMove, type MoveRefusal } from "../domain/desk/dispute.ts";
import type { AttachmentId, DisputeId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateDisputeAnswered } from "../store/disputes.ts";
import { defineAction } from "./action.ts";
import { type BindAttachmentsRefusal, bindAttachments } from "./bind-attachments.ts";
import {
  type DisputeNotFound,
  loadDisputeRules,
  lockStandingDispute,
  openDisputeTask,
  tellDispute,
} from "./dispute-desk.ts";
import { endTasksOf } from "./end-tasks.ts";

export const answerDispute = defineAction<
  {
    readonly id: DisputeId;
    readonly said: string;
    readonly attachments?: readonly AttachmentId[];
  },
  { readonly id: DisputeId },
  MoveRefusal | DisputeNotFound | BindAttachmentsRefusal | { readonly code: "reason_missing" }
>({
  name: "answer_dispute",
  permission: "dispute:answer",
  async run(context, { id, said, attachments = [] }) {
    const { tx, creditorId, today } = context;
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute, parts } = standing;
    const moved = judgeDisputeMove(dispute.state, "answer");
    if (!moved.ok) return moved;
    const words = said.trim();
    if (words === "") return refuse({ code: "reason_missing" });
    const to = { subject: "dispute" as const, subjectId: id };
    const bound = await bindAttachments(context, dispute.customer, attachments, to);
    if (!bound.ok) return bound;
    await updateDisputeAnswered(tx, creditorId, id, today);
    await tellDispute(context, dispute, "answered", words, { department: dispute.department });
    if (dispute.state === "open") {
      await endTasksOf(context, { subject: id, state: "done", outcome: words });
      const { policy, calendar } = await loadDisputeRules(context);
      const disputed = parts?.disputed ?? dispute.amount;
      const dueOn = decideBy(policy, calendar, today);
      await openDisputeTask(context, { ...dispute, disputed }, "answered", dueOn);
    }
    return ok({ id });
  },
});

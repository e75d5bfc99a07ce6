/** The department answers a dispute; now the desk decides. An answer may be added to. */
import { decideBy, judgeDisputeMove, type MoveRefusal } from "../domain/desk/dispute.ts";
import type { DisputeId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateDisputeAnswered } from "../store/disputes.ts";
import { defineAction } from "./action.ts";
import {
  type DisputeNotFound,
  endDisputeTasks,
  loadDisputeRules,
  lockStandingDispute,
  openDisputeTask,
  tellDispute,
} from "./dispute-desk.ts";

export const answerDispute = defineAction<
  { readonly id: DisputeId; readonly said: string },
  { readonly id: DisputeId },
  MoveRefusal | DisputeNotFound | { readonly code: "reason_missing" }
>({
  name: "answer_dispute",
  permission: "dispute:answer",
  async run(context, { id, said }) {
    const { tx, creditorId, today } = context;
    const standing = await lockStandingDispute(context, id);
    if (standing === null) return refuse({ code: "dispute_not_found" });
    const { dispute, parts } = standing;
    const moved = judgeDisputeMove(dispute.state, "answer");
    if (!moved.ok) return moved;
    const words = said.trim();
    if (words === "") return refuse({ code: "reason_missing" });
    await updateDisputeAnswered(tx, creditorId, id, today);
    await tellDispute(context, dispute, "answered", words, { department: dispute.department });
    if (dispute.state === "open") {
      await endDisputeTasks(context, id, "done", words);
      const { policy, calendar } = await loadDisputeRules(context);
      const disputed = parts?.disputed ?? dispute.amount;
      const dueOn = decideBy(policy, calendar, today);
      await openDisputeTask(context, { ...dispute, disputed }, "answered", dueOn);
    }
    return ok({ id });
  },
});

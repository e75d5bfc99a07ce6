/** Keeps today's meeting: its pack is frozen as it was seen, and each decision becomes a task. */
import { judgeMeeting, type MeetingOffer, type MeetingRefusal } from "../domain/desk/meeting.ts";
import type { NewTask } from "../domain/desk/task.ts";
import type { MeetingId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCreditor } from "../store/creditors.ts";
import { loadMeetingPack } from "../store/meeting-pack.ts";
import { findLastMeeting, insertMeeting } from "../store/meetings.ts";
import { lockQuietly } from "../store/quiet-locks.ts";
import { type Context, defineAction } from "./action.ts";
import { checkAssignee } from "./add-task.ts";
import { openTask } from "./open-task.ts";

type DecisionRefusal =
  | { readonly code: "customer_not_found" }
  | { readonly code: "user_not_found" };

export const holdMeeting = defineAction<
  MeetingOffer,
  { readonly id: MeetingId },
  MeetingRefusal | DecisionRefusal
>({
  name: "hold_meeting",
  permission: "meeting:hold",
  async run(context, offer) {
    const { tx, creditorId, today, now, actor, newId } = context;
    await lockCreditor(tx, creditorId);
    const last = await findLastMeeting(tx, creditorId, today);
    const id = newId<MeetingId>();
    const judged = judgeMeeting(offer, id, last?.heldOn ?? null, today);
    if (!judged.ok) return judged;
    const { decisions, ...kept } = judged.value;
    const pack = await loadMeetingPack(tx, creditorId, today);
    const held = { id, heldOn: today, since: pack.since, ...kept, pack };
    await insertMeeting(tx, creditorId, { ...held, recordedAt: now, recordedBy: actor.name });
    const opened = await openDecisions(context, decisions);
    return opened.ok ? ok({ id }) : opened;
  },
});

async function openDecisions(
  context: Context,
  decisions: readonly NewTask[],
): Promise<Result<null, DecisionRefusal>> {
  const named = [...new Set(decisions.flatMap(({ customer }) => customer ?? []))];
  const locked = await lockQuietly(context.tx, context.creditorId, named);
  if (locked.length < named.length) return refuse({ code: "customer_not_found" });
  for (const decision of decisions) {
    const assignee = await checkAssignee(context, decision.assignee);
    if (!assignee.ok) return assignee;
    await openTask(context, decision);
  }
  return ok(null);
}

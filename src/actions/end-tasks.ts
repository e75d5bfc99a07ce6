/** Ends the tasks about something that is settled, inside the transaction of a caller. */

import { listOpenTasksOf, updateTasksEnded } from "../store/desk-tasks.ts";
import type { Context } from "./action.ts";

export type TasksEnd = {
  /** The dispute, complaint, visit, agreement … that the tasks are about. */
  readonly subject: string;
  readonly state: "done" | "cancelled";
  /** What came of it, as a person wrote it; null where the thing itself says it. */
  readonly outcome: string | null;
};

/** Also those that escalated their lateness. Gives how many ended. */
export async function endTasksOf(
  { tx, creditorId, today, now, actor }: Context,
  { subject, state, outcome }: TasksEnd,
): Promise<number> {
  const ids = await listOpenTasksOf(tx, creditorId, subject);
  if (ids.length === 0) return 0;
  const end = { state, on: today, at: now, by: actor.name, outcome };
  return await updateTasksEnded(tx, creditorId, ids, end);
}

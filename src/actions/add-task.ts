/** Gives a person or a department something to do by a day. */
import { judgeNewTask, type TaskOffer, type TaskRefusal } from "../domain/desk/task.ts";
import type { TaskId, UserId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { isColleague } from "../store/colleagues.ts";
import { lockOneQuietly } from "../store/quiet-locks.ts";
import { type Context, defineAction } from "./action.ts";
import { openTask } from "./open-task.ts";

export type AddTaskRefusal =
  | TaskRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "user_not_found" };

/** Whether tasks can be given to this person here; nobody in particular is always right. */
export async function checkAssignee(
  { tx, creditorId }: Context,
  assignee: UserId | null,
): Promise<Result<null, { readonly code: "user_not_found" }>> {
  const known = assignee === null || (await isColleague(tx, creditorId, assignee));
  return known ? ok(null) : refuse({ code: "user_not_found" });
}

export const addTask = defineAction<TaskOffer, { readonly id: TaskId }, AddTaskRefusal>({
  name: "add_task",
  permission: "task:write",
  async run(context, offer) {
    const { tx, creditorId, today } = context;
    if (!(await lockOneQuietly(tx, creditorId, offer.customer))) {
      return refuse({ code: "customer_not_found" });
    }
    const judged = judgeNewTask(offer, today);
    if (!judged.ok) return judged;
    const assignee = await checkAssignee(context, offer.assignee);
    return assignee.ok ? ok({ id: await openTask(context, judged.value) }) : assignee;
  },
});

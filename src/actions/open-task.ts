/**
 * Opens a task inside the transaction of a caller that has locked the customer, if there is one.
 */
import type { NewTask } from "../domain/desk/task.ts";
import type { TaskId } from "../domain/values/ids.ts";
import { insertTask } from "../store/desk-tasks.ts";
import type { Context } from "./action.ts";

/** Opens the task today in the name of who acts; gives its id. */
export async function openTask(
  { tx, creditorId, today, now, actor, newId }: Context,
  task: NewTask,
): Promise<TaskId> {
  const id = newId<TaskId>();
  const opened = { openedOn: today, openedAt: now, openedBy: actor.name, openedById: actor.user };
  await insertTask(tx, creditorId, { ...task, id, ...opened });
  return id;
}

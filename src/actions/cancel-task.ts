/** Takes a task back, with the reason. */
import { judgeCancel, type TaskRefusal } from "../domain/desk/task.ts";
import type { TaskId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateTasksEnded } from "../store/desk-tasks.ts";
import { defineAction } from "./action.ts";
import { lockOwnTask } from "./lock-task.ts";

type Refusal = TaskRefusal | { readonly code: "task_not_found" };

export const cancelTask = defineAction<
  { readonly id: TaskId; readonly reason: string },
  { readonly id: TaskId },
  Refusal
>({
  name: "cancel_task",
  permission: "task:write",
  async run(context, { id, reason }) {
    const { tx, creditorId, today, now, actor } = context;
    const found = await lockOwnTask(context, id);
    if (found === null) return refuse({ code: "task_not_found" });
    const judged = judgeCancel(found.task, reason, found.worker);
    if (!judged.ok) return judged;
    const end = { state: "cancelled" as const, on: today, at: now, by: actor.name };
    await updateTasksEnded(tx, creditorId, [id], { ...end, outcome: judged.value });
    return ok({ id });
  },
});

/** A task is done, and what came of it. */
import { judgeFinish, type TaskRefusal } from "../domain/desk/task.ts";
import type { TaskId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateTasksEnded } from "../store/desk-tasks.ts";
import { defineAction } from "./action.ts";
import { lockOwnTask } from "./lock-task.ts";

type Refusal = TaskRefusal | { readonly code: "task_not_found" };

export const finishTask = defineAction<
  { readonly id: TaskId; readonly outcome: string },
  { readonly id: TaskId },
  Refusal
>({
  name: "finish_task",
  permission: "task:write",
  async run(context, { id, outcome }) {
    const { tx, creditorId, today, now, actor } = context;
    const found = await lockOwnTask(context, id);
    if (found === null) return refuse({ code: "task_not_found" });
    const judged = judgeFinish(found.task, outcome, found.worker);
    if (!judged.ok) return judged;
    const end = { state: "done" as const, on: today, at: now, by: actor.name };
    await updateTasksEnded(tx, creditorId, [id], { ...end, outcome: judged.value });
    return ok({ id });
  },
});

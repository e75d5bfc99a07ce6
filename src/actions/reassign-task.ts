/** Hands a task on to another person or department, with the reason. */
import { judgeReassign, type Reassignment, type TaskRefusal } from "../domain/desk/task.ts";
import type { TaskId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateTaskAssigned } from "../store/desk-tasks.ts";
import { defineAction } from "./action.ts";
import { checkAssignee } from "./add-task.ts";
import { lockOwnTask } from "./lock-task.ts";

type Refusal =
  | TaskRefusal
  | { readonly code: "task_not_found" }
  | { readonly code: "user_not_found" };

export const reassignTask = defineAction<
  Reassignment & { readonly id: TaskId },
  { readonly id: TaskId },
  Refusal
>({
  name: "reassign_task",
  permission: "task:write",
  async run(context, { id, ...to }) {
    const { tx, creditorId, today, actor } = context;
    const found = await lockOwnTask(context, id);
    if (found === null) return refuse({ code: "task_not_found" });
    const judged = judgeReassign(found.task, to, found.worker);
    if (!judged.ok) return judged;
    const known = await checkAssignee(context, to.assignee);
    if (!known.ok) return known;
    const { assignee, role, reason } = judged.value;
    const why = { code: "reassigned", by: actor.name, on: today, reason };
    await updateTaskAssigned(tx, creditorId, id, { assignee, role, why });
    return ok({ id });
  },
});

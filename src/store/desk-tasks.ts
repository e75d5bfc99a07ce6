/** Tasks that pass between people and departments. */
import type { NewTask } from "../domain/desk/task.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, TaskId } from "../domain/values/ids.ts";
import { type Executor, jsonText, run, sql } from "./sql.ts";

export type OpenedTask = NewTask & {
  readonly id: TaskId;
  readonly openedOn: PlainDate;
  readonly openedAt: Instant;
  readonly openedBy: string;
};

export async function insertTask(
  executor: Executor,
  creditor: CreditorId,
  task: OpenedTask,
): Promise<void> {
  await run(
    executor,
    sql`insert into desk_task (creditor_id, id, customer_id, kind, subject_id, title, note, because,
          level, assignee_id, role, due_on, opened_on, opened_at, opened_by, state)
        values (${creditor}, ${task.id}, ${task.customer}, ${task.kind}, ${task.subject},
          ${task.title}, ${task.note}, ${jsonText(task.because)}::jsonb, ${task.level},
          ${task.assignee}, ${task.role}, ${task.dueOn}, ${task.openedOn}, ${task.openedAt},
          ${task.openedBy}, 'open')`,
  );
}

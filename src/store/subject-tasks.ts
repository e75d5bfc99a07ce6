/** Tasks that end with what they are about. */
import type { TaskKind } from "../domain/desk/task.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { type Executor, run, sql } from "./sql.ts";

export type SubjectEnded = {
  readonly kind: TaskKind;
  readonly subject: string;
  readonly state: "done" | "cancelled";
  readonly outcome: string | null;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
};

/** Ends the open tasks of one kind about a subject; gives how many there were. */
export const updateSubjectTasks = (
  executor: Executor,
  creditor: CreditorId,
  { kind, subject, state, outcome, on, at, by }: SubjectEnded,
): Promise<number> =>
  run(
    executor,
    sql`update desk_task set state = ${state}, outcome = ${outcome}, closed_on = ${on},
          closed_at = ${at}, closed_by = ${by}, version = version + 1
        where creditor_id = ${creditor} and subject_id = ${subject} and kind = ${kind}
          and state = 'open'`,
  );

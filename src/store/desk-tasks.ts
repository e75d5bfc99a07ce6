/** Tasks that pass between people and departments: opened, passed on, ended. */
import type { Role } from "../domain/desk/permission.ts";
import type { NewTask, StandingTask, TaskReason, TaskState } from "../domain/desk/task.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, TaskId, UserId } from "../domain/values/ids.ts";
import { type Executor, jsonText, maybe, rows, run, sql } from "./sql.ts";
import { rememberTouched } from "./touched.ts";

export type OpenedTask = NewTask & {
  readonly id: TaskId;
  readonly openedOn: PlainDate;
  readonly openedAt: Instant;
  readonly openedBy: string;
  readonly openedById: UserId | null;
};

export async function insertTask(
  executor: Executor,
  creditor: CreditorId,
  task: OpenedTask,
): Promise<void> {
  await run(
    executor,
    sql`insert into desk_task (creditor_id, id, customer_id, kind, subject_id, title, note, because,
          level, assignee_id, role, due_on, opened_on, opened_at, opened_by, opened_by_id, state)
        values (${creditor}, ${task.id}, ${task.customer}, ${task.kind}, ${task.subject},
          ${task.title}, ${task.note}, ${jsonText(task.because)}::jsonb, ${task.level},
          ${task.assignee}, ${task.role}, ${task.dueOn}, ${task.openedOn}, ${task.openedAt},
          ${task.openedBy}, ${task.openedById}, 'open')`,
  );
  if (task.customer !== null) rememberTouched(executor, [task.customer]);
}

export type LockedTask = StandingTask & {
  readonly id: TaskId;
  readonly customer: CustomerId | null;
  readonly cause: string | null;
};

/** The task as its rules see it, kept from others until the transaction ends. */
export const lockTask = (
  executor: Executor,
  creditor: CreditorId,
  id: TaskId,
): Promise<LockedTask | null> =>
  maybe(
    executor,
    sql<LockedTask>`select id, kind, state, customer_id as customer, cause, assignee_id as assignee,
          role, opened_by as "openedBy", opened_by_id as "openedById"
        from desk_task where creditor_id = ${creditor} and id = ${id} for update`,
  );

/** The customer of a task, before anything is locked; undefined: there is no such task. */
export async function findTaskCustomer(
  executor: Executor,
  creditor: CreditorId,
  id: TaskId,
): Promise<CustomerId | null | undefined> {
  const found = await maybe<{ customer: CustomerId | null }>(
    executor,
    sql`select customer_id as customer from desk_task
        where creditor_id = ${creditor} and id = ${id}`,
  );
  return found === null ? undefined : found.customer;
}

export type TaskEnd = {
  readonly state: Exclude<TaskState, "open">;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly outcome: string | null;
};

/**
 * Ends these tasks, those that are open, and with each the escalations of its lateness; of an
 * escalation also those of the same cause on other rungs. Gives how many ended.
 */
export const updateTasksEnded = (
  executor: Executor,
  creditor: CreditorId,
  ids: readonly TaskId[],
  end: TaskEnd,
): Promise<number> =>
  run(
    executor,
    sql`with named as (
          select id, cause from desk_task
          where creditor_id = ${creditor} and id = any(${ids}::uuid[]) and state = 'open')
        update desk_task t set state = ${end.state}, closed_on = ${end.on}, closed_at = ${end.at},
          closed_by = ${end.by}, outcome = ${end.outcome}, version = t.version + 1
        where t.creditor_id = ${creditor} and t.state = 'open'
          and (t.id in (select id from named)
            or t.cause in (select 'task_late:' || id from named)
            or t.cause in (select cause from named where cause is not null))`,
  );

/** The open tasks about a subject: a dispute's, a visit's, an agreement's. */
export async function listOpenTasksOf(
  executor: Executor,
  creditor: CreditorId,
  subject: string,
): Promise<readonly TaskId[]> {
  const found = await rows<{ id: TaskId }>(
    executor,
    sql`select id from desk_task
        where creditor_id = ${creditor} and subject_id = ${subject} and state = 'open'`,
  );
  return found.map(({ id }) => id);
}

/** Hands an open task on; why it moved is added to its reasons. */
export async function updateTaskAssigned(
  executor: Executor,
  creditor: CreditorId,
  id: TaskId,
  to: { readonly assignee: UserId | null; readonly role: Role | null; readonly why: TaskReason },
): Promise<void> {
  await run(
    executor,
    sql`update desk_task set assignee_id = ${to.assignee}, role = ${to.role},
          because = because || ${jsonText([to.why])}::jsonb, version = version + 1
        where creditor_id = ${creditor} and id = ${id} and state = 'open'`,
  );
}

/**
 * Ends escalations whose task ended, whose promise was kept after all, or whose customer owes
 * nothing past due any more. One that a person raised stays. Gives how many.
 */
export const updateStaleEscalations = (
  executor: Executor,
  creditor: CreditorId,
  { on, at, by }: { readonly on: PlainDate; readonly at: Instant; readonly by: string },
): Promise<number> =>
  run(
    executor,
    sql`update desk_task e set state = 'cancelled', closed_on = ${on}, closed_at = ${at},
          closed_by = ${by}, version = e.version + 1
        where e.creditor_id = ${creditor} and e.state = 'open' and e.kind = 'escalation'
          and (e.cause like 'task_late:%' and not exists (select from desk_task t
              where t.creditor_id = e.creditor_id and t.id = e.subject_id and t.state = 'open')
            or e.cause like 'promise_broken:%' and not exists (select from promise p
              where p.creditor_id = e.creditor_id and p.id = e.subject_id
                and p.state in ('broken', 'partially_kept'))
            or e.cause not like all (array['task_late:%', 'raised:%'])
              and not exists (select from collection_case k
                where k.creditor_id = e.creditor_id and k.customer_id = e.customer_id
                  and k.closed_on is null))`,
  );

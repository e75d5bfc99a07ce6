/** Tasks in lists: filtered, windowed, counted. */
import type { Role } from "../domain/desk/permission.ts";
import type { TaskKind, TaskReason, TaskState } from "../domain/desk/task.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, TaskId, UserId } from "../domain/values/ids.ts";
import { type Executor, one, type Query, rows, sql } from "./sql.ts";

export type TaskRow = {
  readonly id: TaskId;
  readonly kind: TaskKind;
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly grade: Grade | null;
  readonly subject: string | null;
  readonly title: string | null;
  readonly note: string | null;
  readonly because: readonly TaskReason[];
  readonly level: string | null;
  readonly assignee: UserId | null;
  readonly assigneeName: string | null;
  readonly role: Role | null;
  readonly dueOn: PlainDate;
  readonly openedOn: PlainDate;
  readonly openedBy: string;
  readonly openedById: UserId | null;
  readonly state: TaskState;
  readonly closedOn: PlainDate | null;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly outcome: string | null;
};

const ROW = sql`t.id, t.kind, t.customer_id as customer, c.number as "customerNumber",
  c.name as "customerName", c.grade, t.subject_id as subject, t.title, t.note, t.because, t.level,
  t.assignee_id as assignee, u.name as "assigneeName", t.role, t.due_on as "dueOn",
  t.opened_on as "openedOn", t.opened_by as "openedBy", t.opened_by_id as "openedById", t.state,
  t.closed_on as "closedOn", t.closed_at as "closedAt", t.closed_by as "closedBy", t.outcome`;
const TASK = sql`desk_task t
  left join customer c on c.creditor_id = t.creditor_id and c.id = t.customer_id
  left join app_user u on u.id = t.assignee_id`;

/** Who looks: their account, their roles, and whose place they take. */
export type TaskViewer = {
  readonly name: string;
  readonly user: UserId | null;
  readonly roles: readonly Role[];
  readonly standsFor: readonly UserId[];
};

/**
 * What lies on the viewer's desk: theirs, that of who they stand for, or nobody's of their role.
 */
const isMine = ({ user, roles, standsFor }: TaskViewer) =>
  sql`(t.assignee_id = ${user}::uuid or t.assignee_id = any(${standsFor}::uuid[])
    or t.assignee_id is null and t.role = any(${roles}::text[]))`;

export type TasksAsked = {
  readonly show: "mine" | "role" | "opened" | "all";
  readonly state: "open" | "ended";
  readonly kind: TaskKind | null;
  readonly late: boolean;
  readonly role: Role | null;
  readonly customer: CustomerId | null;
  readonly viewer: TaskViewer;
  readonly today: PlainDate;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

function whose({ show, viewer }: TasksAsked) {
  if (show === "mine") return sql`and ${isMine(viewer)}`;
  if (show === "role") return sql`and t.role = any(${viewer.roles}::text[])`;
  if (show === "all") return sql``;
  return viewer.user === null
    ? sql`and t.opened_by_id is null and t.opened_by = ${viewer.name}`
    : sql`and t.opened_by_id = ${viewer.user}::uuid`;
}

const lateOnly = ({ late, today }: TasksAsked) =>
  late ? sql`and t.due_on < coalesce(t.closed_on, ${today}::date)` : sql``;

function windowOf({ state, after, size }: TasksAsked) {
  const id = after?.id ?? null;
  const key = after?.key ?? null;
  if (state === "open") {
    return sql`and t.state = 'open'
      and (${key}::date is null or (t.due_on, t.id) > (${key}::date, ${id}::uuid))
      order by t.due_on, t.id limit ${size + 1}`;
  }
  return sql`and t.state <> 'open'
    and (${key}::timestamptz is null or (t.closed_at, t.id) < (${key}::timestamptz, ${id}::uuid))
    order by t.closed_at desc, t.id desc limit ${size + 1}`;
}

/** At most `size` tasks and one more where the list goes on: the most overdue first. */
export function listTaskRows(
  executor: Executor,
  creditor: CreditorId,
  asked: TasksAsked,
): Promise<readonly TaskRow[]> {
  const query: Query<TaskRow> = sql`select ${ROW} from ${TASK}
    where t.creditor_id = ${creditor} ${whose(asked)} ${lateOnly(asked)}
      and (${asked.kind}::text is null or t.kind = ${asked.kind})
      and (${asked.role}::text is null or t.role = ${asked.role})
      and (${asked.customer}::uuid is null or t.customer_id = ${asked.customer})
      ${windowOf(asked)}`;
  return rows(executor, query);
}

export type TaskCounts = {
  readonly mine: number;
  readonly mineLate: number;
  readonly all: number;
  readonly late: number;
};

export const countTasks = (
  executor: Executor,
  creditor: CreditorId,
  viewer: TaskViewer,
  today: PlainDate,
): Promise<TaskCounts> =>
  one(
    executor,
    sql<TaskCounts>`select count(*)::integer as all,
          count(*) filter (where t.due_on < ${today})::integer as late,
          count(*) filter (where ${isMine(viewer)})::integer as mine,
          count(*) filter (where ${isMine(viewer)} and t.due_on < ${today})::integer as "mineLate"
        from desk_task t where t.creditor_id = ${creditor} and t.state = 'open'`,
  );

/** At most `limit` tasks of a customer, the latest opened first. */
export const listTasksOf = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly (TaskRow & { readonly openedAt: Instant })[]> =>
  rows(
    executor,
    sql<TaskRow & { readonly openedAt: Instant }>`select ${ROW}, t.opened_at as "openedAt"
        from ${TASK}
        where t.creditor_id = ${creditor} and t.customer_id = ${customer}
        order by t.opened_at desc, t.id desc limit ${limit}`,
  );

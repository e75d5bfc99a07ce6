/** What a collection meeting sees of the book: each list cut, with how many rows there are. */
import type { Role } from "../domain/desk/permission.ts";
import type { TaskReason, TaskState } from "../domain/desk/task.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, MeetingId, TaskId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, type Query, rows, sql } from "./sql.ts";

/** Rows of a list that people read in a meeting. */
const MOST = 50;
const TOP = 20;

export type PackTotal = {
  readonly currency: Currency;
  readonly balance: bigint;
  readonly overdue: bigint;
  readonly customers: number;
};

/** What is open and past due, by currency: as the ageing report has it. */
export const listPackTotals = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PackTotal[]> =>
  rows(
    executor,
    sql<PackTotal>`select currency, sum(open_amount)::bigint as balance,
          coalesce(sum(open_amount) filter (where due_on < ${day}), 0)::bigint as overdue,
          count(distinct customer_id) filter (where due_on < ${day})::integer as customers
        from item where creditor_id = ${creditor} and open_amount <> 0
        group by currency
        order by currency <> (select home_currency from creditor where id = ${creditor}), currency`,
  );

export type OfCustomer = {
  readonly customer: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly owner: string | null;
  readonly count: number;
};

const NAMED = sql`c.id as customer, c.number, c.name, u.name as owner,
  (count(*) over ())::integer as count`;
const CUSTOMER = sql`customer c left join app_user u on u.id = c.owner_id`;

export type OverdueRow = OfCustomer & {
  readonly currency: Currency;
  readonly overdue: bigint;
  readonly items: number;
  readonly dueOn: PlainDate;
  readonly oldestDays: number;
};

/** By customer and currency, what fell due on or after `from` and is past due; largest first. */
const overdueSince = (
  creditor: CreditorId,
  day: PlainDate,
  from: PlainDate | null,
  most: number,
): Query<OverdueRow> => sql`with owed as (
    select customer_id, currency, sum(open_amount)::bigint as overdue, count(*)::integer as items,
      min(due_on) as due_on
    from item
    where creditor_id = ${creditor} and open_amount > 0 and due_on < ${day}
      and (${from}::date is null or due_on >= ${from}::date)
    group by customer_id, currency)
  select ${NAMED}, o.currency, o.overdue, o.items, o.due_on as "dueOn",
    (${day}::date - o.due_on)::integer as "oldestDays"
  from owed o join ${CUSTOMER} on c.creditor_id = ${creditor} and c.id = o.customer_id
  order by o.currency <> (select home_currency from creditor where id = ${creditor}), o.currency,
    o.overdue desc, c.id
  limit ${most}`;

export const listTopOverdue = (executor: Executor, creditor: CreditorId, day: PlainDate) =>
  rows(executor, overdueSince(creditor, day, null, TOP));

export const listFreshOverdue = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  from: PlainDate,
) => rows(executor, overdueSince(creditor, day, from, MOST));

export type BrokenRow = OfCustomer & {
  readonly currency: Currency;
  readonly amount: bigint;
  readonly payOn: PlainDate;
  readonly judgedOn: PlainDate;
};

/** Promises judged broken, wholly or in part, after `from` until the day. */
export const listBrokenSince = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  from: PlainDate,
): Promise<readonly BrokenRow[]> =>
  rows(
    executor,
    sql<BrokenRow>`select ${NAMED}, p.currency, p.amount, p.pay_on as "payOn",
          p.judged_on as "judgedOn"
        from promise p join ${CUSTOMER} on c.creditor_id = p.creditor_id and c.id = p.customer_id
        where p.creditor_id = ${creditor} and p.state in ('broken', 'partially_kept')
          and p.judged_on > ${from} and p.judged_on <= ${day}
        order by p.amount desc, p.id limit ${MOST}`,
  );

export type MissedRow = OfCustomer & {
  readonly agreement: string;
  readonly plan: string;
  readonly place: number;
  readonly currency: Currency;
  readonly left: bigint;
  readonly dueOn: PlainDate;
};

/** Instalments of running plans that were missed and are still unpaid. */
export const listMissedRows = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly MissedRow[]> =>
  rows(
    executor,
    sql<MissedRow>`select ${NAMED}, a.id as agreement, a.number as plan, i.place, a.currency,
          (i.amount + i.interest - i.settled)::bigint as left, i.due_on as "dueOn"
        from agreement a
        join instalment i on i.creditor_id = a.creditor_id and i.agreement_id = a.id
        join ${CUSTOMER} on c.creditor_id = a.creditor_id and c.id = a.customer_id
        where a.creditor_id = ${creditor} and a.state in ('active', 'in_default')
          and i.state = 'missed'
        order by i.due_on, a.id, i.place limit ${MOST}`,
  );

export type PackTaskRow = {
  readonly id: TaskId;
  readonly kind: string;
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly title: string | null;
  readonly because: readonly TaskReason[];
  readonly level: string | null;
  readonly assignee: string | null;
  readonly role: Role | null;
  readonly dueOn: PlainDate;
  readonly state: TaskState;
  readonly closedOn: PlainDate | null;
  readonly outcome: string | null;
  readonly count: number;
};

const TASK = sql`t.id, t.kind, t.customer_id as customer, c.number as "customerNumber",
  c.name as "customerName", t.title, t.because, t.level, u.name as assignee, t.role,
  t.due_on as "dueOn", t.state, t.closed_on as "closedOn", t.outcome,
  (count(*) over ())::integer as count
  from desk_task t
  left join customer c on c.creditor_id = t.creditor_id and c.id = t.customer_id
  left join app_user u on u.id = t.assignee_id`;

/** Disputes that nobody answered by their deadline. */
export const listLateDisputes = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PackTaskRow[]> =>
  rows(
    executor,
    sql<PackTaskRow>`select ${TASK}
        where t.creditor_id = ${creditor} and t.kind = 'dispute' and t.state = 'open'
          and t.due_on < ${day}
        order by t.due_on, t.id limit ${MOST}`,
  );

export const listOpenEscalations = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly PackTaskRow[]> =>
  rows(
    executor,
    sql<PackTaskRow>`select ${TASK}
        where t.creditor_id = ${creditor} and t.kind = 'escalation' and t.state = 'open'
        order by t.due_on, t.id limit ${MOST}`,
  );

/** Decisions of a meeting, and those of earlier ones that nobody carried out yet. */
export const listDecisions = (
  executor: Executor,
  creditor: CreditorId,
  meeting: MeetingId | null,
): Promise<readonly PackTaskRow[]> =>
  rows(
    executor,
    sql<PackTaskRow>`select ${TASK}
        where t.creditor_id = ${creditor} and t.kind = 'meeting'
          and (t.subject_id = ${meeting}::uuid or t.state = 'open')
        order by t.state <> 'open', t.due_on, t.id limit ${MOST * 2}`,
  );

/** What was decided in one meeting, as it stands now. */
export const listDecisionsOf = (
  executor: Executor,
  creditor: CreditorId,
  meeting: MeetingId,
): Promise<readonly PackTaskRow[]> =>
  rows(
    executor,
    sql<PackTaskRow>`select ${TASK}
        where t.creditor_id = ${creditor} and t.kind = 'meeting' and t.subject_id = ${meeting}
        order by t.due_on, t.id`,
  );

/** The worklist's rows: at which customers something is to be done today, and in which order. */
import type { CaseStage } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { Role } from "../domain/desk/permission.ts";
import type { WorkKind } from "../domain/desk/work-kind.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, GroupId, UserId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { containing } from "./search.ts";
import { type Executor, one, type Query, rows, sql } from "./sql.ts";

/** Whose work: that of these owners' customers with tasks of theirs; null: everybody's. */
export type WhoseWork = {
  readonly owners: readonly UserId[] | null;
  /** Tasks of nobody in particular that are theirs: of these roles. */
  readonly roles: readonly Role[];
};

export type WorkAsked = {
  readonly creditor: CreditorId;
  readonly today: PlainDate;
  /** The hour it is, `HH:MM`, where the creditor is. */
  readonly hour: string;
  readonly whose: WhoseWork;
  readonly kind: WorkKind | null;
  readonly stage: CaseStage | null;
  /** `none`: no reason is known. */
  readonly reason: OverdueReason | "none" | null;
  readonly group: GroupId | null;
  readonly search: string | null;
};

const owned = ({ whose: { owners } }: WorkAsked) =>
  owners === null ? sql`true` : sql`c.owner_id = any(${owners}::uuid[])`;

/** Open tasks `t` of the people asked for. */
const tasksOf = ({ whose: { owners, roles } }: WorkAsked) =>
  owners === null
    ? sql`true`
    : sql`(t.assignee_id = any(${owners}::uuid[])
        or t.assignee_id is null and t.role = any(${roles}::text[]))`;

/** What the reader narrowed the list to, of customers `c`. */
function narrowed({ group, search }: WorkAsked) {
  const like = search === null ? null : containing(search);
  return sql`(${group}::uuid is null or c.group_id = ${group}::uuid)
    and (${like}::text is null or c.name ilike ${like} or c.number ilike ${like})`;
}

/** The same of cases `k`. */
const narrowedCase = ({ stage, reason }: WorkAsked) =>
  sql`(${stage}::text is null or k.stage = ${stage})
    and (${reason}::text is null or k.reason = ${reason}
      or ${reason}::text = 'none' and k.reason is null)`;

/** Without a case there is neither a stage nor a reason to narrow by. */
const caseless = ({ stage, reason }: WorkAsked) =>
  stage === null && reason === null ? sql`true` : sql`false`;

/** Of the kind asked for, and due: kinds and days stand beside each other. */
const ofKind = ({ kind, today }: WorkAsked) =>
  kind === null
    ? sql`true`
    : sql`exists (select from unnest(w.kinds, w.days) as due (kind, day)
        where due.kind = ${kind} and due.day <= ${today})`;

const CASE_WORK = sql`k.customer_id as customer, k.points, k.work_kinds as kinds,
  k.work_days as days`;

/** Calls of an hour that has come stand first, in the order of the hour; the rest by points. */
const WITHOUT_HOUR = sql`1 as rank, null::date as next_on, null::time as next_at`;

const openCases = (asked: WorkAsked) => sql`collection_case k
  join customer c on c.creditor_id = k.creditor_id and c.id = k.customer_id
  where k.creditor_id = ${asked.creditor} and k.closed_on is null
    and ${narrowed(asked)} and ${narrowedCase(asked)}`;

/** Calls that were agreed for an hour of today which has come, or for an earlier day. */
const isHour = ({ today, hour }: WorkAsked) => sql`(k.next_at is not null and
  (k.next_on < ${today} or k.next_on = ${today} and k.next_at <= ${hour}::time))`;

/** Cases of the owners asked for that are due. */
const dueCases = (asked: WorkAsked) => sql`select ${CASE_WORK},
    case when ${isHour(asked)} then 0 else 1 end as rank,
    case when ${isHour(asked)} then k.next_on end as next_on,
    case when ${isHour(asked)} then k.next_at end as next_at
  from ${openCases(asked)} and k.next_on <= ${asked.today} and ${owned(asked)}`;

/** Customers with a task of the people asked for whose case is not on the list by itself. */
const taskCases = (asked: WorkAsked) => sql`select k.customer_id as customer, k.points,
    array['desk_task'] as kinds, array[${asked.today}::date] as days, ${WITHOUT_HOUR}
  from ${openCases(asked)} and not (k.next_on <= ${asked.today} and ${owned(asked)})
    and k.snoozed_until is null and k.customer_id in (
      select t.customer_id from desk_task t
      where t.creditor_id = ${asked.creditor} and t.state = 'open' and ${tasksOf(asked)}
        and (t.kind not in ('visit', 'meeting') or t.due_on <= ${asked.today}))`;

/** What waits at customers with nothing past due: lines before due, call-backs, tasks. */
const withoutCase = (asked: WorkAsked) => sql`select w.customer, 0 as points,
    array_agg(w.kind) as kinds, array_agg(w.day) as days, ${WITHOUT_HOUR}
  from (
    select c.id as customer, c.name, c.number, c.group_id, min(s.day) as day,
      case when s.track = 'task' then 'task' else 'letter' end as kind
    from plan_step s
    join customer c on c.creditor_id = s.creditor_id and c.id = s.customer_id
    where s.creditor_id = ${asked.creditor} and s.stage = 'pre_due'
      and s.state in ('planned', 'released') and (s.state = 'planned' or s.track = 'task')
      and ${owned(asked)}
    group by c.id, c.name, c.number, c.group_id, 6
    union all
    select c.id, c.name, c.number, c.group_id, l.follow_up_on, 'call_back' from contact_log l
    join customer c on c.creditor_id = l.creditor_id and c.id = l.customer_id
    where l.creditor_id = ${asked.creditor} and l.follow_up_on <= ${asked.today}
      and ${owned(asked)} and not exists (
        select from contact_log later where later.creditor_id = l.creditor_id
          and later.customer_id = l.customer_id and (later.at, later.id) > (l.at, l.id))
      and exists (
        select from item i where i.creditor_id = l.creditor_id
          and i.customer_id = l.customer_id and i.open_amount > 0)
    union all
    select c.id, c.name, c.number, c.group_id, min(t.opened_on), 'desk_task' from desk_task t
    join customer c on c.creditor_id = t.creditor_id and c.id = t.customer_id
    where t.creditor_id = ${asked.creditor} and t.state = 'open'
      and ${tasksOf(asked)} and (t.kind not in ('visit', 'meeting') or t.due_on <= ${asked.today})
    group by c.id, c.name, c.number, c.group_id
  ) w
  cross join lateral (select w.name, w.number, w.group_id) as c
  where ${narrowed(asked)} and ${caseless(asked)}
    and not exists (
      select from collection_case k where k.creditor_id = ${asked.creditor}
        and k.customer_id = w.customer and k.closed_on is null)
  group by w.customer`;

type Listed = { readonly customer: CustomerId };
type Found =
  | { readonly customer: CustomerId; readonly kind: null; readonly count: null }
  | { readonly customer: null; readonly kind: WorkKind | null; readonly count: number };

export type WorkFound = {
  /** The window's customers: calls whose hour has come, then by points. */
  readonly customers: readonly CustomerId[];
  /** All there is to do, and of each kind that is due. */
  readonly toDo: number;
  readonly kinds: readonly { readonly kind: WorkKind; readonly customers: number }[];
};

/**
 * The customers at whom something is to be done, in a window, with the counts of them all: found
 * once, since finding them is most of the work. The kind asked for narrows the window only.
 */
export async function listWork(
  executor: Executor,
  asked: WorkAsked,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<WorkFound> {
  const query: Query<Found> = sql`with listed as materialized (
      ${dueCases(asked)} union all ${taskCases(asked)} union all ${withoutCase(asked)}),
    picked as (
      select w.customer, row_number() over (
        order by w.rank, w.next_on, w.next_at, w.points desc, w.customer) as place
      from listed w where ${ofKind(asked)}
      order by place offset ${offset} limit ${size})
    select customer, null as kind, null as count, place from picked
    union all
    select null, null, count(*)::integer, 0 from listed
    union all
    select null, due.kind, count(distinct listed.customer)::integer, 0
    from listed cross join lateral unnest(listed.kinds, listed.days) as due (kind, day)
    where due.day <= ${asked.today} group by due.kind
    order by place`;
  const found = await rows(executor, query);
  return {
    customers: found.flatMap(({ customer }) => customer ?? []),
    toDo: found.find((row) => row.customer === null && row.kind === null)?.count ?? 0,
    kinds: found.flatMap(({ kind, count }) => (kind === null ? [] : [{ kind, customers: count }])),
  };
}

/** How many cases of the owners asked for are snoozed. */
export async function countSnoozed(executor: Executor, asked: WorkAsked): Promise<number> {
  const { count } = await one<{ count: number }>(
    executor,
    sql`select count(*)::integer as count from ${openCases(asked)}
        and k.snoozed_until > ${asked.today} and ${owned(asked)}`,
  );
  return count;
}

/** The snoozed ones, those that wake first at the top. */
export async function listSnoozedCustomers(
  executor: Executor,
  asked: WorkAsked,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<readonly CustomerId[]> {
  const found = await rows<Listed>(
    executor,
    sql`select k.customer_id as customer from ${openCases(asked)}
          and k.snoozed_until > ${asked.today} and ${owned(asked)}
        order by k.snoozed_until, k.points desc, k.customer_id
        offset ${offset} limit ${size}`,
  );
  return found.map(({ customer }) => customer);
}

/** Customers at whom somebody did something since a moment: this person, or with null anybody. */
export async function listDoneCustomers(
  executor: Executor,
  creditor: CreditorId,
  since: Instant,
  who: string | null,
): Promise<readonly CustomerId[]> {
  const found = await rows<Listed>(
    executor,
    sql`select customer_id as customer from (
          select customer_id, changed_at as at from plan_step
          where creditor_id = ${creditor} and changed_at >= ${since}
            and (state in ('done', 'dropped')
              or state = 'released' and track <> 'task' and released_by = 'person')
            and (${who}::text is null or changed_by = ${who})
          union all
          select customer_id, at from contact_log
          where creditor_id = ${creditor} and day >= ${since.slice(0, 10)}::date
            and at >= ${since} and (${who}::text is null or written_by = ${who})
        ) done group by customer_id order by max(at) desc, customer_id limit 2000`,
  );
  return found.map(({ customer }) => customer);
}

/** Whether somebody answers for customers, or has open tasks. */
export async function hasOwnWork(
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
): Promise<boolean> {
  const { found } = await one<{ found: boolean }>(
    executor,
    sql`select exists (select from customer where creditor_id = ${creditor}
          and owner_id = ${user})
        or exists (select from desk_task where creditor_id = ${creditor} and state = 'open'
          and assignee_id = ${user}) as found`,
  );
  return found;
}

/** The members of the teams that somebody is in, themselves among them. */
export async function listTeamMates(
  executor: Executor,
  creditor: CreditorId,
  user: UserId,
): Promise<readonly UserId[]> {
  const found = await rows<{ user: UserId }>(
    executor,
    sql`select distinct m.user_id as "user" from team_member o
        join team_member m on m.creditor_id = o.creditor_id and m.team_id = o.team_id
        where o.creditor_id = ${creditor} and o.user_id = ${user}`,
  );
  return [...new Set([user, ...found.map((mate) => mate.user)])];
}

export type PromisedSum = { readonly currency: Currency; readonly amount: bigint };

/** What open promises say will come on a day. */
export const listPromisedFor = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
): Promise<readonly PromisedSum[]> =>
  rows(
    executor,
    sql<PromisedSum>`select currency, sum(amount)::bigint as amount from promise
        where creditor_id = ${creditor} and state = 'open' and pay_on = ${day}
        group by currency order by currency`,
  );

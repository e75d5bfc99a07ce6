/** Cases in lists: with their customer, owner and group; windows, counts, sums. */
import type { CaseStage, DebtorLevel } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { WorkKind } from "../domain/desk/work-kind.ts";
import type { PointPart } from "../domain/desk/worklist.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CaseId, CreditorId, CustomerId, GroupId, UserId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { containing } from "./search.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type CustomerHead = {
  readonly customer: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly grade: Grade | null;
  readonly owner: { readonly id: UserId; readonly name: string } | null;
  readonly group: { readonly id: GroupId; readonly name: string } | null;
};

export type CaseLine = CustomerHead & {
  readonly id: CaseId;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly stage: CaseStage;
  readonly reason: OverdueReason | null;
  readonly reasonWilful: boolean | null;
  readonly reasonNote: string | null;
  readonly reasonOn: PlainDate | null;
  readonly reasonBy: string | null;
  readonly debtorLevel: DebtorLevel;
  /** Minor units as text, by currency. */
  readonly overdue: Readonly<Record<string, string>>;
  readonly oldestDueOn: PlainDate | null;
  readonly overdueItems: number;
  readonly points: number;
  readonly parts: readonly PointPart[];
  readonly nextKind: WorkKind | null;
  readonly nextOn: PlainDate | null;
  readonly nextAt: string | null;
  readonly nextWhy: readonly { readonly code: string }[] | null;
  readonly workKinds: readonly WorkKind[];
  readonly workDays: readonly PlainDate[];
  readonly callBackOn: PlainDate | null;
  readonly callBackAt: string | null;
  readonly callBackNote: string | null;
  readonly snoozedUntil: PlainDate | null;
  readonly snoozeReason: string | null;
  readonly snoozedBy: string | null;
  readonly version: number;
};

export const HEAD = sql`c.id as customer, c.number, c.name, c.grade,
  case when o.id is null then null
    else jsonb_build_object('id', o.id, 'name', o.name) end as owner,
  case when g.id is null then null
    else jsonb_build_object('id', g.id, 'name', g.name) end as group`;

export const HEADS = sql`customer c
  left join app_user o on o.id = c.owner_id
  left join customer_group g on g.creditor_id = c.creditor_id and g.id = c.group_id`;

const CASE = sql`${HEAD}, k.id, k.opened_on as "openedOn", k.closed_on as "closedOn", k.stage,
  k.reason, k.reason_wilful as "reasonWilful", k.reason_note as "reasonNote",
  k.reason_on as "reasonOn", k.reason_by as "reasonBy", k.debtor_level as "debtorLevel",
  k.overdue, k.oldest_due_on as "oldestDueOn", k.overdue_items as "overdueItems", k.points,
  k.parts, k.next_kind as "nextKind", k.next_on as "nextOn",
  to_char(k.next_at, 'HH24:MI') as "nextAt", k.next_why as "nextWhy",
  k.work_kinds as "workKinds", k.work_days as "workDays", k.call_back_on as "callBackOn",
  to_char(k.call_back_at, 'HH24:MI') as "callBackAt", k.call_back_note as "callBackNote",
  k.snoozed_until as "snoozedUntil", k.snooze_reason as "snoozeReason",
  k.snoozed_by as "snoozedBy", k.version`;

const CASES = sql`collection_case k
  join ${HEADS} on c.creditor_id = k.creditor_id and c.id = k.customer_id`;

/** Who these customers are, who answers for them, and what groups they belong to. */
export const listCustomerHeads = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly CustomerHead[]> =>
  rows(
    executor,
    sql<CustomerHead>`select ${HEAD} from ${HEADS}
        where c.creditor_id = ${creditor} and c.id = any(${customers}::uuid[])`,
  );

/** The open cases of these customers. */
export const listOpenCases = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly CaseLine[]> =>
  rows(
    executor,
    sql<CaseLine>`select ${CASE} from ${CASES}
        where k.creditor_id = ${creditor} and k.closed_on is null
          and k.customer_id = any(${customers}::uuid[])`,
  );

/** All cases that a customer ever had, the newest first. */
export const listCustomerCases = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly CaseLine[]> =>
  rows(
    executor,
    sql<CaseLine>`select ${CASE} from ${CASES}
        where k.creditor_id = ${creditor} and k.customer_id = ${customer}
        order by k.closed_on nulls first, k.opened_on desc, k.id desc`,
  );

export type CaseSort = "points" | "overdue" | "oldest" | "opened" | "next" | "name" | "owner";

export type CasesAsked = {
  readonly creditor: CreditorId;
  readonly today: PlainDate;
  readonly state: "open" | "closed" | "all";
  readonly stage: CaseStage | null;
  /** `none`: nobody answers for the customer. */
  readonly owner: UserId | "none" | null;
  /** `none`: nobody has found out. */
  readonly reason: OverdueReason | "none" | null;
  readonly snoozed: boolean | null;
  readonly group: GroupId | null;
  readonly search: string | null;
  readonly sort: CaseSort;
  readonly descending: boolean;
  /** Whose sums sort by what is overdue. */
  readonly currency: Currency;
};

const STATES = {
  open: sql`k.closed_on is null`,
  closed: sql`k.closed_on is not null`,
  all: sql`true`,
};

function asked({ owner, reason, search, ...filter }: CasesAsked) {
  const like = search === null ? null : containing(search);
  const person = owner === "none" ? null : owner;
  return sql`k.creditor_id = ${filter.creditor} and ${STATES[filter.state]}
    and (${filter.stage}::text is null or k.stage = ${filter.stage})
    and (${owner === null} or ${owner === "none"} and c.owner_id is null
      or c.owner_id = ${person}::uuid)
    and (${reason}::text is null or k.reason = ${reason}
      or ${reason}::text = 'none' and k.reason is null)
    and (${filter.snoozed}::boolean is null
      or (k.snoozed_until > ${filter.today}) is true = ${filter.snoozed}::boolean)
    and (${filter.group}::uuid is null or c.group_id = ${filter.group}::uuid)
    and (${like}::text is null or c.name ilike ${like} or c.number ilike ${like})`;
}

function orderOf({ sort, currency }: CasesAsked) {
  if (sort === "overdue") return sql`coalesce((k.overdue ->> ${currency})::bigint, 0)`;
  if (sort === "oldest") return sql`-(k.oldest_due_on - date '2000-01-01')`;
  if (sort === "opened") return sql`k.opened_on`;
  if (sort === "next") return sql`k.next_on`;
  if (sort === "name") return sql`c.name collate "zh-x-icu"`;
  if (sort === "owner") return sql`o.name collate "zh-x-icu"`;
  return sql`k.points`;
}

/** A window of the cases asked for. The window is cut before the wide columns are read. */
export const listCaseLines = (
  executor: Executor,
  filter: CasesAsked,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<readonly CaseLine[]> => {
  const direction = filter.descending ? sql`desc nulls last` : sql`asc nulls last`;
  const order = sql`${orderOf(filter)} ${direction}, k.customer_id, k.id`;
  return rows(
    executor,
    sql<CaseLine>`with picked as materialized (
          select k.id from ${CASES} where ${asked(filter)}
          order by ${order} offset ${offset} limit ${size})
        select ${CASE} from ${CASES}
        where k.creditor_id = ${filter.creditor} and k.id in (select id from picked)
        order by ${order}`,
  );
};

export type StageCount = {
  readonly stage: CaseStage;
  readonly cases: number;
};

export const countCases = (
  executor: Executor,
  filter: CasesAsked,
): Promise<readonly StageCount[]> =>
  rows(
    executor,
    sql<StageCount>`select k.stage, count(*)::integer as cases from ${CASES}
        where ${asked(filter)} group by k.stage`,
  );

export type CurrencySum = { readonly currency: Currency; readonly amount: bigint };

/** What is past due in all cases asked for. */
export const sumCases = (executor: Executor, filter: CasesAsked): Promise<readonly CurrencySum[]> =>
  rows(
    executor,
    sql<CurrencySum>`select due.key as currency, sum(due.value::bigint)::bigint as amount
        from ${CASES} cross join lateral jsonb_each_text(k.overdue) as due
        where ${asked(filter)} group by due.key order by due.key`,
  );

export type ReasonRow = {
  readonly reason: OverdueReason | null;
  readonly cases: number;
  readonly oldestDueOn: PlainDate | null;
  readonly averageDays: number | null;
};

/** Cases by the reason for being late. */
export const listReasons = (
  executor: Executor,
  creditor: CreditorId,
  state: CasesAsked["state"],
): Promise<readonly ReasonRow[]> =>
  rows(
    executor,
    sql<ReasonRow>`select k.reason, count(*)::integer as cases,
          min(k.oldest_due_on) filter (where k.closed_on is null) as "oldestDueOn",
          round(avg(k.closed_on - k.opened_on))::integer as "averageDays"
        from collection_case k where k.creditor_id = ${creditor} and ${STATES[state]}
        group by k.reason order by count(*) desc, k.reason`,
  );

export type ReasonSum = CurrencySum & { readonly reason: OverdueReason | null };

export const sumReasons = (
  executor: Executor,
  creditor: CreditorId,
  state: CasesAsked["state"],
): Promise<readonly ReasonSum[]> =>
  rows(
    executor,
    sql<ReasonSum>`select k.reason, due.key as currency,
          sum(due.value::bigint)::bigint as amount
        from collection_case k cross join lateral jsonb_each_text(k.overdue) as due
        where k.creditor_id = ${creditor} and ${STATES[state]}
        group by k.reason, due.key order by due.key`,
  );

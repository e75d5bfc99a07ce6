/** Promises as they are read: a window of the list with its sums, one customer's, their items. */
import type { PromiseChannel } from "../domain/desk/promise-to-pay.ts";
import type { PromiseState } from "../domain/strategy/dunning-account.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ContactId,
  CreditorId,
  CustomerId,
  GroupId,
  ItemId,
  PromiseId,
  UserId,
} from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { containing } from "./search.ts";
import { type Executor, one, rows, sql } from "./sql.ts";

export type PromiseFilter =
  | "all"
  | "open"
  | "due_today"
  | "due_this_week"
  | "in_grace"
  | "broken"
  | "kept"
  | "withdrawn";
export type PromiseSort = "pay_on" | "taken_on" | "judged_on" | "amount" | "customer";

export type PromisesAsked = {
  readonly filter: PromiseFilter;
  readonly owner: UserId | null;
  readonly group: GroupId | null;
  readonly customer: CustomerId | null;
  readonly search: string | null;
  readonly today: PlainDate;
  /** The last day of this week. */
  readonly weekEnd: PlainDate;
};

export type PromiseOrder = {
  readonly sort: PromiseSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly size: number;
};

export type PromiseLine = {
  readonly id: PromiseId;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly owner: string | null;
  readonly group: GroupId | null;
  readonly groupName: string | null;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly takenOn: PlainDate;
  readonly takenAt: Instant | null;
  readonly takenBy: string | null;
  readonly takenFrom: string | null;
  readonly contact: ContactId | null;
  readonly contactName: string | null;
  readonly channel: PromiseChannel | null;
  readonly note: string | null;
  readonly overruledReason: string | null;
  readonly state: PromiseState;
  readonly judgedOn: PlainDate | null;
  readonly endReason: string | null;
  readonly endedBy: string | null;
  readonly replaces: PromiseId | null;
  readonly replacedBy: PromiseId | null;
};

const FROM = sql`promise p
  join customer c on c.creditor_id = p.creditor_id and c.id = p.customer_id
  left join app_user u on u.id = c.owner_id
  left join customer_group g on g.creditor_id = c.creditor_id and g.id = c.group_id
  left join contact k on k.creditor_id = p.creditor_id and k.id = p.contact_id`;

/** The promises of a filter. */
function within(filter: PromiseFilter, { today, weekEnd }: PromisesAsked) {
  if (filter === "open") return sql`p.state = 'open'`;
  if (filter === "due_today") return sql`p.state = 'open' and p.pay_on = ${today}`;
  if (filter === "due_this_week") {
    return sql`p.state = 'open' and p.pay_on >= ${today} and p.pay_on <= ${weekEnd}`;
  }
  if (filter === "in_grace") return sql`p.state = 'open' and p.pay_on < ${today}`;
  if (filter === "broken") return sql`p.state in ('broken', 'partially_kept')`;
  if (filter === "kept") return sql`p.state = 'kept'`;
  if (filter === "withdrawn") return sql`p.state = 'withdrawn'`;
  return sql`true`;
}

/** Everything asked for but the filter. */
function asked(creditor: CreditorId, { owner, group, customer, search }: PromisesAsked) {
  const like = search === null ? null : containing(search);
  return sql`p.creditor_id = ${creditor}
    and (${customer}::uuid is null or p.customer_id = ${customer}::uuid)
    and (${owner}::uuid is null or c.owner_id = ${owner}::uuid)
    and (${group}::uuid is null or c.group_id = ${group}::uuid)
    and (${like}::text is null or c.name ilike ${like} or c.number ilike ${like}
      or p.taken_from ilike ${like} or k.name ilike ${like})`;
}

function orderOf({ sort, descending }: PromiseOrder) {
  const way = descending ? sql`desc` : sql`asc`;
  if (sort === "amount") return sql`p.currency, p.amount ${way}`;
  if (sort === "customer") return sql`c.name collate "zh-x-icu" ${way}, p.pay_on`;
  if (sort === "taken_on") return sql`p.taken_on ${way}`;
  if (sort === "judged_on") return sql`coalesce(p.judged_on, p.judge_on) ${way}`;
  return sql`p.pay_on ${way}`;
}

/** A window of the promises that are asked for. */
export const listPromiseLines = (
  executor: Executor,
  creditor: CreditorId,
  wanted: PromisesAsked,
  order: PromiseOrder,
): Promise<readonly PromiseLine[]> =>
  rows(
    executor,
    sql<PromiseLine>`select p.id, p.customer_id as customer, c.number as "customerNumber",
          c.name as "customerName", c.grade, u.name as owner, g.id as group,
          g.name as "groupName", p.amount, p.currency, p.pay_on as "payOn",
          p.judge_on as "judgeOn", p.taken_on as "takenOn", p.taken_at as "takenAt",
          p.taken_by as "takenBy", p.taken_from as "takenFrom", p.contact_id as contact,
          k.name as "contactName", p.channel, p.note, p.overruled_reason as "overruledReason",
          p.state, p.judged_on as "judgedOn", p.end_reason as "endReason",
          p.ended_by as "endedBy", p.replaces_id as replaces, later.id as "replacedBy"
        from ${FROM}
        left join promise later on later.creditor_id = p.creditor_id and later.replaces_id = p.id
        where ${asked(creditor, wanted)} and ${within(wanted.filter, wanted)}
        order by ${orderOf(order)}, p.id
        limit ${order.size} offset ${order.offset}`,
  );

export type PromiseSum = {
  readonly currency: Currency;
  readonly amount: bigint;
  /** Of judged ones; what came for open ones is counted anew. */
  readonly came: bigint;
};

/** What is promised by all that is asked for, and what came of those that were judged. */
export const listPromiseSums = (
  executor: Executor,
  creditor: CreditorId,
  wanted: PromisesAsked,
): Promise<readonly PromiseSum[]> =>
  rows(
    executor,
    sql<PromiseSum>`select p.currency, sum(p.amount)::bigint as amount,
          sum((select coalesce(sum(i.came), 0) from promise_item i
            where i.creditor_id = p.creditor_id and i.promise_id = p.id))::bigint as came
        from ${FROM} where ${asked(creditor, wanted)} and ${within(wanted.filter, wanted)}
        group by p.currency order by p.currency`,
  );

/** The open ones of all that is asked for, with whose they are. */
export const listOpenAsked = (
  executor: Executor,
  creditor: CreditorId,
  wanted: PromisesAsked,
): Promise<
  readonly {
    readonly id: PromiseId;
    readonly customer: CustomerId;
    readonly currency: Currency;
  }[]
> =>
  rows(
    executor,
    sql<{ id: PromiseId; customer: CustomerId; currency: Currency }>`
        select p.id, p.customer_id as customer, p.currency from ${FROM}
        where ${asked(creditor, wanted)} and ${within(wanted.filter, wanted)}
          and p.state = 'open' order by p.id`,
  );

export type PromiseCounts = Readonly<Record<PromiseFilter, number>>;

/** How many there are under each filter. */
export function countPromises(
  executor: Executor,
  creditor: CreditorId,
  wanted: PromisesAsked,
): Promise<PromiseCounts> {
  const of = (filter: PromiseFilter) =>
    sql`count(*) filter (where ${within(filter, wanted)})::integer`;
  return one(
    executor,
    sql<PromiseCounts>`select ${of("all")} as all, ${of("open")} as open,
          ${of("due_today")} as due_today, ${of("due_this_week")} as due_this_week,
          ${of("in_grace")} as in_grace, ${of("broken")} as broken, ${of("kept")} as kept,
          ${of("withdrawn")} as withdrawn
        from ${FROM} where ${asked(creditor, wanted)}`,
  );
}

export type PromisedItemLine = {
  readonly promise: PromiseId;
  readonly item: ItemId;
  readonly number: string;
  readonly amount: bigint;
  /** As it was judged; zero for an open one. */
  readonly came: bigint;
  /** How many promises for the item were not kept. */
  readonly level: number;
};

export const listPromisedItems = (
  executor: Executor,
  creditor: CreditorId,
  promises: readonly PromiseId[],
): Promise<readonly PromisedItemLine[]> =>
  rows(
    executor,
    sql<PromisedItemLine>`select pi.promise_id as promise, pi.item_id as item, i.number, pi.amount,
          pi.came, (select count(*) from promise_item other
            join promise p on p.creditor_id = other.creditor_id and p.id = other.promise_id
            where other.creditor_id = pi.creditor_id and other.item_id = pi.item_id
              and p.state in ('broken', 'partially_kept'))::integer as level
        from promise_item pi
        join item i on i.creditor_id = pi.creditor_id and i.id = pi.item_id
        where pi.creditor_id = ${creditor} and pi.promise_id = any(${promises}::uuid[])
        order by i.due_on, i.number`,
  );

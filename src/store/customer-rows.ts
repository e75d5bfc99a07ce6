/** Customers in lists: windows by a key, sums by currency, and what marks a row. */
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { containing } from "./search.ts";
import { type Executor, one, type Query, rows, sql } from "./sql.ts";

export type CustomerSort = "name" | "number" | "overdue" | "balance" | "oldest_days" | "grade";
export type CustomerFilter = "all" | "open" | "overdue" | "held" | "disputed" | "promised";

/** Which customers, in which order, after which row. */
export type CustomerWindow = {
  readonly creditor: CreditorId;
  readonly today: PlainDate;
  readonly search: string | null;
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort;
  readonly descending: boolean;
  /** The currency whose amounts sort. */
  readonly currency: Currency;
  /** The key and id of the row before the window. */
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

export type CustomerLine = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly grade: Grade | null;
  readonly salesperson: string | null;
  readonly key: string;
};

/** Whether a window sorts or filters by what is open, so that the open items are summed first. */
const bySums = ({ sort, filter }: CustomerWindow): boolean =>
  ["overdue", "balance", "oldest_days"].includes(sort) || filter === "open" || filter === "overdue";

/** One line per customer with anything open: what amounts sort by, and whether any is late. */
const sumsOf = ({ creditor, today, currency, sort }: CustomerWindow) => sql`
  select customer_id, ${
    sort === "oldest_days"
      ? sql`max(${today}::date - due_on) filter (where open_amount > 0)::bigint`
      : sql`sum(open_amount) filter (where currency = ${currency}
          and (${sort === "balance"} or due_on < ${today}))::bigint`
  } as key, bool_or(open_amount > 0 and due_on < ${today}) as late
  from item where creditor_id = ${creditor} and open_amount <> 0 group by customer_id`;

/** The sorting key with its type; names are in the order of their pinyin. */
function keyOf({ sort }: CustomerWindow) {
  if (sort === "number") return { column: sql`c.number`, type: sql`text` };
  if (sort === "grade") return { column: sql`coalesce(c.grade, 'Z')`, type: sql`text` };
  if (sort === "name") return { column: sql`c.name collate "zh-x-icu"`, type: sql`text` };
  const nothing = sort === "oldest_days" ? sql`-100000` : sql`0`;
  return { column: sql`coalesce(s.key, ${nothing})`, type: sql`bigint` };
}

function filterOf({ filter, creditor, today }: CustomerWindow) {
  if (filter === "open") return sql`and s.customer_id is not null`;
  if (filter === "overdue") return sql`and s.late`;
  if (filter === "held") {
    return sql`and exists (select from hold h where h.creditor_id = ${creditor}
      and (h.customer_id = c.id or h.group_id = c.group_id) and h.from_on <= ${today}
      and (h.until_on is null or h.until_on > ${today}))`;
  }
  if (filter === "disputed") {
    return sql`and exists (select from dispute d where d.creditor_id = ${creditor}
      and d.customer_id = c.id and d.closed_on is null)`;
  }
  if (filter === "promised") {
    return sql`and exists (select from promise p where p.creditor_id = ${creditor}
      and p.customer_id = c.id and p.state = 'open')`;
  }
  return sql``;
}

function searchOf({ search }: CustomerWindow) {
  if (search === null) return sql``;
  const like = containing(search);
  return sql`and (c.name ilike ${like} or c.number ilike ${like} or c.name_en ilike ${like})`;
}

/** The customers of a window, before it is cut: with their sums `s` where those are needed. */
const listed = (window: CustomerWindow) => sql`customer c
  ${bySums(window) ? sql`left join (${sumsOf(window)}) s on s.customer_id = c.id` : sql``}
  where c.creditor_id = ${window.creditor} ${filterOf(window)} ${searchOf(window)}`;

/** One window of customers: at most `size` rows and one more, which tells that it goes on. */
export function listCustomerLines(
  executor: Executor,
  window: CustomerWindow,
): Promise<readonly CustomerLine[]> {
  const { after, descending, size } = window;
  const { column, type } = keyOf(window);
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  const query: Query<CustomerLine> = sql`
    select c.id, c.number, c.name, c.grade, c.salesperson, (${column})::text as key
    from ${listed(window)}
      ${
        after === null
          ? sql``
          : sql`and (${column} ${beyond} ${after.key}::${type}
              or (${column} = ${after.key}::${type} and c.id > ${after.id}::uuid))`
      }
    order by ${column} ${direction}, c.id limit ${size + 1}`;
  return rows(executor, query);
}

export async function countCustomerLines(
  executor: Executor,
  window: CustomerWindow,
): Promise<number> {
  const needed = bySums({ ...window, sort: "name" })
    ? window
    : { ...window, sort: "name" as const };
  const { count } = await one<{ count: number }>(
    executor,
    sql`select count(*)::integer as count from ${listed(needed)}`,
  );
  return count;
}

export type CustomerSums = {
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly balance: bigint;
  readonly overdue: bigint;
  /** Receipts and credit memos not yet used: zero or negative. */
  readonly unapplied: bigint;
  /** Days past due of the oldest claim; zero or less when nothing is; null without a claim. */
  readonly oldestDays: number | null;
  readonly items: number;
};

/** What these customers owe on a day, a line per currency, the home currency first. */
export const listCustomerSums = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly CustomerSums[]> =>
  rows(
    executor,
    sql<CustomerSums>`select customer_id as customer, currency,
          sum(open_amount)::bigint as balance,
          coalesce(sum(open_amount) filter (where due_on < ${today}), 0)::bigint as overdue,
          coalesce(sum(open_amount) filter (where open_amount < 0), 0)::bigint as unapplied,
          max(${today}::date - due_on) as "oldestDays", count(*)::integer as items
        from item where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and open_amount <> 0
        group by customer_id, currency
        order by customer_id, currency <>
          (select home_currency from creditor where id = ${creditor}), currency`,
  );

export type CustomerMarks = {
  readonly customer: CustomerId;
  readonly held: boolean;
  readonly disputed: boolean;
  readonly promised: boolean;
};

/** Whether these customers stand under a hold, in a dispute, or with an open promise. */
export const listCustomerMarks = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly CustomerMarks[]> =>
  rows(
    executor,
    sql<CustomerMarks>`select c.id as customer,
          exists (select from hold h where h.creditor_id = c.creditor_id
            and (h.customer_id = c.id or h.group_id = c.group_id)
            and h.from_on <= ${today} and (h.until_on is null or h.until_on > ${today})) as held,
          exists (select from dispute d where d.creditor_id = c.creditor_id
            and d.customer_id = c.id and d.closed_on is null) as disputed,
          exists (select from promise p where p.creditor_id = c.creditor_id
            and p.customer_id = c.id and p.state = 'open') as promised
        from customer c where c.creditor_id = ${creditor} and c.id = any(${customers}::uuid[])`,
  );

/**
 * The currencies in which anything is open, the home currency first. Each is found by one step into
 * the index, however many items there are in it.
 */
export async function listOpenCurrencies(
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly Currency[]> {
  const found = await rows<{ currency: Currency }>(
    executor,
    sql`with recursive open_currency as (
          select min(currency) as currency from item
          where creditor_id = ${creditor} and open_amount <> 0
          union all
          select (select min(i.currency) from item i
            where i.creditor_id = ${creditor} and i.open_amount <> 0 and i.currency > o.currency)
          from open_currency o where o.currency is not null)
        select currency from open_currency where currency is not null
        order by currency <> (select home_currency from creditor where id = ${creditor}), currency`,
  );
  return found.map(({ currency }) => currency);
}

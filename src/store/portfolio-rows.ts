/** Customers with who answers for them and what they owe, as a hand-over shows them. */
import type { Grade } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, GroupId, UserId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, one, type Query, rows, sql } from "./sql.ts";

/** Which customers: of an owner or of nobody, a group's, or these. */
export type Which =
  | { readonly owner: UserId | null }
  | { readonly group: GroupId }
  | { readonly customers: readonly CustomerId[] };

function whichOf(which: Which): Query<unknown> {
  if ("group" in which) return sql`c.group_id = ${which.group}`;
  if ("customers" in which) return sql`c.id = any(${which.customers}::uuid[])`;
  return which.owner === null ? sql`c.owner_id is null` : sql`c.owner_id = ${which.owner}`;
}

type Brief = { readonly id: UserId; readonly name: string; readonly disabled: boolean };

export type PortfolioLine = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly grade: Grade | null;
  readonly owner: Brief | null;
  readonly sales: Brief | null;
  readonly salesperson: string | null;
  readonly openTasks: number;
};

const personOf = (column: string) => sql`(select jsonb_build_object('id', u.id, 'name', u.name,
  'disabled', u.disabled_at is not null) from app_user u where u.id = ${sql.ref(column)})`;

/** A window of them by number. */
export const listPortfolio = (
  executor: Executor,
  creditor: CreditorId,
  which: Which,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<readonly PortfolioLine[]> =>
  rows(
    executor,
    sql<PortfolioLine>`select c.id, c.number, c.name, c.grade, ${personOf("c.owner_id")} as owner,
          ${personOf("c.sales_id")} as sales, c.salesperson,
          (select count(*) from desk_task t where t.creditor_id = c.creditor_id
            and t.customer_id = c.id and t.state = 'open' and t.assignee_id = c.owner_id)::integer
            as "openTasks"
        from customer c where c.creditor_id = ${creditor} and ${whichOf(which)}
        order by c.number, c.id offset ${offset} limit ${size}`,
  );

export type PortfolioSum = {
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly balance: bigint;
  readonly overdue: bigint;
};

const OVERDUE = sql`coalesce(sum(i.open_amount) filter (
  where i.open_amount > 0 and i.due_on < `;

/** What each of these customers owes, a line per currency. */
export const listPortfolioSums = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  today: PlainDate,
): Promise<readonly PortfolioSum[]> =>
  rows(
    executor,
    sql<PortfolioSum>`select i.customer_id as customer, i.currency,
          sum(i.open_amount)::bigint as balance, ${OVERDUE} ${today}), 0)::bigint as overdue
        from item i where i.creditor_id = ${creditor} and i.open_amount <> 0
          and i.customer_id = any(${customers}::uuid[])
        group by i.customer_id, i.currency order by i.currency`,
  );

export type PortfolioTotal = Omit<PortfolioSum, "customer">;

/** What all of them owe together. */
export const sumPortfolio = (
  executor: Executor,
  creditor: CreditorId,
  which: Which,
  today: PlainDate,
): Promise<readonly PortfolioTotal[]> =>
  rows(
    executor,
    sql<PortfolioTotal>`select i.currency, sum(i.open_amount)::bigint as balance,
          ${OVERDUE} ${today}), 0)::bigint as overdue
        from customer c
        join item i on i.creditor_id = c.creditor_id and i.customer_id = c.id
          and i.open_amount <> 0
        where c.creditor_id = ${creditor} and ${whichOf(which)}
        group by i.currency order by i.currency`,
  );

/** How many customers these are, and how many open tasks their owners have on them. */
export const countPortfolio = (
  executor: Executor,
  creditor: CreditorId,
  which: Which,
): Promise<{ readonly customers: number; readonly tasks: number }> =>
  one(
    executor,
    sql<{ customers: number; tasks: number }>`select count(*)::integer as customers,
          coalesce(sum((select count(*) from desk_task t where t.creditor_id = c.creditor_id
            and t.customer_id = c.id and t.state = 'open' and t.assignee_id = c.owner_id)), 0)
            ::integer as tasks
        from customer c where c.creditor_id = ${creditor} and ${whichOf(which)}`,
  );

export type OwnerLine = {
  readonly user: UserId;
  readonly customers: number;
  readonly sells: number;
};

/** How many customers each person owns and sells to. */
export const listOwnerCounts = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly OwnerLine[]> =>
  rows(
    executor,
    sql<OwnerLine>`select u.id as "user", count(*) filter (where c.owner_id = u.id)::integer
            as customers, count(*) filter (where c.sales_id = u.id)::integer as sells
        from customer c join app_user u on u.id in (c.owner_id, c.sales_id)
        where c.creditor_id = ${creditor} group by u.id`,
  );

export type OwnerSum = {
  readonly user: UserId;
  readonly currency: Currency;
  readonly overdue: bigint;
};

/** What is overdue of the customers each person owns. */
export const listOwnerSums = (
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<readonly OwnerSum[]> =>
  rows(
    executor,
    sql<OwnerSum>`select c.owner_id as "user", i.currency, sum(i.open_amount)::bigint as overdue
        from item i
        join customer c on c.creditor_id = i.creditor_id and c.id = i.customer_id
        where i.creditor_id = ${creditor} and i.open_amount > 0 and i.due_on < ${today}
          and c.owner_id is not null
        group by c.owner_id, i.currency order by i.currency`,
  );

export type TaskCount = { readonly user: UserId; readonly open: number; readonly late: number };

/** Open tasks of each person, and how many of them are late. */
export const listTaskCounts = (
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<readonly TaskCount[]> =>
  rows(
    executor,
    sql<TaskCount>`select assignee_id as "user", count(*)::integer as open,
          count(*) filter (where due_on < ${today})::integer as late
        from desk_task where creditor_id = ${creditor} and state = 'open'
          and assignee_id is not null
        group by assignee_id`,
  );

export type SalespersonRow = {
  readonly name: string;
  readonly customers: number;
  readonly withoutOwner: number;
  readonly withoutSales: number;
  readonly user: Brief | null;
};

/** Salespeople's names in the records, with the one person who is called exactly so. */
export const listSalespeople = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly SalespersonRow[]> =>
  rows(
    executor,
    sql<SalespersonRow>`select s.name, s.customers, s."withoutOwner", s."withoutSales",
          (select jsonb_build_object('id', (array_agg(u.id))[1], 'name', s.name,
              'disabled', bool_or(u.disabled_at is not null))
            from app_user u where u.name = s.name and exists (
              select from user_role r where r.user_id = u.id
                and (r.creditor_id is null or r.creditor_id = ${creditor}))
            having count(*) = 1) as "user"
        from (
          select trim(salesperson) as name, count(*)::integer as customers,
            count(*) filter (where owner_id is null)::integer as "withoutOwner",
            count(*) filter (where sales_id is null)::integer as "withoutSales"
          from customer where creditor_id = ${creditor} and trim(salesperson) <> ''
          group by trim(salesperson)) s
        order by s.customers desc, s.name`,
  );

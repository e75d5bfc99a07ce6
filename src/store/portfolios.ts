/** Whose customers are whose: locked for a change, changed with a record of it. */
import type { Owned, OwnerChange, OwnerKind } from "../domain/desk/portfolio.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, OwnerChangeId, UserId } from "../domain/values/ids.ts";
import { type Executor, type Query, rows, run, sql } from "./sql.ts";

/** The collector or the salesperson: the column and nothing else. */
const columnOf = (kind: OwnerKind): Query<unknown> =>
  sql.ref(kind === "owner" ? "owner_id" : "sales_id");

const locked = (
  executor: Executor,
  creditor: CreditorId,
  kind: OwnerKind,
  which: Query<unknown>,
): Promise<readonly Owned[]> =>
  rows(
    executor,
    sql<Owned>`select id, ${columnOf(kind)} as owner from customer
        where creditor_id = ${creditor} and ${which} order by id for update`,
  );

/** Locks these customers, in the order of their ids; those out of reach are not among them. */
export const lockOwned = (
  executor: Executor,
  creditor: CreditorId,
  kind: OwnerKind,
  customers: readonly CustomerId[],
): Promise<readonly Owned[]> =>
  locked(executor, creditor, kind, sql`id = any(${customers}::uuid[])`);

/** Locks every customer of one owner. */
export const lockOwnedBy = (
  executor: Executor,
  creditor: CreditorId,
  owner: UserId,
): Promise<readonly Owned[]> => locked(executor, creditor, "owner", sql`owner_id = ${owner}`);

/** Locks customers without owner, those with the largest overdue sum in a currency first. */
export const lockUnowned = (
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<readonly Owned[]> =>
  rows(
    executor,
    sql<Owned>`with unowned as materialized (
          select id from customer where creditor_id = ${creditor} and owner_id is null
          order by id for update),
        late as (
          select customer_id, max(sum) as most from (
            select customer_id, currency, sum(open_amount) as sum from item
            where creditor_id = ${creditor} and open_amount > 0 and due_on < ${today}
            group by customer_id, currency) s
          group by customer_id)
        select u.id, null::uuid as owner from unowned u left join late l on l.customer_id = u.id
        order by l.most desc nulls last, u.id`,
  );

export type NamedSalesperson = { readonly name: string; readonly user: UserId };

/** Locks customers without owner (or salesperson) whose record names one of these people. */
export const lockNamedFor = (
  executor: Executor,
  creditor: CreditorId,
  kind: OwnerKind,
  pairs: readonly NamedSalesperson[],
): Promise<readonly { readonly id: CustomerId; readonly to: UserId }[]> =>
  rows(
    executor,
    sql<{ id: CustomerId; to: UserId }>`select c.id, p."user" as to from customer c
        join unnest(${pairs.map(({ name }) => name)}::text[],
          ${pairs.map(({ user }) => user)}::uuid[]) as p (name, "user")
          on trim(c.salesperson) = p.name
        where c.creditor_id = ${creditor} and c.${columnOf(kind)} is null
        order by c.id for update of c`,
  );

export type Recorded = {
  readonly kind: OwnerKind;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  newId(): OwnerChangeId;
};

/** Changes the owners and keeps who it was before, in one statement. */
export async function updateOwners(
  executor: Executor,
  creditor: CreditorId,
  changes: readonly OwnerChange[],
  { kind, day, at, by, reason, newId }: Recorded,
): Promise<void> {
  await run(
    executor,
    sql`with given as (
          select id, customer, from_id, to_id from unnest(${changes.map(() => newId())}::uuid[],
            ${changes.map(({ customer }) => customer)}::uuid[],
            ${changes.map(({ from }) => from)}::uuid[],
            ${changes.map(({ to }) => to)}::uuid[]) as g (id, customer, from_id, to_id)),
        changed as (
          update customer c set ${columnOf(kind)} = g.to_id from given g
          where c.creditor_id = ${creditor} and c.id = g.customer)
        insert into owner_change (creditor_id, id, customer_id, kind, from_id, to_id, day, at, by,
          reason)
        select ${creditor}, id, customer, ${kind}, from_id, to_id, ${day}, ${at}, ${by}, ${reason}
        from given`,
  );
}

/** Moves the open tasks that the former owners have on these customers; gives how many. */
export const moveOpenTasks = (
  executor: Executor,
  creditor: CreditorId,
  changes: readonly OwnerChange[],
): Promise<number> =>
  run(
    executor,
    sql`update desk_task t set assignee_id = g.to_id, version = version + 1
        from unnest(${changes.map(({ customer }) => customer)}::uuid[],
          ${changes.map(({ from }) => from)}::uuid[],
          ${changes.map(({ to }) => to)}::uuid[]) as g (customer, from_id, to_id)
        where t.creditor_id = ${creditor} and t.state = 'open' and t.customer_id = g.customer
          and t.assignee_id = g.from_id and g.to_id is not null`,
  );

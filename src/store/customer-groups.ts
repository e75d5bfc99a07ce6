/** Groups of customers that are worked as one. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, GroupId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, maybe, one, rows, run, sql } from "./sql.ts";

export type GroupRow = { readonly id: GroupId; readonly name: string; readonly customers: number };

/** With how many of their customers the reader may see. */
export const listGroups = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly GroupRow[]> =>
  rows(
    executor,
    sql<GroupRow>`select g.id, g.name, (select count(*) from customer c
            where c.creditor_id = g.creditor_id and c.group_id = g.id)::integer as customers
        from customer_group g where g.creditor_id = ${creditor}
        order by g.name collate "zh-x-icu", g.id`,
  );

export type GroupSum = {
  readonly group: GroupId;
  readonly currency: Currency;
  readonly balance: bigint;
  readonly overdue: bigint;
};

export const listGroupSums = (
  executor: Executor,
  creditor: CreditorId,
  today: PlainDate,
): Promise<readonly GroupSum[]> =>
  rows(
    executor,
    sql<GroupSum>`select c.group_id as "group", i.currency,
          sum(i.open_amount)::bigint as balance, coalesce(sum(i.open_amount) filter (
            where i.open_amount > 0 and i.due_on < ${today}), 0)::bigint as overdue
        from customer c
        join item i on i.creditor_id = c.creditor_id and i.customer_id = c.id
          and i.open_amount <> 0
        where c.creditor_id = ${creditor} and c.group_id is not null
        group by c.group_id, i.currency order by i.currency`,
  );

/** Locks a group; null when there is none. */
export const lockGroup = (
  executor: Executor,
  creditor: CreditorId,
  id: GroupId,
): Promise<{ readonly name: string } | null> =>
  maybe(
    executor,
    sql<{ name: string }>`select name from customer_group
        where creditor_id = ${creditor} and id = ${id} for update`,
  );

/** Whether another group has this name. */
export const hasGroupNamed = async (
  executor: Executor,
  creditor: CreditorId,
  name: string,
  but: GroupId | null,
): Promise<boolean> =>
  (
    await one<{ found: boolean }>(
      executor,
      sql`select exists (select from customer_group where creditor_id = ${creditor}
            and name = ${name} and id is distinct from ${but}::uuid) as found`,
    )
  ).found;

type Named = { readonly id: GroupId; readonly name: string };

export async function insertGroup(
  executor: Executor,
  creditor: CreditorId,
  group: Named,
): Promise<void> {
  await run(
    executor,
    sql`insert into customer_group (creditor_id, id, name)
        values (${creditor}, ${group.id}, ${group.name})`,
  );
}

export async function updateGroupName(
  executor: Executor,
  creditor: CreditorId,
  group: Named,
): Promise<void> {
  await run(
    executor,
    sql`update customer_group set name = ${group.name}
        where creditor_id = ${creditor} and id = ${group.id}`,
  );
}

/** Puts these customers into a group and wakes them: a hold of the group is theirs from now on. */
export async function updateGroupOf(
  executor: Executor,
  creditor: CreditorId,
  group: GroupId,
  customers: readonly CustomerId[],
): Promise<void> {
  await run(
    executor,
    sql`update customer set group_id = ${group}, wake_on = '-infinity'
        where creditor_id = ${creditor} and id = any(${customers}::uuid[])`,
  );
}

/** Takes these customers out of a group, where they are in it, and wakes them. */
export async function clearGroupOf(
  executor: Executor,
  creditor: CreditorId,
  group: GroupId,
  customers: readonly CustomerId[],
): Promise<void> {
  await run(
    executor,
    sql`update customer set group_id = null, wake_on = '-infinity'
        where creditor_id = ${creditor} and group_id = ${group}
          and id = any(${customers}::uuid[])`,
  );
}

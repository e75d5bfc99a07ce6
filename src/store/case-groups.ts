/** Groups of companies worked as one: who belongs to them, and what their cases sum to. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, GroupId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type CustomerHead, HEAD, HEADS } from "./case-rows.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** The companies of a group, in the order of their numbers. */
export const listGroupHeads = (
  executor: Executor,
  creditor: CreditorId,
  group: GroupId,
): Promise<readonly CustomerHead[]> =>
  rows(
    executor,
    sql<CustomerHead>`select ${HEAD} from ${HEADS}
        where c.creditor_id = ${creditor} and c.group_id = ${group} order by c.number limit 500`,
  );

export async function findGroupName(
  executor: Executor,
  creditor: CreditorId,
  group: GroupId,
): Promise<string | null> {
  const found = await rows<{ name: string }>(
    executor,
    sql`select name from customer_group where creditor_id = ${creditor} and id = ${group}`,
  );
  return found[0]?.name ?? null;
}

export type GroupRow = {
  readonly id: GroupId;
  readonly name: string;
  readonly companies: number;
  readonly cases: number;
  readonly oldestDueOn: PlainDate;
  readonly points: number;
  readonly overdue: readonly { readonly currency: Currency; readonly amount: string }[];
};

/** Groups with an open case, those with the most points first. */
export const listCaseGroups = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly GroupRow[]> =>
  rows(
    executor,
    sql<GroupRow>`with late as (
          select c.group_id, k.id, k.oldest_due_on, k.points, k.overdue
          from collection_case k
          join customer c on c.creditor_id = k.creditor_id and c.id = k.customer_id
          where k.creditor_id = ${creditor} and k.closed_on is null and c.group_id is not null)
        select g.id, g.name, count(*)::integer as cases, min(late.oldest_due_on) as "oldestDueOn",
          max(late.points)::integer as points,
          (select count(*)::integer from customer m
            where m.creditor_id = ${creditor} and m.group_id = g.id) as companies,
          (select jsonb_agg(jsonb_build_object('currency', s.key, 'amount', s.amount))
            from (select due.key, sum(due.value::bigint)::text as amount from late l
              cross join lateral jsonb_each_text(l.overdue) as due
              where l.group_id = g.id group by due.key order by due.key) s) as overdue
        from late join customer_group g on g.creditor_id = ${creditor} and g.id = late.group_id
        group by g.id, g.name order by max(late.points) desc, g.name limit 500`,
  );

/** How customers' promises were judged, summed; how often those for an item were not kept. */
import type { JudgedSums } from "../domain/desk/promise-reliability.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type CustomerJudged = JudgedSums & { readonly customer: CustomerId };

/** A row for each customer and currency with promises judged after `since`. */
export const listReliability = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  since: PlainDate,
): Promise<readonly CustomerJudged[]> =>
  rows(
    executor,
    sql<CustomerJudged>`select p.customer_id as customer, p.currency,
          count(*) filter (where p.state = 'kept')::integer as kept,
          count(*) filter (where p.state = 'partially_kept')::integer as "partiallyKept",
          count(*) filter (where p.state = 'broken')::integer as broken,
          sum(p.amount)::bigint as amount,
          coalesce(sum(case p.state when 'kept' then p.amount when 'partially_kept' then
            (select sum(pi.came) from promise_item pi
              where pi.creditor_id = p.creditor_id and pi.promise_id = p.id)
            end), 0)::bigint as "keptAmount"
        from promise p
        where p.creditor_id = ${creditor} and p.customer_id = any(${customers}::uuid[])
          and p.state in ('kept', 'partially_kept', 'broken') and p.judged_on > ${since}
        group by p.customer_id, p.currency
        order by p.customer_id, p.currency`,
  );

export type PromiseLevel = { readonly item: ItemId; readonly level: number };

/** The promise level of each item that has one: how many promises for it were not kept. */
export const listPromiseLevels = (
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly PromiseLevel[]> =>
  rows(
    executor,
    sql<PromiseLevel>`select pi.item_id as item, count(*)::integer as level
        from promise_item pi
        join promise p on p.creditor_id = pi.creditor_id and p.id = pi.promise_id
        where pi.creditor_id = ${creditor} and pi.item_id = any(${items}::uuid[])
          and p.state in ('broken', 'partially_kept')
        group by pi.item_id order by pi.item_id`,
  );

export type BrokenCount = { readonly customer: CustomerId; readonly broken: number };

/** How many promises of each customer were not kept, ever; who has none is left out. */
export const listBrokenCounts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly BrokenCount[]> =>
  rows(
    executor,
    sql<BrokenCount>`select customer_id as customer, count(*)::integer as broken from promise
        where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and state in ('broken', 'partially_kept')
        group by customer_id order by customer_id`,
  );

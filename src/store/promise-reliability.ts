/** How customers' promises were judged, summed; how often those for an item were not kept. */
import type { JudgedSums } from "../domain/desk/promise-reliability.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
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

/** Which customers can be reached by mail. */
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** Those of these customers who have a contact with an address that did not opt out. */
export async function listReachable(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<ReadonlySet<CustomerId>> {
  const found = await rows<{ customer: CustomerId }>(
    executor,
    sql`select distinct customer_id as customer from contact
        where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and email is not null and not opted_out`,
  );
  return new Set(found.map(({ customer }) => customer));
}

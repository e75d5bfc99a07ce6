/** Customers by the number and name that people know them by. */
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type CustomerName = { readonly customer: string; readonly name: string };

export async function listCustomerNames(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, CustomerName>> {
  const found = await rows(
    executor,
    sql<{ id: CustomerId; number: string; name: string }>`select id, number, name from customer
        where creditor_id = ${creditor} and id = any(${ids}::uuid[])`,
  );
  return new Map(found.map(({ id, number, name }) => [id, { customer: number, name }]));
}

/** Locks for acts that change nothing of what is planned: the customer sleeps on. */
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";
import { rememberTouched } from "./touched.ts";

/**
 * Locks these customers in the order of their ids without waking them, so that letters that wait
 * to be released stay as they were planned; their cases are judged anew. Who is out of reach is
 * left out.
 */
export async function lockQuietly(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly CustomerId[]> {
  const locked = await rows<{ id: CustomerId }>(
    executor,
    sql`select id from customer
        where creditor_id = ${creditor} and id = any(${customers}::uuid[])
        order by id for update`,
  );
  const ids = locked.map(({ id }) => id);
  rememberTouched(executor, ids);
  return ids;
}

/** Whether this one customer is there and now locked; nobody in particular always is. */
export const lockOneQuietly = async (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId | null,
): Promise<boolean> =>
  customer === null || (await lockQuietly(executor, creditor, [customer])).length === 1;

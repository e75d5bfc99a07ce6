/** Approved refunds that wait for their money to leave the bank. */
import type { CreditorId, CustomerId, RefundId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** The approved refunds of a customer of exactly this amount (positive), the oldest first. */
export const listApprovedRefunds = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  amount: Money,
): Promise<readonly { readonly id: RefundId }[]> =>
  rows(
    executor,
    sql<{ id: RefundId }>`select id from refund
        where creditor_id = ${creditor} and customer_id = ${customer} and state = 'approved'
          and amount = ${amount.minor} and currency = ${amount.currency}
        order by requested_at, id`,
  );

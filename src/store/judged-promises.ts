/** Promises that were judged kept and touch items that opened again: they are judged anew. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type JudgedPromiseRow = {
  readonly id: PromiseId;
  readonly state: "kept" | "partially_kept";
  readonly currency: Currency;
  readonly amount: Minor;
  readonly payOn: PlainDate;
  readonly judgedOn: PlainDate;
  readonly item: ItemId;
};

/** A row for each promised item of the customer's promises that were kept, wholly or in part. */
export const listJudgedPromises = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly JudgedPromiseRow[]> =>
  rows(
    executor,
    sql<JudgedPromiseRow>`select p.id, p.state, p.currency, p.amount, p.pay_on as "payOn",
          p.judged_on as "judgedOn", pi.item_id as item
        from promise p
        join promise_item pi on pi.creditor_id = p.creditor_id and pi.promise_id = p.id
        where p.creditor_id = ${creditor} and p.customer_id = ${customer}
          and p.state in ('kept', 'partially_kept')
        order by p.id, pi.item_id`,
  );

/** Promises that were judged kept and touch items that opened again: they are judged anew. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

export type JudgedPromiseRow = {
  readonly id: PromiseId;
  readonly state: "kept" | "partially_kept";
  readonly currency: Currency;
  readonly amount: Minor;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly judgedOn: PlainDate;
  readonly item: ItemId;
  readonly promised: Minor;
  readonly openWhenTaken: Minor;
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
          p.judge_on as "judgeOn", p.judged_on as "judgedOn", pi.item_id as item,
          pi.amount as promised, pi.open_when_taken as "openWhenTaken"
        from promise p
        join promise_item pi on pi.creditor_id = p.creditor_id and pi.promise_id = p.id
        where p.creditor_id = ${creditor} and p.customer_id = ${customer}
          and p.state in ('kept', 'partially_kept')
        order by p.id, pi.item_id`,
  );

export type RejudgedPromise = {
  readonly id: PromiseId;
  readonly state: "open" | "kept" | "partially_kept" | "broken";
  /** Null: it is open again. */
  readonly judgedOn: PlainDate | null;
};

export async function updatePromisesRejudged(
  executor: Executor,
  creditor: CreditorId,
  promises: readonly RejudgedPromise[],
): Promise<void> {
  await run(
    executor,
    sql`update promise set state = given.state, judged_on = given.judged_on
        from unnest(${promises.map(({ id }) => id)}::uuid[],
          ${promises.map(({ state }) => state)}::text[],
          ${promises.map(({ judgedOn }) => judgedOn)}::date[]) as given (id, state, judged_on)
        where promise.creditor_id = ${creditor} and promise.id = given.id`,
  );
}

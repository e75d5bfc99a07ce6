/** Promises to pay and the items they are about. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewPromise = {
  readonly id: PromiseId;
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly takenOn: PlainDate;
  readonly takenFrom: string | null;
  readonly items: readonly {
    readonly item: ItemId;
    readonly amount: bigint;
    readonly open: bigint;
  }[];
};

export async function insertPromise(
  executor: Executor,
  creditor: CreditorId,
  promise: NewPromise,
): Promise<void> {
  await run(
    executor,
    sql`with taken as (
          insert into promise (creditor_id, id, customer_id, currency, amount, pay_on, judge_on,
            taken_on, taken_from, state)
          values (${creditor}, ${promise.id}, ${promise.customer}, ${promise.currency},
            ${promise.amount}, ${promise.payOn}, ${promise.judgeOn}, ${promise.takenOn},
            ${promise.takenFrom}, 'open')
          returning creditor_id, id)
        insert into promise_item (creditor_id, promise_id, item_id, amount, open_when_taken)
        select taken.creditor_id, taken.id, promised.*
        from taken, unnest(${promise.items.map(({ item }) => item)}::uuid[],
          ${promise.items.map(({ amount }) => amount)}::bigint[],
          ${promise.items.map(({ open }) => open)}::bigint[]) as promised`,
  );
}

/** Writes down how a promise ended. */
export async function updatePromiseState(
  executor: Executor,
  creditor: CreditorId,
  id: PromiseId,
  state: "kept" | "partially_kept" | "broken" | "withdrawn",
  judgedOn: PlainDate,
): Promise<void> {
  await run(
    executor,
    sql`update promise set state = ${state}, judged_on = ${judgedOn}
        where creditor_id = ${creditor} and id = ${id} and state = 'open'`,
  );
}

/** Whose promise it is and how it stands; null when there is none. */
export const findPromise = (
  executor: Executor,
  creditor: CreditorId,
  id: PromiseId,
): Promise<{ readonly customer: CustomerId; readonly state: string } | null> =>
  maybe(
    executor,
    sql<{ customer: CustomerId; state: string }>`select customer_id as customer, state
        from promise where creditor_id = ${creditor} and id = ${id}`,
  );

/** How many promises of a customer were broken, partly broken ones included. */
export async function countBroken(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<number> {
  const row = await maybe<{ broken: number }>(
    executor,
    sql`select count(*)::integer as broken from promise
        where creditor_id = ${creditor} and customer_id = ${customer}
          and state in ('broken', 'partially_kept')`,
  );
  return row?.broken ?? 0;
}

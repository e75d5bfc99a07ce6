/** Promises to pay and the items they are about. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type NewPromise = {
  readonly id: PromiseId;
  readonly customer: CustomerId;
  readonly amount: Money;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly takenOn: PlainDate;
  readonly takenFrom: string | null;
  readonly items: readonly {
    readonly item: ItemId;
    readonly amount: Money;
    readonly open: Money;
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
          values (${creditor}, ${promise.id}, ${promise.customer}, ${promise.amount.currency},
            ${promise.amount.minor}, ${promise.payOn}, ${promise.judgeOn}, ${promise.takenOn},
            ${promise.takenFrom}, 'open')
          returning creditor_id, id)
        insert into promise_item (creditor_id, promise_id, item_id, amount, open_when_taken)
        select taken.creditor_id, taken.id, promised.*
        from taken, unnest(${promise.items.map(({ item }) => item)}::uuid[],
          ${promise.items.map(({ amount }) => amount.minor)}::bigint[],
          ${promise.items.map(({ open }) => open.minor)}::bigint[]) as promised`,
  );
}

export type EndedPromise = {
  readonly id: PromiseId;
  readonly state: "kept" | "partially_kept" | "broken" | "withdrawn";
};

/** Writes down how open promises ended; gives how many were open until now. */
export async function updatePromiseStates(
  executor: Executor,
  creditor: CreditorId,
  ended: readonly EndedPromise[],
  judgedOn: PlainDate,
): Promise<number> {
  return run(
    executor,
    sql`update promise set state = ended.state, judged_on = ${judgedOn}
        from unnest(${ended.map(({ id }) => id)}::uuid[],
          ${ended.map(({ state }) => state)}::text[]) as ended (id, state)
        where promise.creditor_id = ${creditor} and promise.id = ended.id
          and promise.state = 'open'`,
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

type PromisableRow = {
  readonly id: ItemId;
  readonly currency: Currency;
  readonly open: bigint;
  readonly promised: bigint;
};

/** The customer's open items, and what is free of each: open less what open promises cover. */
export async function listPromisableItems(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly { readonly id: ItemId; readonly open: Money; readonly free: Money }[]> {
  const found = await rows(
    executor,
    sql<PromisableRow>`select i.id, i.currency, i.open_amount as open,
          coalesce((select sum(pi.amount) from promise_item pi
            join promise p on p.creditor_id = pi.creditor_id and p.id = pi.promise_id
            where pi.creditor_id = i.creditor_id and pi.item_id = i.id and p.state = 'open'),
            0)::bigint as promised
        from item i
        where i.creditor_id = ${creditor} and i.customer_id = ${customer} and i.open_amount > 0`,
  );
  return found.map(({ id, currency, open, promised }) => ({
    id,
    open: money(open, currency),
    free: money(open > promised ? open - promised : 0n, currency),
  }));
}

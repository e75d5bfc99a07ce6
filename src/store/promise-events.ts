/** How promises moved from state to state, as the timeline tells it. */
import type { PromiseState } from "../domain/strategy/dunning-account.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, PromiseId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type PromiseEvent = {
  readonly id: string;
  readonly promise: PromiseId;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly payOn: PlainDate;
  readonly came: bigint;
  readonly was: PromiseState;
  readonly state: PromiseState;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string | null;
};

/** The latest moves of a customer's promises. */
export const listPromiseEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly PromiseEvent[]> =>
  rows(
    executor,
    sql<PromiseEvent>`select e.id, e.promise_id as promise, p.amount, p.currency,
          p.pay_on as "payOn", e.came, e.was, e.state, e.day, e.at, e.actor, e.reason
        from promise_event e
        join promise p on p.creditor_id = e.creditor_id and p.id = e.promise_id
        where e.creditor_id = ${creditor} and p.customer_id = ${customer}
        order by e.at desc, e.id desc limit ${limit}`,
  );

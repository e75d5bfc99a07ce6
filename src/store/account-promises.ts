/** Promises as the day judges them, the money on their items, and what agreements keep back. */
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type PromiseItemRow = {
  readonly customer: CustomerId;
  readonly id: PromiseId;
  readonly currency: Currency;
  readonly takenOn: PlainDate;
  readonly takenAt: Instant | null;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly state: "open" | "kept" | "partially_kept" | "broken";
  readonly judgedOn: PlainDate | null;
  readonly item: ItemId;
  readonly amount: Minor;
  readonly came: bigint;
  readonly openNow: Minor;
};

/** Money that is known late is looked for as long after a promise failed. */
const LATE_DAYS = 31;

/**
 * A row for each item of the promises that may still matter: open ones; those judged that touch an
 * open item or one that an open promise is for, since no money counts twice; and those that failed
 * of late, since money that came in time may be known only now.
 */
export const listLivePromises = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  day: PlainDate,
): Promise<readonly PromiseItemRow[]> =>
  rows(
    executor,
    sql<PromiseItemRow>`select p.customer_id as customer, p.id, p.currency,
          p.taken_on as "takenOn", p.taken_at as "takenAt", p.pay_on as "payOn", p.judge_on as "judgeOn", p.state,
          p.judged_on as "judgedOn", pi.item_id as item, pi.amount, pi.came,
          i.open_amount as "openNow"
        from promise p
        join promise_item pi on pi.creditor_id = p.creditor_id and pi.promise_id = p.id
        join item i on i.creditor_id = pi.creditor_id and i.id = pi.item_id
        where p.creditor_id = ${creditor} and p.customer_id = any(${customers}::uuid[])
          and p.state <> 'withdrawn' and (p.state = 'open'
            or p.state <> 'kept' and p.judged_on > ${day}::date - ${LATE_DAYS}::integer
            or exists (select from promise_item part
              join item owed on owed.creditor_id = part.creditor_id and owed.id = part.item_id
              where part.creditor_id = p.creditor_id and part.promise_id = p.id
                and (owed.open_amount > 0 or exists (select from promise_item other
                  join promise waiting on waiting.creditor_id = other.creditor_id
                    and waiting.id = other.promise_id
                  where other.creditor_id = part.creditor_id and other.item_id = part.item_id
                    and waiting.state = 'open'))))
        order by p.id, pi.item_id`,
  );

export type MoneyRow = {
  readonly item: ItemId;
  readonly on: PlainDate;
  readonly amount: bigint;
  /** When it was applied; null: a list told it. */
  readonly at: Instant | null;
};

/**
 * What settled these items by day: applications of receipts that stand count on the day the money
 * was received; what a list of the ledger told as settled counts on the list's day.
 */
export const listMoneyOn = (
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly MoneyRow[]> =>
  rows(
    executor,
    sql<MoneyRow>`select p.item_id as item, coalesce(r.received_on, e.effective_on) as on,
          -sum(p.amount)::bigint as amount, a.applied_at as at
        from posting p
        join entry e on e.creditor_id = p.creditor_id and e.id = p.entry_id
        left join application a on a.creditor_id = p.creditor_id and a.entry_id = p.entry_id
          and a.state = 'live'
        left join receipt r on r.creditor_id = a.creditor_id and r.id = a.receipt_id
        where p.creditor_id = ${creditor} and p.item_id = any(${items}::uuid[])
          and (a.id is not null or e.kind = 'snapshot')
        group by p.item_id, coalesce(r.received_on, e.effective_on), a.applied_at
        order by p.item_id, coalesce(r.received_on, e.effective_on), a.applied_at`,
  );

export type PlannedRow = {
  readonly customer: CustomerId;
  readonly item: ItemId;
  readonly amount: bigint;
  readonly until: PlainDate | null;
};

/** Parts of items that rest under agreements which are approved or in force. */
export const listPlannedParts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly PlannedRow[]> =>
  rows(
    executor,
    sql<PlannedRow>`select a.customer_id as customer, ai.item_id as item,
          ai.amount - ai.settled as amount, a.rests_until as until
        from agreement a
        join agreement_item ai on ai.creditor_id = a.creditor_id and ai.agreement_id = a.id
        where a.creditor_id = ${creditor} and a.customer_id = any(${customers}::uuid[])
          and a.state in ('approved', 'active') and ai.amount > ai.settled
        order by a.id, ai.item_id`,
  );

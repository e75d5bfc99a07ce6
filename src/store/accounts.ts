/** Accounts as the day sees them: who is awake, and what stands open at each. */
import type { HoldKind } from "../domain/strategy/dunning-account.ts";
import type { Grade, Track } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, DisputeId, HoldId, ItemId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";
import { rememberTouched } from "./touched.ts";

/**
 * Locks one customer for writing and wakes it: whatever is about to change is looked at by the
 * next day's close, and its case before the transaction ends. Null when there is no such customer.
 */
export async function lockCustomer(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<{ readonly id: CustomerId; readonly version: number } | null> {
  const locked = await maybe(
    executor,
    sql<{ id: CustomerId; version: number }>`update customer set wake_on = '-infinity'
        where creditor_id = ${creditor} and id = ${customer} returning id, version`,
  );
  if (locked !== null) rememberTouched(executor, [locked.id]);
  return locked;
}

/** Wakes all customers with anything open: a policy, a calendar or the entry choice changed. */
export async function wakeAll(executor: Executor, creditor: CreditorId): Promise<void> {
  await run(
    executor,
    sql`update customer c set wake_on = '-infinity'
        where c.creditor_id = ${creditor} and exists (
          select from item i where i.creditor_id = c.creditor_id and i.customer_id = c.id
            and i.open_amount <> 0)`,
  );
}

export type WokenCustomer = { readonly id: CustomerId; readonly grade: Grade | null };

/** Claims up to `limit` customers that are due to be looked at; other workers skip them. */
export async function lockWokenCustomers(
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  limit: number,
): Promise<readonly WokenCustomer[]> {
  const woken = await rows(
    executor,
    sql<WokenCustomer>`select id, grade from customer
        where creditor_id = ${creditor} and wake_on <= ${day}
        order by wake_on, id limit ${limit} for update skip locked`,
  );
  rememberTouched(
    executor,
    woken.map(({ id }) => id),
  );
  return woken;
}

/** The same customers without claiming them, for a preview: those after `after`, by id. */
export const listWokenCustomers = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  after: CustomerId | null,
  limit: number,
): Promise<readonly WokenCustomer[]> =>
  rows(
    executor,
    sql<WokenCustomer>`select id, grade from customer
        where creditor_id = ${creditor} and wake_on <= ${day}
          and (${after}::uuid is null or id > ${after}::uuid)
        order by id limit ${limit}`,
  );

export type OpenItemRow = {
  readonly customer: CustomerId;
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate | null;
  readonly open: Minor;
};

/** Everything open of these customers: claims are positive, unapplied credits negative. */
export const listOpenItems = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly OpenItemRow[]> =>
  rows(
    executor,
    sql<OpenItemRow>`select customer_id as customer, id, number, currency, due_on as "dueOn",
          open_amount as open
        from item where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and open_amount <> 0`,
  );

export type StepMarkRow = {
  readonly customer: CustomerId;
  readonly item: ItemId;
  readonly step: string;
  readonly track: Track;
  readonly on: PlainDate;
  readonly passedOver: boolean;
};

/** The steps these customers' items have had, settled items included (they count for frequency). */
export const listStepMarks = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly StepMarkRow[]> =>
  rows(
    executor,
    sql<StepMarkRow>`select customer_id as customer, item_id as item, step, track,
          done_on as on, passed_over as "passedOver"
        from item_step where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])`,
  );

export type HoldRow = {
  readonly customer: CustomerId;
  readonly id: HoldId;
  readonly item: ItemId | null;
  readonly kind: HoldKind;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

/** Holds in force on `day` or starting after it; a group's hold once for each of its companies. */
export const listHolds = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  day: PlainDate,
): Promise<readonly HoldRow[]> =>
  rows(
    executor,
    sql<HoldRow>`select customer_id as customer, id, item_id as item, kind, from_on as from,
          until_on as until
        from hold where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and (until_on is null or until_on > ${day})
        union all
        select c.id, h.id, null, h.kind, h.from_on, h.until_on
        from hold h join customer c on c.creditor_id = h.creditor_id and c.group_id = h.group_id
        where h.creditor_id = ${creditor} and h.group_id is not null
          and c.id = any(${customers}::uuid[]) and (h.until_on is null or h.until_on > ${day})`,
  );

export type DisputeRow = {
  readonly customer: CustomerId;
  readonly id: DisputeId;
  readonly item: ItemId;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly reason: string;
};

export const listOpenDisputes = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly DisputeRow[]> =>
  rows(
    executor,
    sql<DisputeRow>`select customer_id as customer, id, item_id as item, disputed as amount,
          currency, reason
        from open_dispute where creditor_id = ${creditor}
          and customer_id = any(${customers}::uuid[])`,
  );

/** Says when each of these customers is to be looked at next; null lets it sleep. */
export async function updateWakeDays(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
  wakeOn: readonly (PlainDate | null)[],
): Promise<void> {
  await run(
    executor,
    sql`update customer c set wake_on = w.wake_on
        from unnest(${customers}::uuid[], ${wakeOn}::date[]) as w (id, wake_on)
        where c.creditor_id = ${creditor} and c.id = w.id`,
  );
}

/** Promises to pay and the items they are about: taken, moved, counted. */
import type { PromiseChannel } from "../domain/desk/promise-to-pay.ts";
import type { PromiseState } from "../domain/strategy/dunning-account.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { ContactId, CreditorId, CustomerId, ItemId, PromiseId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewPromise = {
  readonly id: PromiseId;
  readonly customer: CustomerId;
  readonly amount: Money;
  readonly payOn: PlainDate;
  readonly judgeOn: PlainDate;
  readonly takenOn: PlainDate;
  readonly takenAt: Instant;
  readonly takenBy: string;
  /** Who promised: as written, and the contact where one is recorded. */
  readonly takenFrom: string | null;
  readonly contact: ContactId | null;
  readonly channel: PromiseChannel | null;
  readonly note: string | null;
  readonly overruledReason: string | null;
  /** The promise whose place it takes. */
  readonly replaces: PromiseId | null;
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
            taken_on, taken_at, taken_by, taken_from, contact_id, channel, note,
            overruled_reason, replaces_id, state)
          values (${creditor}, ${promise.id}, ${promise.customer}, ${promise.amount.currency},
            ${promise.amount.minor}, ${promise.payOn}, ${promise.judgeOn}, ${promise.takenOn},
            ${promise.takenAt}, ${promise.takenBy}, ${promise.takenFrom}, ${promise.contact},
            ${promise.channel}, ${promise.note}, ${promise.overruledReason},
            ${promise.replaces}, 'open')
          returning creditor_id, id)
        insert into promise_item (creditor_id, promise_id, item_id, amount, open_when_taken)
        select taken.creditor_id, taken.id, promised.*
        from taken, unnest(${promise.items.map(({ item }) => item)}::uuid[],
          ${promise.items.map(({ amount }) => amount.minor)}::bigint[],
          ${promise.items.map(({ open }) => open.minor)}::bigint[]) as promised`,
  );
}

/** A promise that moves from one state to another. */
export type PromiseMove = {
  readonly id: PromiseId;
  readonly was: PromiseState;
  readonly state: PromiseState;
  /** Null: it waits again. */
  readonly judgedOn: PlainDate | null;
  /** A person's words, or a code; null: it was judged. */
  readonly reason: string | null;
  /** What came for it altogether, and for each item that was counted. */
  readonly came: bigint;
  readonly items: readonly { readonly item: ItemId; readonly came: bigint }[];
  /** Of the event that tells it. */
  readonly event: string;
};

export type MovedBy = { readonly day: PlainDate; readonly at: Instant; readonly actor: string };

/** Moves promises that still stand as they were seen, and tells it; gives how many moved. */
export async function updatePromiseStates(
  executor: Executor,
  creditor: CreditorId,
  moves: readonly PromiseMove[],
  { day, at, actor }: MovedBy,
): Promise<number> {
  const parts = moves.flatMap(({ id, items }) => items.map((part) => ({ id, ...part })));
  return run(
    executor,
    sql`with given as (
          select given.* from unnest(${moves.map(({ id }) => id)}::uuid[],
            ${moves.map(({ was }) => was)}::text[], ${moves.map(({ state }) => state)}::text[],
            ${moves.map(({ judgedOn }) => judgedOn)}::date[],
            ${moves.map(({ reason }) => reason)}::text[],
            ${moves.map(({ came }) => came)}::bigint[],
            ${moves.map(({ event }) => event)}::uuid[])
            as given (id, was, state, judged_on, reason, came, event)),
        moved as (
          update promise set state = given.state, judged_on = given.judged_on,
            end_reason = given.reason,
            ended_at = case when given.state = 'open' then null else ${at}::timestamptz end,
            ended_by = case when given.state = 'open' then null else ${actor} end
          from given
          where promise.creditor_id = ${creditor} and promise.id = given.id
            and promise.state = given.was
          returning promise.id),
        counted as (
          update promise_item set came = part.came
          from unnest(${parts.map(({ id }) => id)}::uuid[],
            ${parts.map(({ item }) => item)}::uuid[],
            ${parts.map(({ came }) => came)}::bigint[]) as part (id, item, came)
          where promise_item.creditor_id = ${creditor} and promise_item.promise_id = part.id
            and promise_item.item_id = part.item
            and promise_item.promise_id in (select moved.id from moved))
        insert into promise_event (creditor_id, id, promise_id, was, state, came, day, at, actor,
          reason)
        select ${creditor}, given.event, given.id, given.was, given.state, given.came, ${day},
          ${at}, ${actor}, given.reason
        from given join moved on moved.id = given.id`,
  );
}

/** Whose promise it is and how it stands; null when there is none. */
export const findPromise = (
  executor: Executor,
  creditor: CreditorId,
  id: PromiseId,
): Promise<{ readonly customer: CustomerId; readonly state: PromiseState } | null> =>
  maybe(
    executor,
    sql<{ customer: CustomerId; state: PromiseState }>`select customer_id as customer, state
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

/** Whether a contact is one of this customer's. */
export async function isContactOf(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  contact: ContactId,
): Promise<boolean> {
  const found = await maybe<{ id: ContactId }>(
    executor,
    sql`select id from contact
        where creditor_id = ${creditor} and customer_id = ${customer} and id = ${contact}`,
  );
  return found !== null;
}

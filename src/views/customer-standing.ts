/** What rests at a customer, now and before, as the page shows it. */

import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import {
  type DisputeDetail,
  type HoldDetail,
  listDisputeDetails,
  listHoldDetails,
  listPromiseDetails,
  listPromisedItems,
  type PromiseDetail,
  type PromisedItemDetail,
} from "../store/customer-standing.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

export type CustomerStanding = {
  readonly holds: readonly HoldDetail[];
  readonly disputes: readonly DisputeDetail[];
  readonly promises: readonly PromiseDetail[];
  readonly promisedItems: readonly PromisedItemDetail[];
};

export async function loadStanding(
  { tx, creditor }: Sight,
  customer: CustomerId,
): Promise<CustomerStanding> {
  const promises = await listPromiseDetails(tx, creditor.id, customer);
  return {
    holds: await listHoldDetails(tx, creditor.id, customer),
    disputes: await listDisputeDetails(tx, creditor.id, customer),
    promises,
    promisedItems: await listPromisedItems(
      tx,
      creditor.id,
      promises.map(({ id }) => id),
    ),
  };
}

export const isInForce = ({ from, until }: HoldDetail, today: PlainDate): boolean =>
  from <= today && (until === null || until > today);

/** What of each item is disputed, and what is promised and still waited for, in minor units. */
export function restingOf({ disputes, promises, promisedItems }: CustomerStanding) {
  const disputed = new Map<ItemId, bigint>();
  for (const { item, amount, closedOn } of disputes) {
    if (closedOn === null) disputed.set(item, (disputed.get(item) ?? 0n) + amount);
  }
  const waiting = new Set(promises.filter(({ state }) => state === "open").map(({ id }) => id));
  const promised = new Map<ItemId, bigint>();
  for (const { promise, item, amount } of promisedItems) {
    if (waiting.has(promise)) promised.set(item, (promised.get(item) ?? 0n) + amount);
  }
  return { disputed, promised };
}

export function shownHold(sight: Sight, hold: HoldDetail) {
  const { id, item, itemNumber, kind, reason, from, until } = hold;
  const ended = until !== null && until <= sight.today;
  return {
    id,
    item: item === null ? null : { id: item, number: itemNumber ?? "" },
    kind,
    reason,
    from,
    until,
    active: isInForce(hold, sight.today),
    can: { lift: both(sight.may("hold:place"), ended ? { code: "hold_has_ended" } : true) },
  };
}

export function shownDispute(sight: Sight, dispute: DisputeDetail) {
  const { id, item, itemNumber, amount, currency, ...rest } = dispute;
  const open = dispute.closedOn === null || { code: "dispute_is_closed" };
  return {
    ...rest,
    id,
    item: { id: item, number: itemNumber },
    amount: money(amount, currency),
    can: { close: both(sight.may("dispute:close"), open) },
  };
}

export function shownPromise(
  sight: Sight,
  promise: PromiseDetail,
  promisedItems: readonly PromisedItemDetail[],
) {
  const { amount, currency, ...rest } = promise;
  const open = promise.state === "open" || { code: "promise_has_ended", state: promise.state };
  return {
    ...rest,
    amount: money(amount, currency),
    items: promisedItems
      .filter((part) => part.promise === promise.id)
      .map((part) => ({
        id: part.item,
        number: part.number,
        amount: money(part.amount, currency),
      })),
    can: { withdraw: both(sight.may("promise:withdraw"), open) },
  };
}

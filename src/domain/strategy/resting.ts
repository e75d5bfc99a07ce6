/** What rests: the parts of an item that are held, disputed, planned or promised; what is left. */
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Minor, money } from "../values/money.ts";
import type {
  AccountDispute,
  AccountHold,
  AccountItem,
  AccountPlanned,
  AccountPromise,
  CustomerAccount,
  PromisedItem,
} from "./dunning-account.ts";

/** Minor units of the item's currency; without a hold the parts sum to what is open. */
export type Resting = {
  readonly hold: AccountHold | null;
  readonly disputed: bigint;
  /** Under agreements that stand; until when the last of them rests, null: as long as it stands. */
  readonly planned: bigint;
  readonly plannedUntil: PlainDate | null;
  readonly promised: bigint;
  /** The first day on which no promised part rests any more; null: none rests. */
  readonly promisedUntil: PlainDate | null;
  /** What nothing claims: a promise may be taken on it, whether or not a hold lasts. */
  readonly free: bigint;
  readonly chased: Minor;
};

/** Whether a hold covers an item on a day; ranges are `[from, until)`. */
export const holdCovers = (hold: AccountHold, item: ItemId, today: PlainDate): boolean =>
  (hold.item === null || hold.item === item) &&
  hold.from <= today &&
  (hold.until === null || today < hold.until);

/** The hold that lasts longest of those covering an item: that one has to end first. */
export function findHold(
  holds: readonly AccountHold[],
  item: ItemId,
  today: PlainDate,
): AccountHold | null {
  let longest: AccountHold | null = null;
  for (const hold of holds) {
    if (!holdCovers(hold, item, today)) continue;
    if (longest === null || endsLater(hold, longest)) longest = hold;
  }
  return longest;
}

function endsLater(hold: AccountHold, than: AccountHold): boolean {
  if (hold.until === than.until) return hold.id < than.id;
  return hold.until === null || (than.until !== null && hold.until > than.until);
}

/** A promise rests until the day it is judged, whoever has judged it by then. */
export const promiseRests = (promise: AccountPromise, today: PlainDate): boolean =>
  promise.state === "open" && today < promise.judgeOn;

/** The promised part still awaited: what has come in for it counts first. */
export const awaitedOn = ({ amount, came }: PromisedItem): bigint =>
  amount > came ? amount - came : 0n;

const lesser = (left: bigint, right: bigint): bigint => (left < right ? left : right);
const later = (left: PlainDate | null, right: PlainDate): PlainDate =>
  left === null || right > left ? right : left;

/** What is disputed of an item, at most what is open of it. */
export function disputedOf(
  item: ItemId,
  open: bigint,
  disputes: readonly AccountDispute[],
): bigint {
  let raised = 0n;
  for (const dispute of disputes) if (dispute.item === item) raised += dispute.amount;
  return lesser(raised, open);
}

type Part = { readonly amount: bigint; readonly until: PlainDate | null };
const NOTHING: Part = { amount: 0n, until: null };

/** What of an item agreements say will be paid by their own days, at most `free`. */
export function plannedOf(
  item: ItemId,
  free: bigint,
  planned: readonly AccountPlanned[],
  today: PlainDate,
): Part {
  let agreed = 0n;
  let until: PlainDate | null = null;
  let openEnded = false;
  for (const part of planned) {
    if (part.item !== item || (part.until !== null && part.until <= today)) continue;
    agreed += part.amount;
    if (part.until === null) openEnded = true;
    else until = later(until, part.until);
  }
  const amount = lesser(agreed, free);
  return amount === 0n ? NOTHING : { amount, until: openEnded ? null : until };
}

/** The promised part of an item still awaited, at most `free`, and when the last is judged. */
function promisedOf(
  item: ItemId,
  free: bigint,
  promises: readonly AccountPromise[],
  today: PlainDate,
): Part {
  let awaited = 0n;
  let until: PlainDate | null = null;
  for (const promise of promises) {
    const part = promise.items.find((candidate) => candidate.item === item);
    if (part === undefined || !promiseRests(promise, today)) continue;
    awaited += awaitedOn(part);
    until = later(until, promise.judgeOn);
  }
  return { amount: lesser(awaited, free), until };
}

export type RestingItem = Pick<AccountItem, "id" | "open" | "currency">;
export type Claims = Pick<CustomerAccount, "holds" | "disputes" | "planned" | "promises">;

/**
 * Splits an item's open amount: each cent is claimed once, first by a dispute, then by an
 * agreement, then by a promise. A hold keeps all of it back.
 */
export function restingOf(item: RestingItem, account: Claims, today: PlainDate): Resting {
  const { holds, disputes, planned, promises } = account;
  const { id, open } = item;
  if (holds.length + disputes.length + planned.length + promises.length === 0) return wholly(item);
  const hold = findHold(holds, id, today);
  const disputed = disputedOf(id, open, disputes);
  const agreed = plannedOf(id, open - disputed, planned, today);
  const left = open - disputed - agreed.amount;
  const promised = promisedOf(id, left, promises, today);
  const free = left - promised.amount;
  return {
    hold,
    disputed,
    planned: agreed.amount,
    plannedUntil: agreed.until,
    promised: promised.amount,
    promisedUntil: promised.until,
    free,
    chased: money(hold === null ? free : 0n, item.currency).minor,
  };
}

const wholly = ({ open }: RestingItem): Resting => ({
  ...{ hold: null, disputed: 0n, planned: 0n, plannedUntil: null },
  ...{ promised: 0n, promisedUntil: null, free: open, chased: open },
});

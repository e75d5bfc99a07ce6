/** What rests: the parts of an item that are held, disputed or promised, and what is left. */
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { type Minor, money } from "../values/money.ts";
import type {
  AccountHold,
  AccountItem,
  AccountPromise,
  CustomerAccount,
  PromisedItem,
} from "./dunning-account.ts";

/** Minor units of the item's currency; without a hold the parts sum to what is open. */
export type Resting = {
  readonly hold: AccountHold | null;
  readonly disputed: bigint;
  readonly promised: bigint;
  /** The first day on which no promised part rests any more; null: none rests. */
  readonly promisedUntil: PlainDate | null;
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

/** What has come in on a promised item since it was promised. */
export const receivedOn = (promised: PromisedItem, openNow: bigint): bigint =>
  promised.openWhenTaken > openNow ? promised.openWhenTaken - openNow : 0n;

/** The promised part still awaited: what has come in since counts for the promise first. */
export function awaitedOn(promised: PromisedItem, openNow: bigint): bigint {
  const received = receivedOn(promised, openNow);
  return promised.amount > received ? promised.amount - received : 0n;
}

const lesser = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/** The promised part of an item still awaited, and the day the last such promise is judged. */
function promisedOf(item: AccountItem, promises: readonly AccountPromise[], today: PlainDate) {
  let promised = 0n;
  let until: PlainDate | null = null;
  for (const promise of promises) {
    const part = promise.items.find((candidate) => candidate.item === item.id);
    if (part === undefined || !promiseRests(promise, today)) continue;
    promised += awaitedOn(part, item.open);
    if (until === null || promise.judgeOn > until) until = promise.judgeOn;
  }
  return { promised, until };
}

/** Splits an item's open amount; a disputed part is never also counted as promised. */
export function restingOf(item: AccountItem, account: CustomerAccount, today: PlainDate): Resting {
  const { holds, disputes, promises } = account;
  if (holds.length + disputes.length + promises.length === 0)
    return { hold: null, disputed: 0n, promised: 0n, promisedUntil: null, chased: item.open };
  const hold = findHold(holds, item.id, today);
  let raised = 0n;
  for (const dispute of disputes) if (dispute.item === item.id) raised += dispute.amount;
  const disputed = lesser(raised, item.open);
  const awaited = promisedOf(item, promises, today);
  const promised = lesser(awaited.promised, item.open - disputed);
  const chased = hold === null ? item.open - disputed - promised : 0n;
  return {
    hold,
    disputed,
    promised,
    promisedUntil: awaited.until,
    chased: money(chased, item.currency).minor,
  };
}

/** Money on promises: what came on an item counts for one promise only, the earliest day first. */
import type { AccountPromise } from "../strategy/dunning-account.ts";
import type { Instant, PlainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";

/**
 * Money that was applied to an item: by a receipt, on the day it was received, or told as settled
 * by the ledger of an import. Credit memos and write-offs are none: they lower what is to be paid.
 * A negative amount is what the ledger opened again.
 */
export type MoneyOnItem = {
  readonly item: ItemId;
  readonly on: PlainDate;
  readonly amount: bigint;
  /** When it was applied; null: only the day is known. */
  readonly at: Instant | null;
};

type Movement = { readonly on: PlainDate; readonly at: Instant | null; left: bigint };
type Span = {
  readonly from: Pick<AccountPromise, "takenOn" | "takenAt">;
  readonly before: PlainDate | null;
};

/** What came, by day; what was opened again lessens the latest of it. */
function movementsOf(money: readonly MoneyOnItem[]): Movement[] {
  const movements: Movement[] = [];
  for (const { on, at, amount } of money.toSorted((one, other) => (one.on < other.on ? -1 : 1))) {
    let back = amount < 0n ? -amount : 0n;
    if (amount > 0n) movements.push({ on, at, left: amount });
    for (let last = movements.at(-1); back > 0n && last !== undefined; last = movements.at(-1)) {
      const taken = back < last.left ? back : last.left;
      last.left -= taken;
      back -= taken;
      if (last.left === 0n) movements.pop();
    }
  }
  return movements;
}

/** Of its own day only what was applied after it was taken counts. */
const isAfter = ({ on, at }: Movement, { takenOn, takenAt }: Span["from"]): boolean =>
  on === takenOn ? at !== null && takenAt !== null && at > takenAt : on > takenOn;

/** Takes up to `most` of what came in a span of days, the earliest first. */
function take(movements: readonly Movement[], { from, before }: Span, most: bigint): bigint {
  let taken = 0n;
  for (const movement of movements) {
    if (!isAfter(movement, from) || (before !== null && movement.on >= before)) continue;
    const part = most - taken < movement.left ? most - taken : movement.left;
    movement.left -= part;
    taken += part;
  }
  return taken;
}

const byDay = (left: AccountPromise, right: AccountPromise): number => {
  if (left.payOn !== right.payOn) return left.payOn < right.payOn ? -1 : 1;
  return left.id < right.id ? -1 : 1;
};

type Parts = Map<ItemId, bigint>;
type Came = Map<PromiseId, Parts>;
type Arrived = ReadonlyMap<ItemId, readonly Movement[]>;

/** What counted when a promise was judged stays with it, whatever came later. */
function keepCounted(promises: readonly AccountPromise[], arrived: Arrived): Came {
  const came: Came = new Map();
  for (const { id, state, items, takenOn, takenAt } of promises) {
    const parts = new Map(items.map((part) => [part.item, state === "open" ? 0n : part.came]));
    for (const [item, had] of parts) {
      take(arrived.get(item) ?? [], { from: { takenOn, takenAt }, before: null }, had);
    }
    came.set(id, parts);
  }
  return came;
}

/**
 * What came for a promise from the day it was taken to the end of its grace, beside what it had.
 */
function countInTime(promise: AccountPromise, arrived: Arrived, came: Parts): void {
  const { items, judgeOn: before } = promise;
  for (const { item, amount } of items) {
    const had = came.get(item) ?? 0n;
    came.set(item, had + take(arrived.get(item) ?? [], { from: promise, before }, amount - had));
  }
}

/**
 * The promises with what came for each of their items, in the order of their days. What counted
 * when one was judged stays with it; an open one gets what came from the day it was taken to the
 * end of its grace, and one that failed what came in that time and was known later. No cent counts
 * twice, and money of the day on which it is judged comes too late.
 */
export function countMoney(
  promises: readonly AccountPromise[],
  money: readonly MoneyOnItem[],
): readonly AccountPromise[] {
  const inOrder = promises.toSorted(byDay);
  const onItem = Map.groupBy(money, ({ item }) => item);
  const arrived = new Map([...onItem].map(([item, came]) => [item, movementsOf(came)]));
  const came = keepCounted(inOrder, arrived);
  return inOrder.map((promise) => {
    const parts = came.get(promise.id) ?? new Map<ItemId, bigint>();
    const { state } = promise;
    if (state !== "kept" && state !== "withdrawn") countInTime(promise, arrived, parts);
    const items = promise.items.map((part) => ({ ...part, came: parts.get(part.item) ?? 0n }));
    return { ...promise, items };
  });
}

/** The judgement of promises: whether what was applied to their items kept them. */
import type { AccountPromise, CustomerAccount } from "../strategy/dunning-account.ts";
import { awaitedOn, disputedOf, plannedOf } from "../strategy/resting.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { ItemId, PromiseId } from "../values/ids.ts";
import type { Minor } from "../values/money.ts";
import { countMoney, type MoneyOnItem } from "./promise-money.ts";
import { type JudgedState, moved } from "./promise-state.ts";

/** A promise that moved, and what came for each of its items until then. */
export type JudgedPromise = {
  readonly id: PromiseId;
  readonly was: AccountPromise["state"];
  readonly state: JudgedState | "withdrawn";
  /** Why it was withdrawn without anybody's doing; null: it was judged. */
  readonly reason: FallsAway | null;
  readonly items: readonly { readonly item: ItemId; readonly came: bigint }[];
};

/** Credits left nothing to pay; or a dispute or an agreement took its place. */
export type FallsAway = "nothing_left_to_pay" | "asked_for_elsewhere";

/**
 * What judging needs of an account: `openNow` of every promised item, nothing where it is settled.
 */
export type PromiseFacts = Pick<CustomerAccount, "promises" | "disputes" | "planned"> & {
  readonly money: readonly MoneyOnItem[];
  readonly openNow: ReadonlyMap<ItemId, Minor>;
};

export type DuePromises = {
  /** The promises that move today, and how. */
  readonly judged: readonly JudgedPromise[];
  /**
   * Those that stay of interest, as they stand from now on; kept and withdrawn ones are left out.
   */
  readonly promises: readonly AccountPromise[];
};

/** What came for a promise altogether. */
export const cameFor = ({ items }: Pick<JudgedPromise, "items">): bigint =>
  items.reduce((sum, { came }) => sum + came, 0n);

/**
 * What of each open promise is still to be paid, given what there is to pay of each item: where the
 * debt became less than what was promised on it, the earlier promise is for it first.
 */
function missingOf(
  promises: readonly AccountPromise[],
  payable: (item: ItemId) => bigint,
): ReadonlyMap<PromiseId, bigint> {
  const left = new Map<ItemId, bigint>();
  const missing = new Map<PromiseId, bigint>();
  for (const { id, state, items } of promises) {
    if (state !== "open") continue;
    let sum = 0n;
    for (const part of items) {
      const there = left.get(part.item) ?? payable(part.item);
      const awaited = awaitedOn(part);
      const claimed = awaited < there ? awaited : there;
      left.set(part.item, there - claimed);
      sum += claimed;
    }
    missing.set(id, sum);
  }
  return missing;
}

type Missing = {
  /** Of what is open at all. */
  readonly open: bigint;
  /** Of what is neither disputed nor under an agreement by now. */
  readonly free: bigint;
};

type Verdict = JudgedState | FallsAway | null;

/**
 * How an open promise stands: kept as soon as nothing of it is missing; judged on `judgeOn` by what
 * came. Credit memos and write-offs lower what is to be paid; where they leave nothing and nothing
 * came, it falls away rather than being kept: nobody kept a word. A part that is disputed or under
 * an agreement by its day is asked for there.
 */
function judgeOpen(promise: AccountPromise, missing: Missing, today: PlainDate): Verdict {
  const came = cameFor(promise) > 0n;
  if (missing.open === 0n) return came ? "kept" : "nothing_left_to_pay";
  if (today < promise.judgeOn) return null;
  if (missing.free === 0n) return came ? "kept" : "asked_for_elsewhere";
  return came ? "partially_kept" : "broken";
}

/** A promise that failed, after money that had come in time is known: kept, or kept in part. */
function judgeLate(now: AccountPromise, before: AccountPromise | undefined): Verdict {
  if (before === undefined || cameFor(now) === cameFor(before)) return null;
  if (now.items.every((part) => awaitedOn(part) === 0n)) return "kept";
  return now.state === "broken" ? "partially_kept" : null;
}

export type Counted = { readonly promise: AccountPromise; readonly verdict: Verdict };

/** Each promise with what came for it and what that makes of it today. */
export function judgeEach(facts: PromiseFacts, today: PlainDate): readonly Counted[] {
  const { promises: before, money, openNow, disputes, planned } = facts;
  const known = new Map(before.map((promise) => [promise.id, promise]));
  const counted = countMoney(before, money);
  const openOf = (item: ItemId): bigint => openNow.get(item) ?? 0n;
  const freeOf = (item: ItemId): bigint => {
    const left = openOf(item) - disputedOf(item, openOf(item), disputes);
    return left - plannedOf(item, left, planned, today).amount;
  };
  const open = missingOf(counted, openOf);
  const free = missingOf(counted, freeOf);
  return counted.map((promise) => {
    const { id, state } = promise;
    const missing = { open: open.get(id) ?? 0n, free: free.get(id) ?? 0n };
    const verdict =
      state === "open" ? judgeOpen(promise, missing, today) : judgeLate(promise, known.get(id));
    return { promise, verdict };
  });
}

const fallsAway = (verdict: Verdict): verdict is FallsAway =>
  verdict === "nothing_left_to_pay" || verdict === "asked_for_elsewhere";

/** Judges each promise of an account on a day. Nothing moves but as the table of moves says. */
export function judgeDuePromises(facts: PromiseFacts, today: PlainDate): DuePromises {
  const judged: JudgedPromise[] = [];
  const promises: AccountPromise[] = [];
  if (facts.promises.length === 0) return { judged, promises };
  for (const { promise, verdict } of judgeEach(facts, today)) {
    const { id, state: was } = promise;
    if (verdict === null) {
      if (was !== "kept" && was !== "withdrawn") promises.push(promise);
      continue;
    }
    const reason = fallsAway(verdict) ? verdict : null;
    const state = moved(was, fallsAway(verdict) ? "withdrawn" : verdict);
    judged.push({ id, was, state, reason, items: partsOf(promise) });
    const failed = state === "broken" || state === "partially_kept";
    if (failed) promises.push({ ...promise, state, judgedOn: today });
  }
  return { judged, promises };
}

/** What came for each item of a promise. */
export const partsOf = ({ items }: Pick<AccountPromise, "items">): JudgedPromise["items"] =>
  items.map(({ item, came }) => ({ item, came }));

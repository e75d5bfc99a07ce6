/** The arithmetic of allocating by hand: what is chosen against the money there is. */
import type { WireMoney } from "../../../src/contract/scalars.ts";
import {
  add,
  compare,
  isNegative,
  isPositive,
  type Money,
  negate,
  parseMoney,
  subtract,
  total,
  zero,
} from "../../../src/domain/values/money.ts";
import { moneyFrom } from "../../ui/wire-sums.ts";

/** The text typed for each chosen item's id. */
export type Chosen = ReadonlyMap<string, string>;

type Open = { readonly id: string; readonly open: WireMoney };

export type OwnSum = {
  readonly settled: Money;
  readonly credits: Money;
  /** How much more is settled than there is; zero or positive. */
  readonly short: Money;
  /** What of the money settles nothing; zero or positive. */
  readonly over: Money;
  /** Items whose text is no amount, nothing, or more than is open. */
  readonly faulty: ReadonlySet<string>;
};

/** The amount typed for an item, or null where it can't be. */
export function typedAmount(chosen: Chosen, { id, open }: Open): Money | null {
  const parsed = parseMoney(chosen.get(id) ?? "", open.currency);
  if (!parsed.ok || !isPositive(parsed.value)) return null;
  return compare(parsed.value, moneyFrom(open)) > 0 ? null : parsed.value;
}

/** `money`: what of the receipt is not used yet. All in one currency. */
export function ownSum(
  money: WireMoney,
  claims: readonly Open[],
  credits: readonly Open[],
  chosen: Chosen,
): OwnSum {
  const there = moneyFrom(money);
  const picked = [...claims, ...credits].filter(({ id }) => chosen.has(id));
  const faulty = new Set(
    picked.filter((item) => typedAmount(chosen, item) === null).map(({ id }) => id),
  );
  const sum = (items: readonly Open[]): Money =>
    total(
      items.flatMap((item) => (chosen.has(item.id) ? (typedAmount(chosen, item) ?? []) : [])),
      there.currency,
    );
  const settled = sum(claims);
  const used = sum(credits);
  const difference = subtract(add(there, used), settled);
  const none = zero(there.currency);
  return {
    settled,
    credits: used,
    short: isNegative(difference) ? negate(difference) : none,
    over: isPositive(difference) ? difference : none,
    faulty,
  };
}

/** Claims in the order of the list filled with the money until it is used up; the last in part. */
export function filled(money: WireMoney, claims: readonly Open[]): ReadonlyMap<string, Money> {
  const amounts = new Map<string, Money>();
  let left = moneyFrom(money);
  for (const { id, open } of claims) {
    const wanted = moneyFrom(open);
    if (!isPositive(left)) break;
    const amount = compare(wanted, left) > 0 ? left : wanted;
    amounts.set(id, amount);
    left = subtract(left, amount);
  }
  return amounts;
}

/** Amounts as whole numbers for the searches of matching, and back: only this file turns them. */
import { type Currency, type Money, money } from "../../values/money.ts";
import { assert } from "../../values/result.ts";

/** Minor units up to which matching looks at an amount: a thousand of them stay below 2⁵³. */
const LARGEST = 10n ** 12n * 8n;

/** Whether matching takes the amount at all; a larger one is left to people. */
export const isCountable = (amount: Money): boolean => {
  const { minor } = amount;
  return minor <= LARGEST && minor >= -LARGEST;
};

/** The amount in minor units, exact. */
export function counted(amount: Money): number {
  assert(isCountable(amount), "matching counts amounts below 2⁵³ only");
  const { minor } = amount;
  return Number(minor);
}

/** A counted amount as money again. */
export function moneyOfCount(count: number, unit: Currency): Money {
  assert(Number.isSafeInteger(count), "a counted amount is a whole number");
  return money(BigInt(count), unit);
}

/** Tolerance: how much of a short payment may be given up without asking anybody. */
import { daysBetween, type PlainDate } from "../values/calendar.ts";
import { type Currency, type Money, scale, total, zero } from "../values/money.ts";
import type { CashRules, Shortfall } from "./matching/match.ts";

/** A claim as the discount sees it: `paid` is what is settled of it, discount included. */
export type DiscountedClaim = { readonly issuedOn: PlainDate; readonly paid: Money };

const BILLION = 1_000_000_000n;

const amountIn = (amounts: readonly Money[], unit: Currency): Money =>
  amounts.find(({ currency }) => currency === unit) ?? zero(unit);

/**
 * The agreed discount on claims paid in time, in the receipt's currency: each claim's share is
 * rounded half-up, since a payer takes it invoice by invoice; claims paid too late have none.
 */
export function discountAllowed(
  claims: readonly DiscountedClaim[],
  rules: CashRules,
  paidOn: PlainDate,
  unit: Currency,
): Money {
  const { cashDiscount } = rules;
  if (cashDiscount === null) return zero(unit);
  const { partsPerBillion, withinDays } = cashDiscount;
  const inTime = claims.filter(
    ({ issuedOn }) => withinDays === null || daysBetween(issuedOn, paidOn) <= withinDays,
  );
  const shares = inTime.map(({ paid }) => scale(paid, partsPerBillion, BILLION, "half-up"));
  return total(shares, unit);
}

/**
 * What the policy gives up for this reason by itself. A currency that the policy does not name has
 * no tolerance. A deduction is never given up: the customer holds it back for a reason of its own.
 */
export function toleratedShortfall(
  kind: Shortfall["kind"],
  claims: readonly DiscountedClaim[],
  rules: CashRules,
  paidOn: PlainDate,
  unit: Currency,
): Money {
  switch (kind) {
    case "bank_fee":
      return amountIn(rules.bankFeeUpTo, unit);
    case "rounding":
      return amountIn(rules.roundingUpTo, unit);
    case "cash_discount":
      return discountAllowed(claims, rules, paidOn, unit);
    case "deduction":
      return zero(unit);
  }
}

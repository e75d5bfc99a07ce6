/** Short and over payments: what the policy does with a difference, what a person may choose. */

import type { PlainDate } from "../values/calendar.ts";
import {
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  type Money,
  negate,
  subtract,
  total,
} from "../values/money.ts";
import type { CashRules, Shortfall } from "./matching/match.ts";
import { type DiscountedClaim, toleratedShortfall } from "./tolerance.ts";

/** Money and credits against the claims they are meant for, all in one currency. */
export type Compared = {
  readonly money: Money;
  readonly credits: readonly Money[];
  readonly claims: readonly DiscountedClaim[];
  readonly paidOn: PlainDate;
};

/** `short`: more is claimed than came; `over`: more came than is claimed. Amounts are positive. */
export type Difference =
  | { readonly kind: "exact" }
  | { readonly kind: "short"; readonly amount: Money }
  | { readonly kind: "over"; readonly amount: Money };

export function differenceOf({ money, credits, claims }: Compared): Difference {
  const unit = money.currency;
  const came = add(money, total(credits, unit));
  const claimed = total(
    claims.map(({ paid }) => paid),
    unit,
  );
  const over = subtract(came, claimed);
  if (isZero(over)) return { kind: "exact" };
  if (isNegative(over)) return { kind: "short", amount: negate(over) };
  return { kind: "over", amount: over };
}

/** Reasons by which a short payment may be given up, the smallest allowance first. */
const REASONS = ["rounding", "cash_discount", "bank_fee"] as const;
export type GivenUpFor = (typeof REASONS)[number];

export type Allowance = {
  readonly kind: GivenUpFor;
  /** What the policy gives up for it by itself. */
  readonly upTo: Money;
  readonly within: boolean;
};

/** For each reason, how far the policy goes, and whether that covers what is short. */
export function allowancesOf(
  short: Money,
  { claims, paidOn }: Compared,
  rules: CashRules,
): readonly Allowance[] {
  return REASONS.map((kind) => {
    const upTo = toleratedShortfall(kind, claims, rules, paidOn, short.currency);
    return { kind, upTo, within: isPositive(upTo) && compare(short, upTo) <= 0 };
  });
}

/** A discount that was taken to the cent, give or take a cent of rounding for each claim. */
function isDiscount(short: Money, { kind, upTo }: Allowance, { claims }: Compared): boolean {
  if (kind !== "cash_discount" || !isPositive(upTo)) return false;
  const off = subtract(upTo, short).minor;
  return off >= 0n && off <= BigInt(claims.length);
}

/**
 * What the policy does with a short payment by itself: a discount taken in full is one; otherwise a
 * rounding, or a bank's fee. A part of a discount is none: nobody takes half of what is granted.
 * Null: nothing of it; the rest stays open until a person gives it up or takes it as a dispute.
 */
export function shortfallByRule(compared: Compared, rules: CashRules): Shortfall | null {
  const difference = differenceOf(compared);
  if (difference.kind !== "short") return null;
  const { amount } = difference;
  const allowances = allowancesOf(amount, compared, rules);
  const discount = allowances.find((allowance) => isDiscount(amount, allowance, compared));
  const other = allowances.find(({ kind, within }) => within && kind !== "cash_discount");
  const found = discount ?? other;
  return found === undefined ? null : { kind: found.kind, amount };
}

/** What a person may do about a difference; `allowances` say which are within the policy. */
export type Choices = {
  readonly difference: Difference;
  readonly allowances: readonly Allowance[];
  readonly ways: readonly ("give_up" | "leave_open" | "dispute" | "keep_on_account" | "refund")[];
};

/** Short: give it up, leave it open, or dispute it. Over: keep it on account or give it back. */
export function choicesFor(compared: Compared, rules: CashRules): Choices {
  const difference = differenceOf(compared);
  switch (difference.kind) {
    case "exact":
      return { difference, allowances: [], ways: [] };
    case "short": {
      const allowances = allowancesOf(difference.amount, compared, rules);
      return { difference, allowances, ways: ["give_up", "leave_open", "dispute"] };
    }
    case "over":
      return { difference, allowances: [], ways: ["keep_on_account", "refund"] };
  }
}

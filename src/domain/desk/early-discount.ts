/** The discount for early payment: pay so much by a day, and the rest is given up. */
import type { AgreementPolicy } from "../strategy/policy-agreements.ts";
import { daysBetween, type PlainDate } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import { compare, isPositive, type Money, money, split, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import {
  type AgreeableItem,
  type AgreedPart,
  agreedParts,
  type PartsRefusal,
} from "./agreement.ts";
import { shareOf } from "./repayment-plan.ts";

export type DiscountOffer = {
  readonly items: readonly { readonly item: ItemId; readonly amount: Money }[];
  readonly forgiven: Money;
  readonly payBy: PlainDate;
};

export type DiscountedPart = AgreedPart & { readonly forgiven: Money };

export type EarlyDiscount = {
  readonly parts: readonly DiscountedPart[];
  readonly amount: Money;
  readonly forgiven: Money;
  readonly payBy: PlainDate;
  /** From the proposal to the day. */
  readonly days: number;
};

export type DiscountRefusal =
  | PartsRefusal
  | { readonly code: "agreement_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "discount_not_positive" }
  | { readonly code: "discount_too_high"; readonly most: Money };

/**
 * What a discount gives up of each item, in proportion to its amount. Refuses more than the policy
 * grants, a day that has passed, and parts that are not free.
 */
export function judgeDiscount(
  offer: DiscountOffer,
  items: readonly AgreeableItem[],
  { mostDiscountPpb }: AgreementPolicy,
  today: PlainDate,
): Result<EarlyDiscount, DiscountRefusal> {
  const agreed = agreedParts(offer.items, items);
  if (!agreed.ok) return agreed;
  const { currency } = agreed.value[0].amount;
  const { forgiven, payBy } = offer;
  if (forgiven.currency !== currency) {
    return refuse({ code: "agreement_in_other_currency", currency });
  }
  if (!isPositive(forgiven)) return refuse({ code: "discount_not_positive" });
  const amounts = agreed.value.map(({ amount }) => amount);
  const amount = total(amounts, currency);
  const most = shareOf(amount, mostDiscountPpb);
  if (compare(forgiven, most) > 0) return refuse({ code: "discount_too_high", most });
  if (payBy < today) return refuse({ code: "agreement_day_has_passed", today });
  const shares = split(
    forgiven,
    amounts.map(({ minor }) => minor),
  );
  const parts = agreed.value.map((part, at) => ({
    ...part,
    forgiven: shares[at] ?? money(0n, currency),
  }));
  return ok({ parts, amount, forgiven, payBy, days: daysBetween(today, payBy) });
}

/** Amounts in minor units; `money`: what came by the day; `open`: of each part, now. */
export type DiscountSource = {
  readonly amount: bigint;
  readonly forgiven: bigint;
  /** Money with a value day up to the day to pay by, and credits: what has been settled. */
  readonly settledInTime: bigint;
  readonly settled: bigint;
  readonly payBy: PlainDate;
  readonly graceDays: number;
};

export type DiscountJudgement = "earned" | "lapsed" | "waiting";

/**
 * Earned when all but the forgiven part is settled by money that came by the day; banks' files
 * come later, so that it lapses only some days after it. What was paid counts by its value day.
 */
export function judgeEarned(source: DiscountSource, today: PlainDate): DiscountJudgement {
  const { amount, forgiven, settledInTime, payBy, graceDays } = source;
  if (settledInTime >= amount - forgiven) return "earned";
  return daysBetween(payBy, today) > graceDays ? "lapsed" : "waiting";
}

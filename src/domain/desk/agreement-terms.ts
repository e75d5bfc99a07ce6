/** What was agreed and why, as it is frozen with an agreement: plain JSON. */
import type { AgreementPolicy } from "../strategy/policy-agreements.ts";
import type { PlainDate } from "../values/calendar.ts";
import { amountText, type Currency, type Money, type Rate } from "../values/money.ts";
import type { AgreementCost } from "./agreement-cost.ts";
import type { RiskFact } from "./repayment-plan-risk.ts";
import type { TaskReason } from "./task.ts";

export type WireRate = { readonly partsPerBillion: string; readonly per: "day" | "year" };
export type WireAmount = { readonly amount: string; readonly currency: Currency };

/** The interest of a plan, and the policy's rules for following it up, as they stood. */
export type AgreementTerms = {
  readonly interest: WireRate | null;
  readonly interestFrom: PlainDate | null;
  readonly graceDays: number;
  readonly missedAllowed: number;
  readonly remindDays: number;
  readonly signWithinDays: number;
  readonly lapseDays: number;
};

export type WireCost = {
  readonly amount: WireAmount;
  readonly days: number;
  readonly rate: WireRate;
  readonly rateFrom: TaskReason;
  readonly yearlyPercent: string | null;
};

export type AgreementFacts = {
  readonly risk: readonly RiskFact[];
  readonly cost: WireCost | null;
};

const wireRate = ({ partsPerBillion, per }: Rate): WireRate => ({
  partsPerBillion: partsPerBillion.toString(),
  per,
});

export const wireAmount = (amount: Money): WireAmount => ({
  amount: amountText(amount),
  currency: amount.currency,
});

export const wireCost = (cost: AgreementCost | null): WireCost | null =>
  cost === null ? null : { ...cost, amount: wireAmount(cost.amount), rate: wireRate(cost.rate) };

/** The rules under which an agreement is followed up: those of the policy on its day. */
export const frozenTerms = (
  policy: AgreementPolicy,
  interest: Rate | null,
  today: PlainDate,
): AgreementTerms => ({
  interest: interest === null ? null : wireRate(interest),
  interestFrom: interest === null ? null : today,
  graceDays: policy.graceDays,
  missedAllowed: policy.missedAllowed,
  remindDays: policy.remindDays,
  signWithinDays: policy.signWithinDays,
  lapseDays: policy.lapseDays,
});

/** What granting costs us: money that comes later, or a part given up, at what our money costs. */
import type { LprRates } from "../countries/china/lpr.ts";
import { daysBetween, later, type PlainDate } from "../values/calendar.ts";
import { divide, isPositive, type Money, money, type Rate, subtract } from "../values/money.ts";
import type { TaskReason } from "./task.ts";

export type CostRate = { readonly rate: Rate; readonly from: TaskReason };

export type AgreementCost = {
  readonly amount: Money;
  /** Days waited (of a discount: gained), weighted by amount. */
  readonly days: number;
  readonly rate: Rate;
  readonly rateFrom: TaskReason;
  /** Of a discount: what it comes to in a year, "36.87"; null where nothing comes early. */
  readonly yearlyPercent: string | null;
};

/**
 * What our money costs: the policy's rate, else the one-year LPR of the day; where the month is not
 * known yet the last known one, and the reason says so.
 */
export function costRateOf(
  policyRate: Rate | null,
  today: PlainDate,
  lprOn: (day: PlainDate) => LprRates | null,
  knownUntil: PlainDate,
): CostRate | null {
  if (policyRate !== null) return { rate: policyRate, from: { code: "rate_of_policy" } };
  const lpr = lprOn(today);
  if (lpr !== null) return { rate: lpr.oneYear, from: { code: "rate_lpr", since: lpr.since } };
  const last = lprOn(knownUntil);
  if (last === null || today < knownUntil) return null;
  const from = { code: "rate_lpr_last_known", since: last.since, knownUntil };
  return { rate: last.oneYear, from };
}

type Waited = { readonly amount: Money; readonly days: number };

const amountDays = (waited: readonly Waited[]): bigint =>
  waited.reduce((sum, { amount, days }) => sum + amount.minor * BigInt(days), 0n);
const amountOf = (waited: readonly Waited[]): bigint =>
  waited.reduce((sum, { amount }) => sum + amount.minor, 0n);

const SPAN = { day: 1_000_000_000n, year: 365_000_000_000n } as const;

/** The cost of waiting: amount × days at the rate, rounded once. */
function waitingCost(waited: readonly Waited[], { rate, from }: CostRate): AgreementCost | null {
  const [first] = waited;
  if (first === undefined) return null;
  const minor = divide(amountDays(waited) * rate.partsPerBillion, SPAN[rate.per], "half-up");
  return {
    amount: money(minor, first.amount.currency),
    days: Number(divide(amountDays(waited), amountOf(waited), "half-up")),
    rate,
    rateFrom: from,
    yearlyPercent: null,
  };
}

/** Of a plan: each instalment is waited for from today to its day. */
export const planCost = (
  instalments: readonly { readonly amount: Money; readonly dueOn: PlainDate }[],
  rate: CostRate,
  today: PlainDate,
): AgreementCost | null =>
  waitingCost(
    instalments.map(({ amount, dueOn }) => ({ amount, days: daysBetween(today, dueOn) })),
    rate,
  );

/** Of an extension: from the old due day, or from today where that has passed, to the new one. */
export const extensionCost = (
  parts: readonly {
    readonly amount: Money;
    readonly dueOn: PlainDate;
    readonly newDueOn: PlainDate;
  }[],
  rate: CostRate,
  today: PlainDate,
): AgreementCost | null =>
  waitingCost(
    parts.map(({ amount, dueOn, newDueOn }) => ({
      amount,
      days: Math.max(0, daysBetween(later(dueOn, today), newDueOn)),
    })),
    rate,
  );

/** "36.87": parts per 10⁹ as per cent with two decimals, half-up. */
function percentText(ppb: bigint): string {
  const hundredths = divide(ppb, 100_000n, "half-up");
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/**
 * Of a discount: what is forgiven less what the earlier money saves. Yearly: forgiven ÷ paid × 365
 * ÷ days early (simple), to be held against what a bank would ask.
 */
export function discountCost(
  parts: readonly { readonly amount: Money; readonly dueOn: PlainDate }[],
  forgiven: Money,
  payBy: PlainDate,
  rate: CostRate,
): AgreementCost | null {
  const early = parts.map(({ amount, dueOn }) => ({
    amount,
    days: Math.max(0, daysBetween(payBy, dueOn)),
  }));
  const waited = waitingCost(early, rate);
  if (waited === null) return null;
  const paid = amountOf(early) - forgiven.minor;
  const gained = amountDays(early);
  const yearly =
    gained > 0n && isPositive(forgiven) && paid > 0n
      ? // forgiven/paid × 365 / (days weighted by amount)
        divide(forgiven.minor * 365n * 1_000_000_000n * amountOf(early), paid * gained, "half-up")
      : null;
  return {
    ...waited,
    amount: subtract(forgiven, waited.amount),
    yearlyPercent: yearly === null ? null : percentText(yearly),
  };
}

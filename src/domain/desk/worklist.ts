/** The worklist: the rule points that order it, each part with its reason and its facts. */
import type { Grade } from "../strategy/policy.ts";
import type { WorklistPolicy } from "../strategy/policy-worklist.ts";
import { addMonths, daysBetween, type PlainDate } from "../values/calendar.ts";
import { amountText, decimalsOf, type Money } from "../values/money.ts";

/** What a customer's points follow from. */
export type WorkFacts = {
  readonly grade: Grade | null;
  /** What is past due, a positive sum per currency; empty: nothing is. */
  readonly overdue: readonly Money[];
  /** The due day of the oldest open claim past due. */
  readonly oldestDueOn: PlainDate | null;
  /** Promises not kept that touch something still open. */
  readonly brokenPromises: number;
  /** The last contact, or where there was none the day since which the case is open. */
  readonly silentSince: PlainDate;
  /** What the customer bought in the last twelve months. */
  readonly sales: readonly Money[];
};

export type PointReason = { readonly code: string; readonly [fact: string]: unknown };
export type PointPart = {
  readonly code: string;
  readonly points: number;
  readonly because: PointReason;
};
export type Priority = { readonly points: number; readonly parts: readonly PointPart[] };

/** In parts of a thousand, so that amounts stay whole numbers until they are points. */
type Share = number;
const FULL: Share = 1000;

/** An unknown grade counts as a middling one: nobody has looked yet. */
const GRADE_SHARES: Readonly<Record<Grade, Share>> = { A: 0, B: 250, C: 500, D: 750, E: FULL };
const NO_GRADE: Share = 500;

/** A third broken promise gives all points: from then on only what is signed counts. */
const BROKEN_FULL = 3;

/** 民法典 188: three years. Counted from the oldest due day it is the earliest possible expiry. */
const LIMITATION_MONTHS = 36;
const LIMITATION_NEAR_DAYS = 180;

/** A currency that the policy does not name: so many of its units count as large. */
const LARGE_UNITS = { amount: 1_000_000n, sales: 10_000_000n } as const;

/** The square root, so that middling amounts still count beside the largest. */
const rooted = (share: Share): Share => Math.round(Math.sqrt(share * FULL));

/** Shares of several currencies are added: no rate is needed to say that both press. */
function amountShare(amounts: readonly Money[], large: readonly Money[], units: bigint): Share {
  let share = 0n;
  for (const { currency, minor } of amounts) {
    if (minor <= 0n) continue;
    const named = large.find((one) => one.currency === currency)?.minor;
    const full = named ?? units * 10n ** BigInt(decimalsOf(currency));
    share += full <= 0n ? BigInt(FULL) : (minor * BigInt(FULL)) / full;
  }
  return Number(share > BigInt(FULL) ? BigInt(FULL) : share);
}

const countShare = (count: number, full: number): Share =>
  Math.round((Math.min(Math.max(count, 0), full) * FULL) / full);

const part = (code: string, most: number, share: Share, facts: object): PointPart => ({
  code,
  points: Math.round((most * share) / FULL),
  because: { code, most, ...facts },
});

const amountsOf = (amounts: readonly Money[]) =>
  amounts.map((amount) => ({ amount: amountText(amount), currency: amount.currency }));

/** The earliest day on which the oldest claim may be barred. Later acts that interrupt move it. */
export const earliestExpiry = (oldestDueOn: PlainDate): PlainDate =>
  addMonths(oldestDueOn, LIMITATION_MONTHS);

function limitationPart(oldest: PlainDate | null, most: number, today: PlainDate): PointPart {
  if (oldest === null) return part("limitation", most, 0, {});
  const expiresOn = earliestExpiry(oldest);
  const left = daysBetween(today, expiresOn);
  const share = countShare(LIMITATION_NEAR_DAYS - left, LIMITATION_NEAR_DAYS);
  return part("limitation", most, share, { expiresOn, daysLeft: left });
}

/**
 * The points of a late customer, each rule's between nothing and its weight: more past due, longer,
 * a worse grade, another broken promise or a longer silence never lowers them. Parts without
 * points are left out; the others sum to the points. Source of the three years: 民法典 188.
 */
export function pointsOf(facts: WorkFacts, policy: WorklistPolicy, today: PlainDate): Priority {
  const { points: most, largeAmount, largeSales, oldDays, silentDays } = policy;
  const { grade, overdue, oldestDueOn, brokenPromises, silentSince, sales } = facts;
  const days = oldestDueOn === null ? 0 : daysBetween(oldestDueOn, today);
  const silent = daysBetween(silentSince, today);
  const amount = rooted(amountShare(overdue, largeAmount, LARGE_UNITS.amount));
  const value = rooted(amountShare(sales, largeSales, LARGE_UNITS.sales));
  const parts = [
    part("amount", most.amount, amount, { overdue: amountsOf(overdue) }),
    part("days_late", most.daysLate, countShare(days, oldDays), { days }),
    part("grade", most.grade, grade === null ? NO_GRADE : GRADE_SHARES[grade], { grade }),
    part("broken_promise", most.brokenPromise, countShare(brokenPromises, BROKEN_FULL), {
      count: brokenPromises,
    }),
    limitationPart(oldestDueOn, most.limitation, today),
    part("last_contact", most.lastContact, countShare(silent, silentDays), {
      days: silent,
      since: silentSince,
    }),
    part("customer_value", most.customerValue, value, { sales: amountsOf(sales) }),
  ].filter(({ points }) => points > 0);
  return { points: parts.reduce((sum, { points }) => sum + points, 0), parts };
}

export const NO_POINTS: Priority = { points: 0, parts: [] };

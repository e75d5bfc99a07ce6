/** The worklist: in which order a person works, and the points that say why. */
import type { Stage, Track } from "../strategy/policy.ts";
import type { Money } from "../values/money.ts";

export type WorkLine = {
  readonly track: Track;
  readonly stage: Stage;
  /** What the customer owes past due, a sum per currency. */
  readonly overdue: readonly Money[];
  /** Days past due of the customer's oldest claim. */
  readonly oldestDays: number;
  readonly promiseBroken: boolean;
};

export type Priority = {
  readonly points: number;
  readonly parts: readonly { readonly code: string; readonly points: number }[];
};

/** The largest overdue sum of each currency on the list: an amount is large beside the others. */
export function largestOverdue(lines: readonly WorkLine[]): ReadonlyMap<string, bigint> {
  const largest = new Map<string, bigint>();
  for (const { currency, minor } of lines.flatMap(({ overdue }) => overdue)) {
    if (minor > (largest.get(currency) ?? 0n)) largest.set(currency, minor);
  }
  return largest;
}

const AMOUNT_POINTS = 40;
const DAYS_POINTS = 30;
/** From here on a claim grows no more urgent by age alone: it is a matter of law then. */
const DAYS_COUNT_UP_TO = 120;
const BROKEN_PROMISE_POINTS = 15;
const STAGE_POINTS: Readonly<Record<Stage, number>> = {
  pre_due: 0,
  early: 3,
  middle: 7,
  late: 12,
  legal: 15,
};

/** An amount's points: its square root against the largest, so that middling ones still count. */
function amountPoints(overdue: readonly Money[], largest: ReadonlyMap<string, bigint>): number {
  const shares = overdue.map(({ currency, minor }) => {
    const most = largest.get(currency) ?? 0n;
    return most <= 0n || minor <= 0n ? 0 : Number((minor * 10_000n) / most) / 10_000;
  });
  return Math.round(AMOUNT_POINTS * Math.sqrt(Math.max(0, ...shares)));
}

/**
 * Points of a line, at most 100: how much (40), how late (30), how far up the ladder (15), a
 * promise that was broken (15). Parts without points are left out.
 */
export function priorityOf(line: WorkLine, largest: ReadonlyMap<string, bigint>): Priority {
  const days = Math.min(Math.max(line.oldestDays, 0), DAYS_COUNT_UP_TO);
  const parts = [
    { code: "amount", points: amountPoints(line.overdue, largest) },
    { code: "days", points: Math.round((DAYS_POINTS * days) / DAYS_COUNT_UP_TO) },
    { code: "stage", points: STAGE_POINTS[line.stage] },
    { code: "promise_broken", points: line.promiseBroken ? BROKEN_PROMISE_POINTS : 0 },
  ].filter(({ points }) => points > 0);
  return { points: parts.reduce((sum, part) => sum + part.points, 0), parts };
}

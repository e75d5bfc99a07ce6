/** Reliability: how far a customer's word was good in the last twelve months. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { Currency } from "../values/money.ts";

/** Fewer judged promises tell nothing: one kept promise is no habit. */
const LEAST_JUDGED = 3;
const YEAR_IN_DAYS = 365;

/** The first day whose judgements count on a day. */
export const reliableSince = (today: PlainDate): PlainDate => addDays(today, -YEAR_IN_DAYS);

/** Promises judged in one currency, in minor units; `keptAmount` counts parts that came too. */
export type JudgedSums = {
  readonly currency: Currency;
  readonly kept: number;
  readonly partiallyKept: number;
  readonly broken: number;
  readonly amount: bigint;
  readonly keptAmount: bigint;
};

/** Shares in parts per thousand, rounded down; null or empty where too few were judged. */
export type Reliability = {
  readonly judged: number;
  readonly kept: number;
  readonly partiallyKept: number;
  readonly broken: number;
  readonly byCount: number | null;
  readonly byAmount: readonly { readonly currency: Currency; readonly perMille: number }[];
};

/** Kept by judged: a promise kept in part was not kept, but what came of it counts by amount. */
export function reliabilityOf(sums: readonly JudgedSums[]): Reliability {
  const count = (pick: (sum: JudgedSums) => number) =>
    sums.reduce((all, sum) => all + pick(sum), 0);
  const kept = count((sum) => sum.kept);
  const partiallyKept = count((sum) => sum.partiallyKept);
  const broken = count((sum) => sum.broken);
  const judged = kept + partiallyKept + broken;
  const told = { judged, kept, partiallyKept, broken };
  if (judged < LEAST_JUDGED) return { ...told, byCount: null, byAmount: [] };
  return {
    ...told,
    byCount: Math.floor((kept * 1000) / judged),
    byAmount: sums
      .filter(({ amount }) => amount > 0n)
      .map(({ currency, amount, keptAmount }) => ({
        currency,
        perMille: Number((keptAmount * 1000n) / amount),
      })),
  };
}

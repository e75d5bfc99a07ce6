/** How often payers do what: round figures from the trade, never fitted to one set of payments. */

/** Shares of payments by what they are. */
export const SHARE = {
  one: 0.45,
  several: 0.22,
  fee: 0.06,
  discount: 0.03,
  rounding: 0.012,
  deduction: 0.02,
  part: 0.09,
  over: 0.035,
  credit: 0.01,
  advance: 0.02,
  again: 0.01,
  /** Whatever else: nothing we know explains it. */
  other: 0.0005,
} as const;

/** Several claims paid at once: how often so many. */
function shareOfCount(count: number): number {
  if (count <= 1) return 1;
  return 0.42 * 0.62 ** (count - 2);
}

const combinationsOf = (count: number, of: number): number => {
  let ways = 1;
  for (let step = 1; step <= count; step += 1) ways = (ways * (of - count + step)) / step;
  return ways;
};

/** How likely just these are chosen among all open ones. */
export const chosen = (count: number, of: number): number =>
  shareOfCount(count) / Math.max(1, combinationsOf(count, of));

const isMultiple = (minor: number, step: number): boolean => minor % step === 0;

/** What an amount out of the blue would be: round ones are common, each other one is rare. */
export function outOfTheBlue(minor: number): number {
  const span = Math.max(minor, 1_000_000);
  if (isMultiple(minor, 100_000)) return Math.min(1, (0.5 * 100_000) / span);
  if (isMultiple(minor, 10_000)) return (0.2 * 10_000) / span;
  if (isMultiple(minor, 1_000)) return (0.05 * 1_000) / span;
  return 0.25 / span;
}

/** Bank fees: multiples of 5.00 are usual, of 0.50 happen; a fiftieth of the payment is no fee. */
export function feeLikely(fee: number, paid: number): number {
  const share = fee > 1_000 && fee * 50 > paid ? 0.01 : 1;
  if (isMultiple(fee, 500)) return 0.07 * share;
  if (isMultiple(fee, 50)) return 0.003 * share;
  return 0.000003 * share;
}

const USUAL_DISCOUNTS = [0.01, 0.015, 0.02, 0.025, 0.03, 0.005, 0.04, 0.05];

/** A discount is a whole or half percentage, rounded to the cent. */
export function discountLikely(total: number, discount: number): number {
  const usual = USUAL_DISCOUNTS.some((share) => Math.abs(total * share - discount) <= 1);
  return usual ? 0.2 : 0.02 / Math.max(1, total * 0.05);
}

/** Rounding leaves a round amount. */
export function roundingLikely(paid: number, difference: number): number {
  if (isMultiple(paid, 100)) return 0.2;
  if (isMultiple(paid, 10)) return 0.1;
  return difference <= 2 ? 0.05 : 0.0005;
}

const isShare = (whole: number, paid: number, parts: number): boolean => {
  const near = Math.round((paid / whole) * parts) / parts;
  return near > 0 && near < 1 && Math.abs(whole * near - paid) <= 1;
};

/** Part payments: tenths and quarters of the claim or of what is left of it, or a round amount. */
export function partLikely(amount: number, open: number, paid: number): number {
  const blue = outOfTheBlue(paid) * 0.6;
  if (isShare(amount, paid, 10)) return Math.max(0.06, blue);
  if (isShare(open, paid, 10)) return Math.max(0.03, blue);
  if (isShare(amount, paid, 20) || isShare(amount, paid, 3)) return Math.max(0.006, blue);
  return blue;
}

/** How often an amount lands on a step, and how fine the steps are, in minor units. */
const OVER_STEPS = [
  [0.4, 100_000],
  [0.15, 10_000],
  [0.05, 1_000],
  [0.3, 1],
] as const;

/** Over payments: a little more, mostly rounded up; half as much again is something else. */
export function overLikely(owed: number, paid: number): number {
  const share = (paid - owed) / owed;
  if (share > 0.5) return 0.00000001;
  const weight = share <= 0.05 ? 1 : share <= 0.2 ? 0.3 : 0.05;
  const near = OVER_STEPS.filter(([, step]) => isMultiple(paid, step)).map(
    ([often, step]) => (often * step) / Math.max(step, owed * 0.1),
  );
  return weight * Math.max(...near);
}

/** Deductions for quality, samples, penalties: mostly a small share in round amounts. */
export function deductionLikely(total: number, deducted: number): number {
  const share = deducted / total;
  if (share > 0.3) return 0.0000001;
  const weight = share <= 0.1 ? 1 : 0.1;
  const step = isMultiple(deducted, 1_000) ? 1_000 : isMultiple(deducted, 100) ? 100 : 1;
  return (weight * 0.5 * step) / Math.max(step, total * 0.1);
}

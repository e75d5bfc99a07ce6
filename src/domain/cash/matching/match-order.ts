/** The order in which lines are matched. */
import { isNegative } from "../../values/money.ts";
import type { MatchLine } from "./match.ts";

/**
 * Day by day, and within a day money in before money out: banks list a return beside the payment
 * it takes back, sometimes above it. Otherwise as the file has them.
 */
export function inMatchOrder<Line extends Pick<MatchLine, "bookedOn" | "amount">>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.toSorted((left, right) => {
    if (left.bookedOn !== right.bookedOn) return left.bookedOn < right.bookedOn ? -1 : 1;
    return Number(isNegative(left.amount)) - Number(isNegative(right.amount));
  });
}

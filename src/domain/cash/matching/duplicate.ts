/** Whether a line is one that the bank has already told, under the same reference. */
import { daysBetween } from "../../values/calendar.ts";
import type { MatchLine, MatchPast } from "./match.ts";
import type { MatchBook } from "./match-book.ts";

const WITHIN_DAYS = 3;

/** The same, or left out on one side. */
const agree = (left: string | null, right: string | null): boolean => {
  const [one, other] = [(left ?? "").trim(), (right ?? "").trim()];
  return one === other || one === "" || other === "";
};

/**
 * The earlier line that this one repeats: same bank reference, amount and payer, within three days.
 * Two equal payments without a reference are two payments (banks do book such on one day).
 */
export function findDuplicate(book: MatchBook, line: MatchLine): MatchPast | null {
  if (line.bankReference === null || line.bankReference === "") return null;
  const same = (book.pastByReference.get(line.bankReference) ?? []).find(
    ({ line: past, settled }) =>
      past.id !== line.id &&
      settled !== "returned" &&
      past.amount.currency === line.amount.currency &&
      past.amount.minor === line.amount.minor &&
      agree(past.payerName, line.payerName) &&
      agree(past.remark, line.remark) &&
      Math.abs(daysBetween(past.bookedOn, line.bookedOn)) <= WITHIN_DAYS,
  );
  return same ?? null;
}

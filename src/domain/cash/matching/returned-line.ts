/** Which earlier payment a line takes back: a bank's return, a reversal. */
import { daysBetween } from "../../values/calendar.ts";
import { negate } from "../../values/money.ts";
import { amountKey } from "./book-index.ts";
import { counted } from "./counted.ts";
import type { MatchLine, MatchPast } from "./match.ts";
import { type MatchBook, plainAccount } from "./match-book.ts";
import { nameForm } from "./payer-name.ts";

/** An earlier payment that may be taken back, and how well it fits (0 to 1). */
export type Returned = { readonly past: MatchPast; readonly fit: number; readonly named: boolean };

const WITHIN_DAYS = 60;

const sameAccount = (left: MatchLine, right: MatchLine): boolean =>
  left.payerAccount !== null &&
  right.payerAccount !== null &&
  plainAccount(left.payerAccount) !== "" &&
  plainAccount(left.payerAccount) === plainAccount(right.payerAccount);

const sameName = (left: MatchLine, right: MatchLine): boolean => {
  const name = nameForm(left.payerName ?? "").full;
  return name !== "" && name === nameForm(right.payerName ?? "").full;
};

const namesLine = (line: MatchLine, past: MatchLine): boolean => {
  const reference = past.bankReference;
  if (reference === null || reference.length < 5) return false;
  return line.bankReference === reference || (line.remark ?? "").includes(reference);
};

function fitOf(line: MatchLine, past: MatchPast): Returned {
  const named = namesLine(line, past.line);
  const payer = sameAccount(line, past.line) ? 0.9 : sameName(line, past.line) ? 0.8 : 0.02;
  const days = daysBetween(past.line.bookedOn, line.bookedOn);
  const soon = days <= 10 ? 1 : 0.3;
  return { past, named, fit: named ? 1 : payer * soon };
}

/** Payments of the same amount within two months, the best first, the latest of equals first. */
export function findReturned(book: MatchBook, line: MatchLine): readonly Returned[] {
  const key = amountKey(line.amount.currency, counted(negate(line.amount)));
  return (book.pastByAmount.get(key) ?? [])
    .filter(({ line: past, settled }) => {
      const days = daysBetween(past.bookedOn, line.bookedOn);
      return settled !== "returned" && settled !== "ignored" && days >= 0 && days <= WITHIN_DAYS;
    })
    .map((past) => fitOf(line, past))
    .sort(
      (left, right) =>
        right.fit - left.fit || (left.past.line.bookedOn < right.past.line.bookedOn ? 1 : -1),
    );
}

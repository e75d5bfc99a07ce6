/** What a booked line changes in the book that matching looks at, and taking it back. */
import type { BankLineId, CustomerId, ItemId } from "../../values/ids.ts";
import { isPositive } from "../../values/money.ts";
import { assert } from "../../values/result.ts";
import { amountKey, listed, unlisted } from "./book-index.ts";
import { counted } from "./counted.ts";
import type { MatchAllocation, MatchLine, MatchPast } from "./match.ts";
import { addCredit, type BookClaim, type MatchBook, type Settled } from "./match-book.ts";
import { forgetLine, rememberLine } from "./past-lines.ts";

function moveClaim(book: MatchBook, entry: BookClaim, open: number): void {
  assert(open >= 0, "a claim is never settled by more than its open amount");
  if (entry.open > 0) unlisted(book.byAmount, amountKey(entry.unit, entry.open), entry);
  entry.open = open;
  if (entry.open > 0) listed(book.byAmount, amountKey(entry.unit, entry.open), entry);
}

/** `sign` −1 settles, +1 opens again. What the book does not hold was too large to be counted. */
function moveOpen(book: MatchBook, moves: readonly MatchAllocation[], sign: 1 | -1): void {
  for (const { itemId, amount } of moves) {
    const claim = book.claims.get(itemId);
    if (claim !== undefined) moveClaim(book, claim, claim.open + sign * counted(amount));
  }
}

function moveCredits(book: MatchBook, moves: readonly MatchAllocation[], sign: 1 | -1): void {
  for (const { itemId, amount } of moves) {
    const credit = book.credits.get(itemId);
    if (credit === undefined) continue;
    credit.open += sign * counted(amount);
    assert(credit.open >= 0, "a credit is never used beyond what is open of it");
  }
}

/** Unapplied cash has no number of its own yet: it goes by its line. */
const restOf = (id: BankLineId): ItemId => id as string as ItemId;

function keepRest(book: MatchBook, line: MatchLine, settled: Settled, owner: CustomerId): void {
  addCredit(book, {
    id: restOf(line.id),
    kind: "receipt",
    customerId: owner,
    number: line.bankReference ?? "",
    issuedOn: line.bookedOn,
    open: settled.onAccount,
    forClaim: null,
  });
}

function dropRest(book: MatchBook, id: BankLineId): void {
  const rest = book.credits.get(restOf(id));
  if (rest === undefined) return;
  book.credits.delete(restOf(id));
  book.payers.get(rest.credit.customerId)?.credits.delete(restOf(id));
}

const stateOf = (settled: Settled): MatchPast["settled"] => {
  if (settled.what === "duplicate" || settled.what === "not_receivable") return "ignored";
  if (settled.allocations.length > 0) return "applied";
  return settled.customerId === null ? "open" : "on_account";
};

function apply(book: MatchBook, line: MatchLine, settled: Settled): void {
  moveOpen(book, settled.allocations, -1);
  moveCredits(book, settled.credits, -1);
  const { customerId } = settled;
  if (customerId !== null && isPositive(settled.onAccount)) {
    keepRest(book, line, settled, customerId);
  }
}

function unapply(book: MatchBook, line: MatchLine, settled: Settled): void {
  dropRest(book, line.id);
  moveCredits(book, settled.credits, 1);
  moveOpen(book, settled.allocations, 1);
}

const remembered = (book: MatchBook, id: BankLineId, settled: MatchPast["settled"]): void => {
  const past = book.past.get(id);
  if (past !== undefined) rememberLine(book, { ...past, settled });
};

/**
 * Books a line: claims, credits and past lines move, so that the next line is judged with them. A
 * line that takes back another opens what that one settled, where this book saw it settled.
 */
export function recordSettlement(book: MatchBook, line: MatchLine, settled: Settled): void {
  assert(!book.settlements.has(line.id), "a line is booked once");
  const { reverses } = settled;
  const taken = reverses === null ? undefined : book.settlements.get(reverses);
  if (taken !== undefined) unapply(book, taken.line, taken.settled);
  if (reverses !== null) remembered(book, reverses, "returned");
  apply(book, line, settled);
  book.settlements.set(line.id, { line, settled });
  rememberLine(book, { line, customerId: settled.customerId, settled: stateOf(settled) });
}

/** Takes a booking back as if it had never been: the inverse of `recordSettlement`. */
export function undoSettlement(book: MatchBook, id: BankLineId): void {
  const kept = book.settlements.get(id);
  assert(kept !== undefined, "only what was booked is taken back");
  unapply(book, kept.line, kept.settled);
  const { reverses } = kept.settled;
  const taken = reverses === null ? undefined : book.settlements.get(reverses);
  if (taken !== undefined) {
    apply(book, taken.line, taken.settled);
    remembered(book, taken.line.id, stateOf(taken.settled));
  }
  book.settlements.delete(id);
  forgetLine(book, id);
}

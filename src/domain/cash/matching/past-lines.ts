/** The lines that came before, as matching remembers them. */
import type { BankLineId } from "../../values/ids.ts";
import { amountKey, listed } from "./book-index.ts";
import { counted, isCountable } from "./counted.ts";
import type { MatchLine, MatchPast } from "./match.ts";
import type { MatchBook } from "./match-book.ts";

const without = <Key>(index: Map<Key, MatchPast[]>, key: Key, past: MatchPast): void => {
  const left = index.get(key)?.filter((one) => one !== past) ?? [];
  if (left.length === 0) index.delete(key);
  else index.set(key, left);
};

const keyOf = (line: MatchLine): string => amountKey(line.amount.currency, counted(line.amount));

/** Remembers a line and what became of it. A line once remembered is replaced. */
export function rememberLine(book: MatchBook, past: MatchPast): void {
  const { line } = past;
  if (!isCountable(line.amount)) return;
  forgetLine(book, line.id);
  book.past.set(line.id, past);
  listed(book.pastByAmount, keyOf(line), past);
  if (line.bankReference !== null) listed(book.pastByReference, line.bankReference, past);
  if (past.customerId !== null) book.payers.get(past.customerId)?.past.push(past);
}

/** Forgets a line altogether. */
export function forgetLine(book: MatchBook, id: BankLineId): void {
  const past = book.past.get(id);
  if (past === undefined) return;
  book.past.delete(id);
  without(book.pastByAmount, keyOf(past.line), past);
  const { bankReference } = past.line;
  if (bankReference !== null) without(book.pastByReference, bankReference, past);
  const payer = past.customerId === null ? undefined : book.payers.get(past.customerId);
  if (payer !== undefined) payer.past.splice(payer.past.indexOf(past), 1);
}

/** The book that matching looks at: customers, open claims, credits and past lines, by index. */
import { epochDay } from "../../values/calendar.ts";
import type { BankLineId, CustomerId, ItemId } from "../../values/ids.ts";
import type { Currency } from "../../values/money.ts";
import { assert } from "../../values/result.ts";
import { amountKey, into, listed } from "./book-index.ts";
import { counted, isCountable } from "./counted.ts";
import type {
  MatchAlias,
  MatchClaim,
  MatchCredit,
  MatchCustomer,
  MatchLine,
  MatchPast,
  Proposal,
} from "./match.ts";
import { rememberLine } from "./past-lines.ts";
import { endsOf, gramsOf, type NameForm, type NameLikeness, nameForm } from "./payer-name.ts";
import { foldNumber } from "./reference-text.ts";

/** A claim in the book. `open` and `disputed` move with each settlement; amounts in minor units. */
export type BookClaim = {
  readonly claim: MatchClaim;
  readonly payer: BookPayer;
  readonly unit: Currency;
  readonly issued: number;
  readonly due: number;
  readonly amount: number;
  open: number;
  disputed: number;
};

export type BookCredit = { readonly credit: MatchCredit; readonly unit: Currency; open: number };

export type BookPayer = {
  readonly customer: MatchCustomer;
  readonly forms: readonly NameForm[];
  readonly claims: Map<ItemId, BookClaim>;
  readonly credits: Map<ItemId, BookCredit>;
  /** The latest lines of this customer, oldest first. */
  readonly past: MatchPast[];
};

/** A customer whose name is like a written one. */
export type NameHit = { readonly payer: BookPayer; readonly likeness: NameLikeness };

export type BookAlias = { alias: MatchAlias; readonly payer: BookPayer };

/** Built once, then moved with each booking. Only the functions of this room change it. */
export type MatchBook = {
  readonly payers: Map<CustomerId, BookPayer>;
  readonly claims: Map<ItemId, BookClaim>;
  readonly credits: Map<ItemId, BookCredit>;
  readonly byAccount: Map<string, Set<BookPayer>>;
  readonly byMask: Map<string, Set<BookPayer>>;
  readonly byName: Map<string, Set<BookPayer>>;
  readonly byCore: Map<string, Set<BookPayer>>;
  readonly byEnd: Map<string, BookPayer[]>;
  readonly byGram: Map<string, BookPayer[]>;
  readonly aliases: Map<string, BookAlias[]>;
  readonly creditsByNumber: Map<string, Set<BookCredit>>;
  /** By levelled number; and how many numbers of each length there are. */
  readonly byNumber: Map<string, BookClaim[]>;
  readonly lengths: Map<number, number>;
  readonly byAmount: Map<string, BookClaim[]>;
  readonly past: Map<BankLineId, MatchPast>;
  readonly pastByReference: Map<string, MatchPast[]>;
  readonly pastByAmount: Map<string, MatchPast[]>;
  /** Names once looked up, by what was written. */
  readonly names: Map<string, readonly NameHit[]>;
  readonly settlements: Map<BankLineId, Kept>;
};

/** How a line was booked: a proposal's own fields, or a person's choice in the same form. */
export type Settled = Pick<
  Proposal,
  "what" | "customerId" | "allocations" | "credits" | "onAccount" | "reverses"
>;

/** A settlement kept, so that it can be taken back. */
export type Kept = { readonly line: MatchLine; readonly settled: Settled };

export type MatchValues = {
  readonly customers: readonly MatchCustomer[];
  readonly aliases: readonly MatchAlias[];
  readonly claims: readonly MatchClaim[];
  readonly credits: readonly MatchCredit[];
  readonly past: readonly MatchPast[];
};

/** Account numbers are compared by digits and letters only. */
export const plainAccount = (account: string): string =>
  account
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^A-Z0-9*]/g, "");

/** What a masked account shows: 6247****2659 is 6247*2659. Null where it is too little. */
export function maskOf(account: string): string | null {
  const [, head, tail] = /^([A-Z0-9]{3,})\*+([A-Z0-9]{3,})$/.exec(account) ?? [];
  return head === undefined || tail === undefined ? null : `${head.slice(0, 4)}*${tail.slice(-4)}`;
}

export const aliasKey = (kind: MatchAlias["kind"], value: string): string =>
  kind === "account" ? `account ${plainAccount(value)}` : `name ${nameForm(value).full}`;

export function addCustomer(book: MatchBook, customer: MatchCustomer): void {
  assert(!book.payers.has(customer.id), "a customer is in the book once");
  const names = customer.nameEn === null ? [customer.name] : [customer.name, customer.nameEn];
  const forms = names.map(nameForm).filter((form) => form.full !== "");
  const payer: BookPayer = { customer, forms, claims: new Map(), credits: new Map(), past: [] };
  book.payers.set(customer.id, payer);
  book.names.clear();
  for (const account of customer.accounts.map(plainAccount)) {
    into(book.byAccount, account, payer);
    into(book.byMask, `${account.slice(0, 4)}*${account.slice(-4)}`, payer);
  }
  for (const form of forms) {
    into(book.byName, form.full, payer);
    into(book.byCore, form.core, payer);
    for (const end of endsOf(form)) listed(book.byEnd, end, payer);
  }
  const grams = new Set(forms.flatMap((form) => [...gramsOf(form.full), ...gramsOf(form.core)]));
  for (const gram of grams) listed(book.byGram, gram, payer);
}

const payerOf = (book: MatchBook, id: CustomerId): BookPayer => {
  const payer = book.payers.get(id);
  assert(payer !== undefined, "a claim's customer is in the book");
  return payer;
};

/** Puts a claim into the book. One too large to be counted is left to people. */
export function addClaim(book: MatchBook, claim: MatchClaim): void {
  assert(!book.claims.has(claim.id), "a claim is in the book once");
  if (!isCountable(claim.amount) || !isCountable(claim.open)) return;
  const numbers = [claim.number, ...claim.references];
  const entry: BookClaim = {
    claim,
    payer: payerOf(book, claim.customerId),
    unit: claim.open.currency,
    issued: epochDay(claim.issuedOn),
    due: epochDay(claim.dueOn),
    amount: counted(claim.amount),
    open: counted(claim.open),
    disputed: counted(claim.disputed),
  };
  entry.payer.claims.set(claim.id, entry);
  book.claims.set(claim.id, entry);
  for (const key of new Set(numbers.map(foldNumber))) {
    if (key.length < 4) continue;
    listed(book.byNumber, key, entry);
    book.lengths.set(key.length, (book.lengths.get(key.length) ?? 0) + 1);
  }
  if (entry.open > 0) listed(book.byAmount, amountKey(entry.unit, entry.open), entry);
}

/** Puts a credit memo or a receipt's unapplied rest into the book. */
export function addCredit(book: MatchBook, credit: MatchCredit): void {
  assert(!book.credits.has(credit.id), "a credit is in the book once");
  if (!isCountable(credit.open)) return;
  const entry: BookCredit = { credit, unit: credit.open.currency, open: counted(credit.open) };
  payerOf(book, credit.customerId).credits.set(credit.id, entry);
  book.credits.set(credit.id, entry);
  const key = foldNumber(credit.number);
  if (credit.kind !== "credit_memo" || key.length < 4) return;
  into(book.creditsByNumber, key, entry);
  book.lengths.set(key.length, (book.lengths.get(key.length) ?? 0) + 1);
}

/** A payer confirmed for a customer: from now on known. The latest count of confirmations holds. */
export function learnAlias(book: MatchBook, alias: MatchAlias): void {
  const key = aliasKey(alias.kind, alias.value);
  const payer = payerOf(book, alias.customerId);
  const known = book.aliases.get(key)?.find((one) => one.payer === payer);
  if (known === undefined) listed(book.aliases, key, { alias, payer });
  else known.alias = alias;
}

/** Forgets a payer for a customer: a person took the confirmation back. */
export function revokeAlias(
  book: MatchBook,
  alias: Pick<MatchAlias, "kind" | "value" | "customerId">,
): void {
  const key = aliasKey(alias.kind, alias.value);
  const left = book.aliases.get(key)?.filter((one) => one.payer.customer.id !== alias.customerId);
  if (left === undefined || left.length === 0) book.aliases.delete(key);
  else book.aliases.set(key, left);
}

const emptyBook = (): MatchBook => ({
  payers: new Map(),
  claims: new Map(),
  credits: new Map(),
  byAccount: new Map(),
  byMask: new Map(),
  byName: new Map(),
  byCore: new Map(),
  byEnd: new Map(),
  byGram: new Map(),
  aliases: new Map(),
  creditsByNumber: new Map(),
  byNumber: new Map(),
  lengths: new Map(),
  byAmount: new Map(),
  past: new Map(),
  pastByReference: new Map(),
  pastByAmount: new Map(),
  names: new Map(),
  settlements: new Map(),
});

/**
 * Builds the book. Claims settled of late may be among `claims` with nothing open: whoever names
 * them again has paid twice.
 */
export function openMatchBook(values: MatchValues): MatchBook {
  const book = emptyBook();
  for (const customer of values.customers) addCustomer(book, customer);
  for (const claim of values.claims) addClaim(book, claim);
  for (const credit of values.credits) addCredit(book, credit);
  for (const alias of values.aliases) learnAlias(book, alias);
  for (const past of values.past) rememberLine(book, past);
  return book;
}

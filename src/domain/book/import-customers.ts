/** Judges rows of customers against the book. */
import { languageOfName } from "./customer-language.ts";
import type { KnownCustomer } from "./customer-match.ts";
import { type ComparedField, compareFacts } from "./import-facts.ts";
import type { CustomerRow } from "./import-row.ts";

/** What we keep about a customer besides number and name. */
export type CustomerFacts = {
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly language: "zh" | "en";
  readonly grade: string | null;
  readonly segment: string | null;
  readonly salesperson: string | null;
  readonly note: string | null;
};

export type StoredCustomer = KnownCustomer & CustomerFacts;

const FIELDS = [
  ["name", "name"],
  ["name_en", "nameEn"],
  ["uscc", "uscc"],
  ["address", "address"],
  ["language", "language"],
  ["grade", "grade"],
  ["segment", "segment"],
  ["salesperson", "salesperson"],
  ["note", "note"],
] as const satisfies readonly ComparedField<keyof CustomerRow & keyof StoredCustomer>[];

/** A new customer's facts: letters in the language of its name unless the file says otherwise. */
export const factsOfCustomer = (row: CustomerRow): CustomerFacts => ({
  nameEn: row.nameEn ?? null,
  uscc: row.uscc ?? null,
  address: row.address ?? null,
  language: row.language ?? languageOfName(row.name ?? ""),
  grade: row.grade ?? null,
  segment: row.segment ?? null,
  salesperson: row.salesperson ?? null,
  note: row.note ?? null,
});

export const judgeCustomer = (row: CustomerRow, before: StoredCustomer) =>
  compareFacts(row.number, FIELDS, row, before);

/** A row as text, to tell whether two rows of one number say the same. */
export const customerFactsText = ({ line: _, ...facts }: CustomerRow): string =>
  JSON.stringify(facts);

/** The accounts of a row, digits and letters only: "6222 0000 1111、6217-0001" are two. */
export const accountsOf = ({ bankAccount }: CustomerRow): readonly string[] =>
  (bankAccount ?? "")
    .normalize("NFKC")
    .split(/[、,;|/\n]/)
    .map((part) => part.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase())
    .filter((account) => account.length >= 4);

export type OwnAccount = { readonly number: string; readonly account: string };

/** The accounts of these rows that the book does not have for their customer, each once. */
export function newAccounts(
  rows: readonly CustomerRow[],
  known: readonly OwnAccount[],
): readonly OwnAccount[] {
  const seen = new Set(known.map(({ number, account }) => `${number} ${account}`));
  const found: OwnAccount[] = [];
  for (const row of rows) {
    for (const account of accountsOf(row)) {
      const key = `${row.number} ${account}`;
      if (!seen.has(key)) found.push({ number: row.number, account });
      seen.add(key);
    }
  }
  return found;
}

/** Rows of customers. */
import type { CustomerRow } from "../../domain/book/import-row.ts";
import { GRADE_WORDS, LANGUAGE_WORDS } from "./choices.ts";
import type { RowReader } from "./row-reader.ts";

/** Reads one customer; null when the reader has collected a problem. */
export function readCustomer(row: RowReader): CustomerRow | null {
  const number = row.needed("number", row.number("number"));
  const name = row.needed("name", row.text("name"));
  if (number === null || name === null) return null;
  return {
    line: row.line,
    number,
    name,
    nameEn: row.text("name_en"),
    uscc: row.text("uscc"),
    address: row.text("address"),
    language: row.choice("language", LANGUAGE_WORDS),
    grade: row.choice("grade", GRADE_WORDS),
    segment: row.text("segment"),
    salesperson: row.text("salesperson"),
    note: row.text("note"),
    bankAccount: row.text("bank_account"),
  };
}

/** The fields of each import kind with the headings by which files are known to call them. */
import type { ImportKind } from "../../domain/book/import-row.ts";
import type { KindFields } from "./field.ts";
import { INVOICE_FIELDS } from "./invoice-fields.ts";
import { CONTACT_FIELDS, CONTRACT_FIELDS, CUSTOMER_FIELDS } from "./master-fields.ts";
import { RECEIPT_FIELDS } from "./receipt-fields.ts";

const KINDS: Readonly<Record<ImportKind, KindFields>> = {
  customers: CUSTOMER_FIELDS,
  contacts: CONTACT_FIELDS,
  contracts: CONTRACT_FIELDS,
  invoices: INVOICE_FIELDS,
  receipts: RECEIPT_FIELDS,
};

export const fieldsOf = (kind: ImportKind): KindFields => KINDS[kind];

/**
 * A heading as it is compared: half width, lower case, without blanks and punctuation, so that
 * "*客户编号", "Invoice No." and "invoice_no" are known.
 */
export const plainHeading = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-./*:#'"`,|\\()[\]{}<>【】、。·“”‘’《》?!$¥€£%&+=~^@;]/g, "");

/** The same without what stands in brackets: units and remarks such as "(元)". */
export const headingWithoutBrackets = (text: string): string =>
  plainHeading(text.normalize("NFKC").replace(/[([【{][^)\]】}]*[)\]】}]/g, ""));

export type KnownHeading = { readonly field: string; readonly rank: number };

const known = new Map<ImportKind, ReadonlyMap<string, KnownHeading>>();

/** Plain heading → the field it stands for, and how telling it is (0 is the most). */
export function knownHeadings(kind: ImportKind): ReadonlyMap<string, KnownHeading> {
  const found = known.get(kind);
  if (found !== undefined) return found;
  const headings = new Map<string, KnownHeading>();
  for (const { field, zh, en, headings: names } of KINDS[kind].fields) {
    for (const [rank, name] of [field, zh, ...names, en].entries()) {
      const plain = plainHeading(name);
      if (!headings.has(plain)) headings.set(plain, { field, rank });
    }
  }
  known.set(kind, headings);
  return headings;
}

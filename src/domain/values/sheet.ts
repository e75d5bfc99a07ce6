/** A sheet: rows of values under headings, as reports give it to a screen, a file or a terminal. */
import { amountText, type Money } from "./money.ts";

/** The same words in both languages of the product. */
export type SheetWords = { readonly zh: string; readonly en: string };

export type Cell = string | Money | null;

export type Column = {
  readonly heading: SheetWords;
  /** Amounts stand to the right, with the decimals of their currency. */
  readonly kind: "text" | "amount";
};

export type Sheet = {
  readonly title: SheetWords;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Sums below the rows, one row a currency. */
  readonly totals: readonly (readonly Cell[])[];
};

/** A cell in plain text: amounts without separators, nothing for nothing. */
export function cellText(cell: Cell): string {
  if (cell === null) return "";
  return typeof cell === "string" ? cell : amountText(cell);
}

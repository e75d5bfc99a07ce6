/** Where a bank's list has its header, and which of its columns holds what. */
import type { Currency } from "../../../domain/values/money.ts";
import { currencyOf } from "../../tables/choices.ts";
import { plainHeading } from "../../tables/fields.ts";
import { headingsAt } from "../../tables/header.ts";
import { isBlank, type TableRow } from "../../tables/table.ts";
import type { List } from "./list.ts";
import { type Headings, headingsOf, knownColumn, LIST_FIELDS } from "./list-fields.ts";

/** Titles and remarks above a header: Alipay's are 24 lines. */
const SEARCHED_ROWS = 40;
/** A person's map names its headings, so that they are looked for further down. */
const MAPPED_ROWS = 60;
/** A day and two more: less may be any table. */
const FEWEST_FIELDS = 3;

/** A list whose header is found, as formats look at it to know their own. */
export type ListHead = {
  readonly list: List;
  /** Index of the header's last row. */
  readonly row: number;
  readonly line: number;
  readonly headings: readonly string[];
  readonly plain: ReadonlySet<string>;
  /** What stands above the header, one row a line. */
  readonly titles: string;
};

const KNOWN = headingsOf(LIST_FIELDS);

/** The row of the first forty in which most fields are recognised; null where none has a day. */
export function findHead(list: List): ListHead | null {
  let best: { readonly at: number; readonly count: number } | null = null;
  for (const [at] of list.rows.slice(0, SEARCHED_ROWS).entries()) {
    const fields = knownFields(headingsAt(list, at).headings, KNOWN);
    if (!fields.has("day") || fields.size < FEWEST_FIELDS) continue;
    if (fields.size > (best?.count ?? 0)) best = { at, count: fields.size };
  }
  return best === null ? null : headAt(list, best.at);
}

/** The first row of the first sixty that has all these headings, as they are written. */
export function headWith(list: List, wanted: readonly string[]): ListHead | null {
  const plain = wanted.map(plainHeading);
  for (const [at] of list.rows.slice(0, MAPPED_ROWS).entries()) {
    const head = headAt(list, at);
    if (plain.length > 0 && plain.every((heading) => head.plain.has(heading))) return head;
  }
  return null;
}

function headAt(list: List, at: number): ListHead {
  const { headings, last } = headingsAt(list, at);
  const titles = list.rows.slice(0, at).map(({ cells }) => cells.join(" "));
  return {
    list,
    row: last,
    line: list.rows[last]?.line ?? 0,
    headings,
    plain: new Set(headings.map(plainHeading)),
    titles: titles.join("\n"),
  };
}

const knownFields = (cells: readonly string[], known: Headings): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => knownColumn(known, cell)?.field ?? []));

/** Whether a row is a header too: it names three columns or more, and no cell has a digit. */
export const isHeading = ({ cells }: TableRow): boolean =>
  !cells.some((cell) => /\d/.test(cell)) && knownFields(cells, KNOWN).size >= FEWEST_FIELDS;

/** Whether the header has all these headings. */
export const hasAll = ({ plain }: ListHead, ...headings: readonly string[]): boolean =>
  headings.every((heading) => plain.has(plainHeading(heading)));

/** Whether the header has one of these headings. */
export const hasAny = ({ plain }: ListHead, ...headings: readonly string[]): boolean =>
  headings.some((heading) => plain.has(plainHeading(heading)));

export type Columns = ReadonlyMap<string, readonly number[]>;

/** Field → its columns, the most telling first. */
export function columnsOf({ headings }: ListHead, known: Headings): Columns {
  const found = new Map<string, { index: number; rank: number }[]>();
  for (const [index, heading] of headings.entries()) {
    const column = knownColumn(known, heading);
    if (column === null) continue;
    const { field, rank } = column;
    found.set(field, [...(found.get(field) ?? []), { index, rank }]);
  }
  return new Map(
    [...found].map(([field, columns]) => [
      field,
      columns.toSorted((a, b) => a.rank - b.rank || a.index - b.index).map(({ index }) => index),
    ]),
  );
}

/** The currency that a money column's heading names in brackets: 交易金额(美元). */
export function headingCurrency(heading: string): Currency | null {
  const inside = /[([【]([^)\]】]*)[)\]】]/.exec(heading.normalize("NFKC"))?.[1] ?? "";
  return /元|币|^[A-Z]{3}$/.test(inside) ? currencyOf(inside.replace(/^[+-]/, "")) : null;
}

/** Rows under the header that hold anything. */
export const rowsBelow = ({ list, row }: ListHead): readonly TableRow[] =>
  list.rows.slice(row + 1).filter((one) => !isBlank(one));

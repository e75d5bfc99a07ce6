/** Where a table's header is, and which of its columns holds what. */
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import type { FileColumn, ImportKind, ImportMap } from "../../domain/book/import-row.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { fieldsOf, headingWithoutBrackets, knownHeadings, plainHeading } from "./fields.ts";
import { strangeField } from "./import-map.ts";
import { cellAt, columnLetter, type Table, type TableRow } from "./table.ts";

/** Titles, units and print dates stand above a header, seldom in more lines than this. */
const SEARCHED_ROWS = 25;

const NO_FIELD = { field: "", zh: "" };
const NO_ROW: TableRow = { line: 0, cells: [] };

export type Header = {
  /** Index into the table's rows of the header's last row. */
  readonly row: number;
  /** Rows above the header that hold anything. */
  readonly titles: number;
  readonly line: number;
  readonly headings: readonly string[];
  /** Field → index of its column. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns known for a field that another column already holds. */
  readonly seconds: readonly { readonly index: number; readonly field: string }[];
};

/**
 * Finds the header by known names: of the first 25 rows the one where most fields are recognised.
 * Headings named in the map come first; what is required must then be there.
 */
export function findHeader(
  table: Table,
  kind: ImportKind,
  map: ImportMap,
): Result<Header, TableRefusal> {
  const strange = strangeField(map, kind);
  const names = fieldsOf(kind).fields;
  if (strange !== null) {
    const fields = names.map(({ field }) => field).join(", ");
    return refuse({ code: "field_unknown", field: strange, fields });
  }
  const headers = table.rows
    .slice(0, SEARCHED_ROWS)
    .map((_, row) => recogniseRow(table, row, kind, map));
  const best = headers.reduce<Header | null>(
    (found, header) => (header.columns.size > (found?.columns.size ?? 1) ? header : found),
    null,
  );
  if (best === null) {
    const first = new Set(fieldsOf(kind).required.map(([field]) => field));
    const wanted = names.filter(({ field }) => first.has(field));
    return refuse({
      code: "header_not_found",
      expected: wanted.map(({ zh }) => zh).join("、"),
      english: wanted.map(({ en }) => en).join(", "),
    });
  }
  return checkHeader(best, kind, map);
}

function checkHeader(
  header: Header,
  kind: ImportKind,
  map: ImportMap,
): Result<Header, TableRefusal> {
  const headings = header.headings.filter((heading) => heading !== "").join(", ");
  const lost = Object.entries(map.columns).find(([field]) => !header.columns.has(field));
  if (lost !== undefined) return refuse({ code: "heading_not_found", heading: lost[1], headings });
  const missing = fieldsOf(kind).required.find((group) =>
    group.every((field) => !header.columns.has(field) && !Object.hasOwn(map.constants, field)),
  );
  if (missing === undefined) return ok(header);
  const [first = ""] = missing;
  const [{ field, zh: name } = NO_FIELD] = fieldsOf(kind).fields.filter(
    (one) => one.field === first,
  );
  return refuse({ code: "column_missing", field, name, headings });
}

function recogniseRow(table: Table, at: number, kind: ImportKind, map: ImportMap): Header {
  const { headings, last } = headingsAt(table, at);
  const best = new Map<string, { readonly index: number; readonly rank: number }>();
  const seconds: { index: number; field: string }[] = [];
  for (const [index, heading] of headings.entries()) {
    const known = recogniseHeading(heading, kind, map);
    if (known === null) continue;
    const before = best.get(known.field);
    if (before === undefined || known.rank < before.rank) {
      if (before !== undefined) seconds.push({ index: before.index, field: known.field });
      best.set(known.field, { index, rank: known.rank });
    } else {
      seconds.push({ index, field: known.field });
    }
  }
  const columns = new Map([...best].map(([field, { index }]) => [field, index]));
  giveSeconds(columns, seconds, kind);
  const titles = table.rows.slice(0, at).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [{ line } = NO_ROW] = table.rows.slice(at, at + 1);
  return { row: last, titles: titles.length, line, headings, columns, seconds };
}

/** A list may have two numbers of each document, its own and the tax invoice's: both are read. */
function giveSeconds(
  columns: Map<string, number>,
  seconds: { readonly index: number; readonly field: string }[],
  kind: ImportKind,
): void {
  for (const [field, takes] of Object.entries(fieldsOf(kind).seconds ?? {})) {
    const at = seconds.findIndex((second) => second.field === field);
    const second = seconds[at];
    if (second === undefined || columns.has(takes)) continue;
    columns.set(takes, second.index);
    seconds.splice(at, 1);
  }
}

/** A field the map names belongs to the column it names, and to no other that we might know. */
function recogniseHeading(heading: string, kind: ImportKind, map: ImportMap) {
  const plain = plainHeading(heading);
  if (plain === "") return null;
  for (const [field, named] of Object.entries(map.columns)) {
    if (heading === named) return { field, rank: -2 };
    if (plain === plainHeading(named)) return { field, rank: -1 };
  }
  const headings = knownHeadings(kind);
  const known = headings.get(plain) ?? headings.get(headingWithoutBrackets(heading)) ?? null;
  return known === null || Object.hasOwn(map.columns, known.field) ? null : known;
}

/**
 * The headings of a row. Where cells of the row are merged downwards, the header has several rows,
 * and of each column the lowest filled cell is its heading ("原币" over "金额").
 */
export function headingsAt(
  table: Table,
  at: number,
): { readonly headings: readonly string[]; readonly last: number } {
  const [{ line } = NO_ROW] = table.rows.slice(at);
  const depth = table.merges
    .filter(({ top, left, right }) => top === line && left === right)
    .reduce((most, { bottom }) => Math.max(most, bottom - line), 0);
  const rows = table.rows.slice(at, at + depth + 1);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, index) => lowestFilled(rows, index));
  return { headings, last: at + rows.length - 1 };
}

function lowestFilled(rows: readonly TableRow[], index: number): string {
  const [lowest = ""] = rows
    .map((row) => cellAt(row, index))
    .filter((cell) => cell !== "")
    .reverse();
  return lowest;
}

/** All columns of the file in order, with what we take each for. */
export function fileColumns({ headings, columns }: Header): readonly FileColumn[] {
  const fields = new Map([...columns].map(([field, index]) => [index, field]));
  return headings.map((heading, index) => ({
    letter: columnLetter(index),
    heading,
    field: fields.get(index) ?? null,
  }));
}

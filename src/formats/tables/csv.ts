/** Text tables: comma, tab or semicolon between the cells, quotes as in RFC 4180. */

import Papa from "papaparse";
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { cleanCell, type Table, type TableRow } from "./table.ts";

const DELIMITERS = [",", "\t", ";", "|"] as const;
const SAMPLE_LINES = 60;

/** Reads a text table; a quote that is never closed is refused with the line where it opens. */
export function readCsv(text: string): Result<Table, TableRefusal> {
  const { rows, errors } = csvRows(text);
  const [broken] = errors.filter(({ type }) => type === "Quotes");
  if (broken !== undefined) {
    const [{ line } = { line: 1 }] = rows.slice(broken.row);
    return refuse({ code: "quote_not_closed", line });
  }
  return ok({ sheet: null, rows, merges: [] });
}

/** The rows as far as they can be cut, with the parser's complaints. */
export function csvRows(text: string): {
  readonly rows: readonly TableRow[];
  readonly errors: readonly Papa.ParseError[];
} {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  let next = 1;
  const rows = data.map((cells): TableRow => {
    const line = next;
    next += 1 + newlinesWithin(cells);
    return { line, cells: cells.map(cleanCell) };
  });
  return { rows, errors };
}

function newlinesWithin(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) if (cell.includes("\n")) count += cell.split("\n").length - 1;
  return count;
}

/**
 * The delimiter that cuts most lines into the same number of cells. Amounts such as 1,234.00 in a
 * table with tabs cut unevenly, and titles above the header don't outnumber the rows.
 */
export function delimiterOf(text: string): string {
  const sample = text.split(/\r\n?|\n/, SAMPLE_LINES).join("\n");
  let best: { delimiter: string; score: number } = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(Papa.parse<string[]>(sample, { delimiter }).data);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** The most frequent width above one × how often it comes. */
function evenness(sample: readonly (readonly string[])[]): number {
  const widths = new Map<number, number>();
  for (const { length } of sample)
    if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  return Math.max(0, ...[...widths].map(([width, count]) => width * count));
}

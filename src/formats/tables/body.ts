/** The rows under a header that count: without total rows, repeated headers and repeated rows. */
import { type Note, type NoteFact, noteOn } from "../../domain/book/import-problem.ts";
import type { Header } from "./header.ts";
import { cellAt, isBlank, type Table, type TableRow } from "./table.ts";

export type Body = {
  readonly rows: readonly TableRow[];
  readonly duplicates: number;
  readonly notes: readonly Note[];
};

const TOTAL =
  /^(?:人民币|美元|本页|本月|本期|本年|客户|应收)?(?:合计|总计|小计|累计|共计)|^(?:grand\s*)?(?:sub)?totals?\b|^sum\b/i;

/**
 * What stands under the header. A total row is known by its first filled cell, or by any cell that
 * says so where the row has no number; a row that repeats another in every cell counts once.
 */
export function bodyOf(table: Table, header: Header): Body {
  const rows: TableRow[] = [];
  const notes: Note[] = [];
  const seen = new Map<string, number>();
  let duplicates = 0;
  const heading = header.headings.join("\u0001");
  for (const row of table.rows.slice(header.row + 1)) {
    if (isBlank(row)) continue;
    const whole = row.cells.join("\u0001");
    const before = seen.get(whole);
    const dropped = droppedBecause(row, header, whole === heading, before);
    if (dropped !== null) {
      notes.push(noteOn(row.line, dropped));
      if (dropped.code === "row_repeated") duplicates += 1;
      continue;
    }
    seen.set(whole, row.line);
    rows.push(row);
  }
  return { rows, duplicates, notes };
}

function droppedBecause(
  row: TableRow,
  { columns }: Header,
  repeatsHeader: boolean,
  before: number | undefined,
): NoteFact | null {
  if (repeatsHeader) return { code: "header_repeated" };
  const number = cellAt(row, columns.get("number"));
  const [first = ""] = row.cells.filter((cell) => cell !== "");
  const total = [first, number].find((cell) => TOTAL.test(cell.replace(/\s/g, "")));
  if (total !== undefined && (number === "" || TOTAL.test(number))) {
    return { code: "total_row_dropped", text: total };
  }
  return before === undefined ? null : { code: "row_repeated", otherLine: before };
}

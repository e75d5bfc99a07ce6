/** XLSX workbooks: the sheet asked for, or the only one with rows, as a table of texts. */

import readWorkbook from "read-excel-file/universal";
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { cellNumberText } from "./decimal-text.ts";
import { cleanCell, type Table } from "./table.ts";
import { listSheets, readSheetParts } from "./workbook.ts";
import { listEntries, type ZipEntry } from "./zip.ts";

/** A workbook of 100,000 rows unpacks to some 60 MB; what claims more than this is a bomb. */
const LIMIT_MEGABYTES = 300;
const MEGABYTE = 1024 * 1024;

/**
 * Reads a workbook. Several visible sheets with rows and none chosen is refused with their names.
 * A formula that was never calculated stands as an error in its cell: its value is not in the file.
 */
export async function readXlsx(
  bytes: Uint8Array,
  sheet: string | undefined,
): Promise<Result<Table, TableRefusal>> {
  const entries = listEntries(bytes);
  if (entries === null) return refuse({ code: "file_is_broken", detail: "zip" });
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) {
    return refuse({ code: "file_is_not_a_table" });
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > LIMIT_MEGABYTES * MEGABYTE) {
    return refuse({ code: "file_unpacks_too_large", limitMegabytes: LIMIT_MEGABYTES });
  }
  const cells = await readCells(bytes);
  return cells.ok ? chooseSheet(bytes, entries, cells.value, sheet) : cells;
}

type Sheets = readonly { readonly sheet: string; readonly rows: readonly (readonly string[])[] }[];

async function readCells(bytes: Uint8Array): Promise<Result<Sheets, TableRefusal>> {
  try {
    const own = new Uint8Array(bytes).buffer;
    const sheets = await readWorkbook(own, { parseNumber: cellNumberText, trim: false });
    return ok(
      sheets.map(({ sheet, data: rows }) => ({
        sheet,
        rows: rows.map((row) => row.map(cellText)),
      })),
    );
  } catch (error) {
    return refuse({ code: "file_is_broken", detail: (error as Error).message });
  }
}

function cellText(cell: unknown): string {
  if (cell === null) return "";
  if (cell instanceof Date) return dayText(cell);
  return cleanCell(typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell));
}

/** A day is a count in the file and comes as midnight UTC, a millisecond early or late at times. */
function dayText(date: Date): string {
  return new Date(date.getTime() + 500).toISOString().slice(0, 10);
}

function chooseSheet(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  sheets: Sheets,
  wanted: string | undefined,
): Result<Table, TableRefusal> {
  const places = listSheets(bytes, entries);
  const hidden = new Set(places.filter((place) => place.hidden).map(({ name }) => name));
  const names = (list: Sheets) => list.map(({ sheet }) => sheet).join(", ");
  const full = sheets.filter(({ sheet, rows }) => rows.length > 0 && !hidden.has(sheet));
  const chosen = wanted === undefined ? full[0] : sheets.find(({ sheet }) => sheet === wanted);
  if (wanted !== undefined && chosen === undefined) {
    return refuse({ code: "sheet_not_found", sheet: wanted, sheets: names(sheets) });
  }
  if (chosen === undefined) return refuse({ code: "file_empty" });
  if (wanted === undefined && full.length > 1) {
    return refuse({ code: "several_sheets", sheets: names(full) });
  }
  const [place] = places.filter(({ name }) => name === chosen.sheet);
  const parts = readSheetParts(bytes, entries, place?.path);
  const rows = chosen.rows.map((cells, index) => ({ line: index + 1, cells: [...cells] }));
  for (const { line, column, text } of parts.failed) {
    const [{ cells } = { cells: [] as string[] }] = rows.slice(line - 1);
    while (cells.length < column) cells.push("");
    cells[column - 1] = text;
  }
  return ok({ sheet: chosen.sheet, rows, merges: parts.merges });
}

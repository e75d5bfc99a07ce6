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
  const opened = await openWorkbook(bytes, LIMIT_MEGABYTES);
  return opened.ok ? chooseSheet(bytes, opened.value, sheet) : opened;
}

export type SheetTable = Table & {
  /** Rows that hold a formula; 0 where the place is not known. */
  readonly formulaLines: readonly number[];
};

/** All visible sheets that hold anything, in their order. */
export async function readSheets(
  bytes: Uint8Array,
  limitMegabytes: number,
): Promise<Result<readonly SheetTable[], TableRefusal>> {
  const opened = await openWorkbook(bytes, limitMegabytes);
  return opened.ok
    ? ok(visibleSheets(opened.value).map((one) => tableOf(bytes, opened.value, one)))
    : opened;
}

type Workbook = {
  readonly entries: readonly ZipEntry[];
  readonly places: ReturnType<typeof listSheets>;
  readonly sheets: Sheets;
};

async function openWorkbook(
  bytes: Uint8Array,
  limitMegabytes: number,
): Promise<Result<Workbook, TableRefusal>> {
  const entries = listEntries(bytes);
  if (entries === null) return refuse({ code: "file_is_broken", detail: "zip" });
  if (!isWorkbook(entries)) return refuse({ code: "file_is_not_a_table" });
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limitMegabytes * MEGABYTE) {
    return refuse({ code: "file_unpacks_too_large", limitMegabytes });
  }
  const cells = await readCells(bytes);
  if (!cells.ok) return cells;
  return ok({ entries, places: listSheets(bytes, entries), sheets: cells.value });
}

/** Whether a ZIP file is an XLSX workbook. */
export const isWorkbook = (entries: readonly ZipEntry[]): boolean =>
  entries.some(({ name }) => name === "xl/workbook.xml");

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

const visibleSheets = ({ places, sheets }: Workbook): Sheets => {
  const hidden = new Set(places.filter((place) => place.hidden).map(({ name }) => name));
  return sheets.filter(({ sheet, rows }) => rows.length > 0 && !hidden.has(sheet));
};

function chooseSheet(
  bytes: Uint8Array,
  book: Workbook,
  wanted: string | undefined,
): Result<Table, TableRefusal> {
  const { sheets } = book;
  const names = (list: Sheets) => list.map(({ sheet }) => sheet).join(", ");
  const full = visibleSheets(book);
  const chosen = wanted === undefined ? full[0] : sheets.find(({ sheet }) => sheet === wanted);
  if (wanted !== undefined && chosen === undefined) {
    return refuse({ code: "sheet_not_found", sheet: wanted, sheets: names(sheets) });
  }
  if (chosen === undefined) return refuse({ code: "file_empty" });
  if (wanted === undefined && full.length > 1) {
    return refuse({ code: "several_sheets", sheets: names(full) });
  }
  return ok(tableOf(bytes, book, chosen));
}

function tableOf(bytes: Uint8Array, book: Workbook, chosen: Sheets[number]): SheetTable {
  const [place] = book.places.filter(({ name }) => name === chosen.sheet);
  const parts = readSheetParts(bytes, book.entries, place?.path);
  const rows = chosen.rows.map((cells, index) => ({ line: index + 1, cells: [...cells] }));
  for (const { line, column, text } of parts.failed) {
    const [{ cells } = { cells: [] as string[] }] = rows.slice(line - 1);
    while (cells.length < column) cells.push("");
    cells[column - 1] = text;
  }
  const { merges, formulaLines } = parts;
  return { sheet: chosen.sheet, rows, merges, formulaLines };
}

/** The thread that reads old Excel workbooks: cells of the visible sheets as texts. */
import { parentPort } from "node:worker_threads";
import { type CellObject, read, SSF, set_cptable, utils, type WorkSheet } from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { cellNumberText } from "./decimal-text.ts";
import { cleanCell } from "./table.ts";
import type { SheetTable } from "./xlsx.ts";

/** One row more than an old sheet can have. */
const MOST_ROWS = 65_537;
/** Days between Excel's two ways of counting. */
const COUNTED_FROM_1904 = 1462;

export type OldExcelOrder = { readonly order: number; readonly bytes: Uint8Array };
export type OldExcelAnswer =
  | { readonly order: number; readonly sheets: readonly SheetTable[] }
  | { readonly order: number; readonly bug: string };

function cellText(cell: CellObject | undefined, from1904: boolean): string {
  if (cell === undefined || cell.v === undefined) return "";
  if (cell.t === "e") return cell.w ?? "#VALUE!";
  if (typeof cell.v === "boolean") return String(cell.v).toUpperCase();
  if (typeof cell.v !== "number") return cleanCell(String(cell.v));
  if (cell.z !== undefined && SSF.is_date(String(cell.z))) return dayText(cell.v, from1904);
  return cellNumberText(String(cell.v));
}

function dayText(serial: number, from1904: boolean): string {
  const { y, m, d } = SSF.parse_date_code(from1904 ? serial + COUNTED_FROM_1904 : serial) ?? {};
  const two = (part: number | undefined) => String(part).padStart(2, "0");
  return y === undefined ? String(serial) : `${y}-${two(m)}-${two(d)}`;
}

function tableOf(name: string, sheet: WorkSheet, from1904: boolean): SheetTable {
  const range = utils.decode_range(sheet["!ref"] ?? "A1:A1");
  const formulaLines: number[] = [];
  const rows = [];
  for (let row = 0; row <= range.e.r; row += 1) {
    const cells: string[] = [];
    for (let column = 0; column <= range.e.c; column += 1) {
      const cell: CellObject | undefined = sheet[utils.encode_cell({ r: row, c: column })];
      if (cell?.f !== undefined) formulaLines.push(row + 1);
      cells.push(cellText(cell, from1904));
    }
    rows.push({ line: row + 1, cells });
  }
  const merges = (sheet["!merges"] ?? []).map((merged) => ({
    text: utils.encode_range(merged),
    top: merged.s.r + 1,
    bottom: merged.e.r + 1,
    left: merged.s.c + 1,
    right: merged.e.c + 1,
  }));
  return { sheet: name, rows, merges, formulaLines };
}

function readAll(bytes: Uint8Array): readonly SheetTable[] {
  const options = { type: "array", raw: true, cellNF: true, cellHTML: false } as const;
  const book = read(bytes, { ...options, sheetRows: MOST_ROWS });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((name, index) => {
    const sheet = book.Sheets[name];
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const empty = sheet?.["!ref"] === undefined;
    return hidden || empty ? [] : [tableOf(name, sheet, from1904)];
  });
}

function answer({ order, bytes }: OldExcelOrder): OldExcelAnswer {
  try {
    return { order, sheets: readAll(bytes) };
  } catch (error) {
    return { order, bug: (error as Error).message };
  }
}

set_cptable(codePages);
parentPort?.on("message", (order: OldExcelOrder) => parentPort?.postMessage(answer(order)));

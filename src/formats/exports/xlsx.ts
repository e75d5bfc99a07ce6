/** A sheet as an Excel file: amounts are numbers, texts are texts, the heading stays in view. */
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { amountText, decimalsOf, type Money } from "../../domain/values/money.ts";
import type { Cell, Sheet } from "../../domain/values/sheet.ts";

/** Excel keeps numbers as doubles: fifteen digits are exact, a longer amount is written as text. */
const EXACT_DIGITS = 15;

function cellValue(cell: Cell): string | number | null {
  if (cell === null || typeof cell === "string") return cell;
  const text = amountText(cell);
  return text.replace(/\D/g, "").length > EXACT_DIGITS ? text : Number(text);
}

const formatOf = ({ currency }: Money): string => {
  const decimals = decimalsOf(currency);
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
};

function addRow(page: ExcelJS.Worksheet, cells: readonly Cell[], bold: boolean): void {
  const row = page.addRow(cells.map(cellValue));
  cells.forEach((cell, at) => {
    if (cell !== null && typeof cell !== "string") row.getCell(at + 1).numFmt = formatOf(cell);
  });
  if (bold) row.font = { bold: true };
  row.commit();
}

/**
 * The bytes of the file. Rows are written one by one, so that a long report takes little memory.
 */
export async function sheetToXlsx(sheet: Sheet, language: "zh" | "en"): Promise<Uint8Array> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const page = workbook.addWorksheet(sheet.title[language], {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  page.columns = sheet.columns.map(({ heading, kind }) => ({
    header: heading[language],
    width: kind === "amount" ? 16 : 24,
    style: { alignment: { horizontal: kind === "amount" ? "right" : "left" } },
  }));
  page.getRow(1).font = { bold: true };
  page.getRow(1).commit();
  page.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: sheet.rows.length + 1, column: sheet.columns.length },
  };
  for (const row of sheet.rows) addRow(page, row, false);
  for (const row of sheet.totals) addRow(page, row, true);
  page.commit();
  await workbook.commit();
  return await whole;
}

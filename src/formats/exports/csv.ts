/** A sheet as CSV: UTF-8 that Excel opens, and no cell that a spreadsheet would calculate. */
import Papa from "papaparse";
import { type Cell, cellText, type Sheet } from "../../domain/values/sheet.ts";

/**
 * Spreadsheets calculate text that begins so (OWASP, "CSV Injection"); a customer's name is not
 * allowed to. Full-width forms count too, since some input methods and programs fold them.
 */
const CALCULATED = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]/u;

/** Text that would be calculated gets an apostrophe in front; amounts are ours and stay numbers. */
export function safeText(text: string): string {
  return CALCULATED.test(text) ? `'${text}` : text;
}

const written = (cell: Cell): string =>
  typeof cell === "string" ? safeText(cell) : cellText(cell);

/** With a byte order mark, so that Excel reads the Chinese, and CRLF line ends (RFC 4180). */
export function sheetToCsv(sheet: Sheet, language: "zh" | "en"): string {
  const headings = sheet.columns.map(({ heading }) => safeText(heading[language]));
  const rows = [...sheet.rows, ...sheet.totals].map((row) => row.map(written));
  return `\uFEFF${Papa.unparse([headings, ...rows], { newline: "\r\n" })}\r\n`;
}

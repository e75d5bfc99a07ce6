/** A sheet for a terminal: columns aligned by width, Chinese characters counting twice. */
import { groupedAmount, isZero } from "../../domain/values/money.ts";
import type { Cell, Sheet } from "../../domain/values/sheet.ts";

/** East Asian wide and full-width characters take two cells of a terminal (Unicode, UAX #11). */
const WIDE = new RegExp(
  [
    "[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f",
    "\\uff00-\\uff60\\uffe0-\\uffe6\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}]",
  ].join(""),
  "u",
);

/** How many cells of a terminal a text takes. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

function shown(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell.replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return isZero(cell) ? "-" : groupedAmount(cell);
}

type Shown = { readonly text: string; readonly right: boolean };

/** Headings, a rule, the rows, a rule and the totals. Control characters become spaces. */
export function sheetToText(sheet: Sheet, language: "zh" | "en"): string {
  const rights = sheet.columns.map(({ kind }) => kind === "amount");
  const show = (row: readonly Cell[]): Shown[] =>
    rights.map((right, at) => ({ right, text: shown(row[at] ?? null) }));
  const headings = show(sheet.columns.map(({ heading }) => heading[language]));
  const [rows, totals] = [sheet.rows.map(show), sheet.totals.map(show)];

  const widths = new Array<number>(rights.length).fill(0);
  for (const row of [headings, ...rows, ...totals]) {
    for (const [at, { text }] of row.entries()) widths[at] = Math.max(widths[at]!, widthOf(text));
  }
  const line = (row: readonly Shown[]) =>
    row
      .map(({ text, right }, at) => {
        const space = " ".repeat(widths[at]! - widthOf(text));
        return right ? space + text : text + space;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const below = totals.length === 0 ? [] : [rule, ...totals.map(line)];
  return `${[line(headings), rule, ...rows.map(line), ...below].join("\n")}\n`;
}

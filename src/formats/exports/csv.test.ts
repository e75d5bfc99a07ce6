/** What is written as CSV reads back the same, and is never calculated. */
import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { moneyOf } from "../../domain/values/money.ts";
import type { Sheet } from "../../domain/values/sheet.ts";
import { safeText, sheetToCsv } from "./csv.ts";

const sheetOf = (rows: Sheet["rows"]): Sheet => ({
  title: { zh: "账龄", en: "Ageing" },
  columns: [
    { heading: { zh: "客户", en: "Customer" }, kind: "text" },
    { heading: { zh: "金额", en: "Amount" }, kind: "amount" },
  ],
  rows,
  totals: [["合计", moneyOf("-5", "CNY")]],
});

const read = (csv: string) => Papa.parse<string[]>(csv.slice(1), { newline: "\r\n" }).data;

test("a sheet in Chinese, as Excel wants it", () => {
  const sheet = sheetOf([["云杉“精密”,\n苏州", moneyOf("1234.5", "CNY")]]);
  expect(sheetToCsv(sheet, "zh")).toBe(
    '\uFEFF客户,金额\r\n"云杉“精密”,\n苏州",1234.50\r\n合计,-5.00\r\n',
  );
  expect(sheetToCsv(sheet, "en")).toContain("Customer,Amount\r\n");
});

test("every text comes back, at most with an apostrophe in front, and never calculates", () => {
  const wild = fc.string({ unit: fc.constantFrom(..."=+-@＝|% \t\r\n\",'a汉1") });
  holds(fc.oneof(wild, fc.string()), (text) => {
    const cell = read(sheetToCsv(sheetOf([[text, null]]), "zh"))[1]?.[0] ?? "";
    expect([text, `'${text}`]).toContain(cell);
    expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
  });
});

test.each(["=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "\t=1", " ＝1", "\r\n=1"])(
  "%j would be calculated",
  (text) => {
    expect(safeText(text)).toBe(`'${text}`);
  },
);

test("a negative amount stays a number", () => {
  const csv = sheetToCsv(sheetOf([["甲", moneyOf("-30", "CNY")]]), "zh");
  expect(read(csv)[1]).toEqual(["甲", "-30.00"]);
});

/** What is written as Excel reads back the same: texts as texts, amounts as numbers. */
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { moneyOf } from "../../domain/values/money.ts";
import type { Cell, Sheet } from "../../domain/values/sheet.ts";
import { sheetToXlsx } from "./xlsx.ts";

const sheetOf = (...rows: Cell[][]): Sheet => ({
  title: { zh: "账龄", en: "Ageing" },
  columns: [
    { heading: { zh: "客户", en: "Customer" }, kind: "text" },
    { heading: { zh: "金额", en: "Amount" }, kind: "amount" },
  ],
  rows,
  totals: [["合计", moneyOf("100", "CNY")]],
});

async function read(sheet: Sheet, language: "zh" | "en" = "zh"): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await sheetToXlsx(sheet, language);
  await workbook.xlsx.load(bytes.slice().buffer as ArrayBuffer);
  const [page] = workbook.worksheets;
  expect(workbook.worksheets).toHaveLength(1);
  return page as ExcelJS.Worksheet;
}

test("headings in the reader's language, which stay in view", async () => {
  const page = await read(sheetOf(["甲", null]), "en");
  expect([page.name, page.getCell("A1").value, page.getCell("B1").value]).toEqual([
    "Ageing",
    "Customer",
    "Amount",
  ]);
  expect(page.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect((await read(sheetOf())).getCell("A1").value).toBe("客户");
});

test("amounts are numbers with the decimals of their currency", async () => {
  const page = await read(
    sheetOf(["甲", moneyOf("79656.60", "CNY")], ["乙", moneyOf("-1234", "JPY")], ["丙", null]),
  );
  expect([2, 3, 4].map((row) => page.getCell(row, 2).value)).toEqual([79656.6, -1234, null]);
  expect([2, 3].map((row) => page.getCell(row, 2).numFmt)).toEqual(["#,##0.00", "#,##0"]);
  expect([page.getCell("A5").value, page.getCell("B5").value]).toEqual(["合计", 100]);
  expect(page.getCell("A5").font.bold).toBe(true);
});

test("an amount beyond fifteen digits is written as text, so that no cent is lost", async () => {
  const page = await read(sheetOf(["甲", moneyOf("90071992547409.93", "CNY")]));
  expect(page.getCell("B2").value).toBe("90071992547409.93");
});

test("a name that looks like a formula is a name", async () => {
  const page = await read(sheetOf(["=HYPERLINK(1)", null]));
  expect(page.getCell("A2").value).toBe("=HYPERLINK(1)");
  expect(page.getCell("A2").formula).toBeUndefined();
});

/** What is wrong with a cell is said once, with its place. */
import { expect, test } from "vitest";
import { problemsOf, rowsOfText, tableOf } from "../../../test/kit/tables.ts";
import { currency } from "../../domain/values/money.ts";
import { rowsOf } from "./read-rows.ts";
import { mergedRange } from "./workbook.ts";

const HEADINGS = "客户编号,发票号码,开票日期,到期日,价税合计,币种";
const text = (...rows: string[]) => [HEADINGS, ...rows].join("\n");

test("each bad cell of a row is named by line, letter and heading", () => {
  const { problems } = rowsOfText("invoices", text("C1,,2026/2/30,later,12O,XYZ"));
  expect(problems).toEqual([
    { line: 2, column: "B", heading: "发票号码", code: "value_missing", field: "number" },
    { line: 2, column: "C", heading: "开票日期", code: "day_does_not_exist", text: "2026/2/30" },
    { line: 2, column: "D", heading: "到期日", code: "day_unreadable", text: "later" },
    { line: 2, column: "F", heading: "币种", code: "currency_unknown", text: "XYZ" },
  ]);
});

test("letters in amounts, errors of formulas, mangled and endless numbers", () => {
  const bad = [
    "C1,A1,2026-01-05,2026-02-05,12O0,CNY",
    "C1,A2,2026-01-05,2026-02-05,#REF!,CNY",
    "C1,2.5332E+19,2026-01-05,2026-02-05,1,CNY",
    `C1,${"9".repeat(121)},2026-01-05,2026-02-05,1,CNY`,
    `${"x".repeat(4001)},A5,2026-01-05,2026-02-05,1,CNY`,
    "C1,A6,2026-01-05,2026-02-05,1,",
  ];
  expect(problemsOf("invoices", text(...bad))).toEqual([
    "2E amount_not_a_number",
    "3E formula_failed",
    "4B number_mangled",
    "5B value_too_long",
    "6A value_too_long",
    "7F value_missing",
  ]);
});

test("a refused row's number is kept, so that a snapshot does not miss it", () => {
  expect(rowsOfText("invoices", text("C1,A1,x,2026-02-05,1,CNY", "C1,,x,,1,CNY")).refused).toEqual([
    { line: 2, number: "A1" },
    { line: 3, number: null },
  ]);
});

test("an empty cell inside a merged range is said to be merged", () => {
  const table = tableOf(
    text("C1,A1,2026-01-05,2026-02-05,1,CNY", ",A2,2026-01-05,2026-02-05,2,CNY"),
  );
  const merged = { ...table, merges: [mergedRange("A2:A3")!] };
  const read = rowsOf("invoices", merged, { homeCurrency: currency("CNY") });
  expect(read.ok && read.value.rows.map(({ number }) => number)).toEqual(["A1"]);
  expect(read.ok && read.value.problems).toEqual([
    { line: 3, column: "A", heading: "客户编号", code: "merged_cells", range: "A2:A3" },
  ]);
});

test("leading zeros go where the map says so, and only there", () => {
  const map = { stripLeadingZeros: ["customer_number"] };
  const { rows } = rowsOfText("invoices", text("0007,0009,2026-01-05,2026-02-05,1,CNY"), map);
  expect(rows.map(({ customerNumber, number }) => [customerNumber, number])).toEqual([
    ["7", "0009"],
  ]);
});

test("a constant stands for a column that is missing", () => {
  const short = "客户编号,发票号码,开票日期,到期日,价税合计\nC1,A1,2026-01-05,2026-02-05,1";
  const { rows } = rowsOfText("invoices", short, { constants: { currency: "USD" } });
  expect(rows[0]?.amount.currency).toBe("USD");
});

/** The currency of a row. */
import { expect, test } from "vitest";
import { oneRow, problemsOf, rowsOfText } from "../../../test/kit/tables.ts";

const line = "C1,A1,2026-01-05,2026-02-05,1";
const HEADINGS = "客户编号,发票号码,开票日期,到期日,价税合计";

test("by its column, in words or code", () => {
  const text = (word: string) => `${HEADINGS},币别\n${line},${word}`;
  expect(oneRow("invoices", text("美元")).amount.currency).toBe("USD");
  expect(problemsOf("invoices", text("贝壳"))).toEqual(["2F currency_unknown"]);
  expect(problemsOf("invoices", text(""))).toEqual(["2F value_missing"]);
});

test("without a column it is the company's own, and that is said", () => {
  const { rows, notes } = rowsOfText("invoices", `${HEADINGS}\n${line}`);
  expect(rows[0]?.amount.currency).toBe("CNY");
  expect(notes).toEqual([
    { line: null, column: null, heading: null, code: "currency_assumed", currency: "CNY" },
  ]);
});

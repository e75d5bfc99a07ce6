/** Payment terms in days. */
import { expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";
import { termsDays } from "./terms.ts";

test.each([
  ["30", 30],
  ["30天", 30],
  ["Net 45", 45],
  ["n60", 60],
  ["票到 60 天", 60],
  ["30.0", 30],
  ["0", 0],
  ["NAA8", null],
  ["月结30天", null],
  ["9999", null],
  ["", null],
])("%j is %s", (text, days) => {
  expect(termsDays(text)).toBe(days);
});

test("they count only where no due day is given", () => {
  const text = (due: string, terms: string) =>
    `客户编号,发票号码,开票日期,到期日,付款条件,价税合计\nC1,A1,2026-01-05,${due},${terms},1`;
  expect(oneRow("invoices", text("2026-03-01", "NAA8")).dueOn).toBe("2026-03-01");
  expect(oneRow("invoices", text("", "30")).dueOn).toBe("2026-02-04");
  expect(oneRow("invoices", text("", "")).dueOn).toBeNull();
  expect(problemsOf("invoices", text("", "NAA8"))).toEqual(["2E days_unreadable"]);
});

/** The report as the page gets it. */
import { expect, test } from "vitest";
import { rowsOfText } from "../../test/kit/tables.ts";
import { outcomeOf, reportOf } from "../domain/book/import-report.ts";
import { ImportReport } from "./import.ts";
import { wireReport } from "./import-report.ts";

test("a report keeps to the contract, with sentences, and at most 500 problems", () => {
  const rows = Array.from({ length: 600 }, (_, at) => `C1,A${at},x,2026-02-05,10`);
  const file = rowsOfText(
    "invoices",
    ["客户编号,发票号码,开票日期,到期日,价税合计", ...rows].join("\n"),
  );
  const judged = {
    created: 0,
    unchanged: 0,
    changed: 0,
    repeated: 0,
    amounts: [],
    problems: [],
    notes: [],
    differences: [
      {
        kind: "closed",
        line: null,
        number: "A",
        customer: "C1",
        before: { amount: "1.00", currency: "CNY" },
        after: { amount: "0.00", currency: "CNY" },
      },
    ],
    customersCreated: [{ number: "C1", name: "C1" }],
  } as const;
  const outcome = outcomeOf(judged, file.refused.length, null);
  const report = wireReport(
    reportOf("invoices", "应收.csv", file, outcome, { partial: false, snapshotOn: null }),
  );
  expect(ImportReport.parse(report)).toEqual(report);
  expect([report.problems.length, report.problemCount, report.differenceCount]).toEqual([
    500, 600, 1,
  ]);
  expect(report.problems[0]).toMatchObject({
    line: 2,
    column: "C",
    heading: "开票日期",
    code: "day_unreadable",
    message: { zh: "“x”不是日期，应形如 2026-03-31" },
  });
});

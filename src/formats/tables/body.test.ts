/** Under the header: what counts as a row. */
import { expect, test } from "vitest";
import { rowsOfText } from "../../../test/kit/tables.ts";

const HEADINGS = "客户编号,发票号码,开票日期,到期日,价税合计";
const row = (number: string) => `C1,${number},2026-01-05,2026-02-05,10.00`;
const read = (...lines: string[]) => rowsOfText("invoices", [HEADINGS, ...lines].join("\n"));
const noted = (...lines: string[]) =>
  read(...lines)
    .notes.filter(({ line }) => line !== null)
    .map(({ line, code }) => `${line} ${code}`);

test.each([
  "合计,,,,10.00",
  "总 计,,,,10.00",
  ",合计：,,,10.00",
  "Grand total,,,,10",
  "小计（1月）,,,,1",
  "Total,,,,10",
])("%s is a total row: left out and said", (total) => {
  expect(noted(row("INV1"), total)).toEqual(["3 total_row_dropped"]);
  expect(read(row("INV1"), total).rows).toHaveLength(1);
});

test("a customer called Totalenergies has a number and is no total", () => {
  const text =
    "客户名称,发票号码,开票日期,到期日,价税合计\nTotal Gabon,INV1,2026-01-05,2026-02-05,1";
  expect(rowsOfText("invoices", text).rows).toHaveLength(1);
});

test("nor is a customer whose name is Total", () => {
  const text = "客户名称,发票号码,开票日期,到期日,价税合计\nTotal,INV1,2026-01-05,2026-02-05,1";
  expect(rowsOfText("invoices", text).rows).toHaveLength(1);
});

test("exact duplicates count once, repeated headers and blank lines not at all", () => {
  const {
    rows,
    duplicates,
    read: count,
  } = read(row("INV1"), "", row("INV1"), HEADINGS, row("INV2"));
  expect([rows.length, duplicates, count]).toEqual([2, 1, 3]);
  expect(noted(row("INV1"), "", row("INV1"), HEADINGS, row("INV2"))).toEqual([
    "4 row_repeated",
    "5 header_repeated",
  ]);
});

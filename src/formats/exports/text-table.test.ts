/** Columns stand under each other, whatever characters are in them. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { moneyOf } from "../../domain/values/money.ts";
import type { Sheet } from "../../domain/values/sheet.ts";
import { sheetToText, widthOf } from "./text-table.ts";

const sheetOf = (rows: Sheet["rows"], totals: Sheet["totals"] = []): Sheet => ({
  title: { zh: "账龄", en: "Ageing" },
  columns: [
    { heading: { zh: "客户", en: "Customer" }, kind: "text" },
    { heading: { zh: "金额", en: "Amount" }, kind: "amount" },
  ],
  rows,
  totals,
});

test("amounts to the right with separators, zero as a dash, totals below a rule", () => {
  const sheet = sheetOf(
    [
      ["云杉精密", moneyOf("1234567.5", "CNY")],
      ["Spruce", moneyOf("0", "CNY")],
      ["乙", null],
    ],
    [["合计", moneyOf("-3", "CNY")]],
  );
  expect(sheetToText(sheet, "zh")).toBe(
    [
      "客户              金额",
      "--------  ------------",
      "云杉精密  1,234,567.50",
      "Spruce               -",
      "乙",
      "--------  ------------",
      "合计             -3.00",
      "",
    ].join("\n"),
  );
});

test("without totals there is no second rule", () => {
  expect(sheetToText(sheetOf([]), "en")).toBe("Customer  Amount\n--------  ------\n");
});

test("a line never breaks, and amounts end in one column", () => {
  holds(fc.array(fc.string(), { maxLength: 6 }), (names) => {
    const lines = sheetToText(
      sheetOf(names.map((name) => [name, moneyOf("1", "CNY")])),
      "zh",
    ).split("\n");
    expect(lines).toHaveLength(names.length + 3);
    const widths = lines.slice(2, -1).map(widthOf);
    expect(new Set(widths).size).toBeLessThanOrEqual(1);
  });
});

test("Chinese takes two cells, Latin one", () => {
  expect(["云杉", "abc", "（", "𠮷", "é"].map(widthOf)).toEqual([4, 3, 2, 2, 1]);
});

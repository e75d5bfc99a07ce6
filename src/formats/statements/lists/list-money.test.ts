/** Which way money goes. */
import { describe, expect, test } from "vitest";
import { currency } from "../../../domain/values/money.ts";
import { amountHabits, bankMoney, hasSigns, sideOf } from "./list-money.ts";
import { type ListRow, listRow } from "./list-row.ts";

const CNY = currency("CNY");
const PLAIN = { markedSigned: false, outSigned: false };

function row(cells: Readonly<Record<string, string>>): ListRow {
  const fields = Object.keys(cells);
  const columns = new Map(fields.map((field, index) => [field, [index]]));
  return listRow({ line: 1, cells: Object.values(cells) }, columns);
}
const read = (cells: Readonly<Record<string, string>>, habit = PLAIN) => {
  const found = bankMoney(row(cells), CNY, habit);
  if (found.what === "moved")
    return `${found.movements[0]?.amount.minor}${found.red ? " red" : ""}`;
  return found.what === "still" ? found.because : found.field;
};

test("marks as the bank sees them: 贷 is money in", () => {
  expect(["贷", "贷 Cr", "收入", "来账", "C", "CREDIT"].map(sideOf)).toEqual(Array(6).fill("in"));
  expect(["借", "借 Dr", "支出", "往账", "D", "DEBIT"].map(sideOf)).toEqual(Array(6).fill("out"));
  expect(["", "1", "不计收支", "贷款"].map(sideOf)).toEqual([null, null, null, null]);
});

describe("two columns", () => {
  test.each([
    [{ in: "5.00", out: "" }, "500"],
    [{ in: "0.00", out: "5.00" }, "-500"],
    [{ in: "-", out: "5.00" }, "-500"],
    [{ in: "-5.00", out: "" }, "-500 red"],
    [{ in: "", out: "-5.00" }, "500 red"],
    [{ in: "0.00", out: "" }, "zero_amount"],
    [{ in: "", out: "" }, "amount"],
    [{ in: "1", out: "2" }, "amount"],
    [{ in: "x", out: "" }, "amount"],
    [{ in: "5.00", out: "", mark: "借" }, "mark"],
  ])("%o is %s", (cells, expected) => {
    expect(read(cells)).toBe(expected);
  });

  test("a column of money out that has its own minus", () => {
    expect(read({ in: "", out: "-5.00" }, { ...PLAIN, outSigned: true })).toBe("-500");
  });
});

describe("a mark beside the amount", () => {
  test.each([
    [{ amount: "5.00", mark: "贷" }, "500"],
    [{ amount: "5.00", mark: "借" }, "-500"],
    [{ amount: "-5.00", mark: "贷" }, "-500 red"],
    [{ amount: "0.00", mark: "" }, "zero_amount"],
    [{ amount: "5.00", mark: "?" }, "mark"],
    [{ amount: "+5.00", mark: "转账" }, "500"],
    [{ amount: "", mark: "借" }, "amount"],
  ])("%o is %s", (cells, expected) => {
    expect(read(cells)).toBe(expected);
  });

  test("amounts that have a sign as well", () => {
    const signed = { ...PLAIN, markedSigned: true };
    expect(read({ amount: "-5.00", mark: "往账" }, signed)).toBe("-500");
    expect(read({ amount: "-5.00", mark: "来账" }, signed)).toBe("-500 red");
  });
});

test("a sign alone, or a mark in the amount's cell", () => {
  expect([read({ amount: "+0.01" }), read({ amount: "-2" }), read({ amount: "2.00 DR" })]).toEqual([
    "1",
    "-200",
    "-200",
  ]);
});

describe("how a whole list is signed", () => {
  const marked = (...amounts: readonly string[]) =>
    amountHabits(
      amounts.map((amount) => row({ amount, mark: "借" })),
      "",
    );
  test("a minus on all money out is the list's way; on some it is open", () => {
    expect(marked("1", "2")).toEqual([PLAIN]);
    expect(marked("-1", "-2")).toEqual([{ ...PLAIN, markedSigned: true }]);
    expect(marked("-1", "2")).toHaveLength(2);
  });

  test("a minus in the column of money out is open unless its heading tells", () => {
    const rows = [row({ in: "", out: "-1" })];
    expect(amountHabits(rows, "支出金额")).toHaveLength(2);
    expect(amountHabits(rows, "支出金额（-元）")).toEqual([{ ...PLAIN, outSigned: true }]);
  });

  test("some sign anywhere", () => {
    expect(hasSigns([row({ amount: "1" }), row({ amount: "-1" })])).toBe(true);
    expect(hasSigns([row({ amount: "1" })])).toBe(false);
  });
});

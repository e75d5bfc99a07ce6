/** Customers. */
import { expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";

test("what the file has; no column is not an empty cell", () => {
  const text = "客户编号,客户名称,税号,信用等级,语言\nC1,云杉机械,91320594MA1XXXXX0X,a,英文";
  expect(oneRow("customers", text)).toEqual({
    line: 2,
    number: "C1",
    name: "云杉机械",
    nameEn: undefined,
    uscc: "91320594MA1XXXXX0X",
    address: undefined,
    language: "en",
    grade: "A",
    segment: undefined,
    salesperson: undefined,
    note: undefined,
    bankAccount: undefined,
  });
  expect(oneRow("customers", "编号,名称,地址\nC1,甲,").address).toBeNull();
});

test("number and name are needed, grades must be known", () => {
  expect(problemsOf("customers", "编号,名称,等级\n,甲,A\nC2,,A\nC3,丙,Z")).toEqual([
    "2A value_missing",
    "3B value_missing",
    "4C value_unknown",
  ]);
});

/** Whose a row is. */
import { expect, test } from "vitest";
import { oneRow, problemsOf } from "../../../test/kit/tables.ts";

const both = "客户编号,客户名称,联系人\n";

test("by number, by name, or by both", () => {
  expect(oneRow("contacts", `${both}C1,甲,王`)).toMatchObject({
    customerNumber: "C1",
    customerName: "甲",
  });
  expect(oneRow("contacts", `${both},甲,王`)).toMatchObject({
    customerNumber: null,
    customerName: "甲",
  });
  expect(oneRow("contacts", "客户,联系人\n甲,王")).toMatchObject({ customerNumber: null });
});

test("by neither is a problem at the column that there is", () => {
  expect(problemsOf("contacts", `${both},,王`)).toEqual(["2A value_missing"]);
  expect(problemsOf("contacts", "客户,联系人\n,王")).toEqual(["2A value_missing"]);
});

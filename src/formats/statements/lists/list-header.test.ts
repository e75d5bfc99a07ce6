/** Where the header is. */
import { expect, test } from "vitest";
import { tableOf } from "../../../../test/kit/tables.ts";
import type { List } from "./list.ts";
import { headingsOf, LIST_FIELDS } from "./list-fields.ts";
import {
  columnsOf,
  findHead,
  hasAll,
  hasAny,
  headingCurrency,
  headWith,
  isHeading,
} from "./list-header.ts";

const list = (text: string): List => ({ ...tableOf(text), formulaLines: [], endsOpen: false });
const HEADER = "交易日期,收入,支出,对方户名";

test("the row with most known names, below any titles up to the fortieth row", () => {
  const titles = Array.from({ length: 24 }, (_, at) => `说明${at}`).join("\n");
  expect(findHead(list(`${titles}\n${HEADER}\n2026-01-01,1,,某`))?.line).toBe(25);
  expect(findHead(list(`${"x\n".repeat(45)}${HEADER}\n`))).toBeNull();
});

test("names without a day are no header of payments", () => {
  expect(findHead(list("收入,支出,对方户名\n1,,某"))).toBeNull();
});

test("headings are compared without blanks, width and brackets' form", () => {
  const head = findHead(list("交易 日期,借方发生额（支取）,对方户名\n"));
  expect(head && hasAll(head, "交易日期", "借方发生额(支取)")).toBe(true);
  expect(head && hasAll(head, "交易日期", "余额")).toBe(false);
  expect(head && hasAny(head, "余额", "对方户名")).toBe(true);
});

test("columns of a field, the most telling first", () => {
  const head = findHead(list("交易时间,记账日期,摘要,附言,收入\n"));
  const columns = head && columnsOf(head, headingsOf(LIST_FIELDS));
  expect(columns?.get("day")).toEqual([1, 0]);
  expect(columns?.get("remark")).toEqual([3, 2]);
});

test("a header by a person's words", () => {
  expect(headWith(list("x\nWann,Wieviel\n"), ["Wann", "Wieviel"])?.line).toBe(2);
  expect(headWith(list("x\nWann,Wieviel\n"), ["Wann", "Betrag"])).toBeNull();
  expect(headWith(list("x\n"), [])).toBeNull();
});

test("a header again, and a currency in a heading", () => {
  expect(isHeading({ line: 1, cells: HEADER.split(",") })).toBe(true);
  expect(isHeading({ line: 1, cells: ["2026-01-01", "收入", "支出", "余额"] })).toBe(false);
  expect(
    ["交易金额(美元)", "收入金额（+元）", "发生额(借)", "Amount (USD)"].map(headingCurrency),
  ).toEqual(["USD", "CNY", null, "USD"]);
});

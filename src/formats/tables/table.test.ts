/** Column letters as spreadsheets count them, and cells without their wrapping. */

import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { cleanCell, columnLetter, columnNumber, isBlank } from "./table.ts";

test("a column's letters and its number say the same", () => {
  holds(fc.nat(20_000), (index) => {
    expect(columnNumber(columnLetter(index))).toBe(index + 1);
  });
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});

test.each([
  ['="00123"', "00123"],
  ["'00123", "00123"],
  ["`6222000012345", "6222000012345"],
  ["\t 甲公司　", "甲公司"],
  ["\u200bINV-1", "INV-1"],
  ['="', '="'],
])("%j is %j", (text, clean) => {
  expect(cleanCell(text)).toBe(clean);
});

test("a row of empty cells is blank", () => {
  expect(isBlank({ line: 1, cells: ["", ""] })).toBe(true);
  expect(isBlank({ line: 1, cells: ["", "0"] })).toBe(false);
});

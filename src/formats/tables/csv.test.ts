/** Text tables: delimiters, quotes, and the line each row starts on. */

import * as fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { delimiterOf, readCsv } from "./csv.ts";

const cell = fc.stringMatching(/^[a-z0-9一-龥"]{1,6}$/);
const grid = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2 }),
  );

test("whatever a writer of RFC 4180 quotes is read again", () => {
  holds(grid, fc.constantFrom(",", "\t", ";"), (rows, delimiter) => {
    const text = Papa.unparse(rows, { delimiter, quotes: true });
    const table = readCsv(text);
    expect(table.ok && table.value.rows.map(({ cells }) => cells)).toEqual(rows);
  });
});

test("amounts with commas don't turn a table with tabs into one with commas", () => {
  expect(delimiterOf("客户\t金额\n甲\t1,234.00\n乙\t2,345.00")).toBe("\t");
  expect(delimiterOf("应收明细\n\na;b;c\n1;2,5;3\n1;2;3")).toBe(";");
  expect(delimiterOf("a,b\n1,2\n")).toBe(",");
  expect(delimiterOf("alone\nin\na column")).toBe(",");
});

test("a row knows its line, also behind a cell of two lines and blank lines", () => {
  const table = readCsv('a,b\n"one\ntwo",2\n\n3,4');
  expect(table.ok && table.value.rows.map(({ line }) => line)).toEqual([1, 2, 4, 5]);
});

test("a quote that is never closed is refused with the line where it opens", () => {
  expect(readCsv('a,b\n1,2\n3,"4\n5,6\n')).toEqual({
    ok: false,
    refusal: { code: "quote_not_closed", line: 3 },
  });
});

test("delimiters inside quotes cut nothing", () => {
  const table = readCsv('客户,金额\n"甲,乙","1,234.00"\n');
  expect(table.ok && table.value.rows[1]?.cells).toEqual(["甲,乙", "1,234.00"]);
});

test("quotes inside a cell are its own", () => {
  const table = readCsv('品名,数量\n5" 管,2');
  expect(table.ok && table.value.rows[1]?.cells).toEqual(['5" 管', "2"]);
});

/** Old workbooks, and what banks call .xls although it is a web page. */
import { utils, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { utf8 } from "../../../test/kit/tables.ts";
import { readOldExcel } from "./old-excel.ts";

type Cell = string | number | boolean | Date | null;

function biff(rows: readonly (readonly Cell[])[]): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]));
  utils.book_append_sheet(book, sheet, "明细");
  return new Uint8Array(write(book, { type: "array", bookType: "biff8" }));
}

const cellsOf = async (bytes: Uint8Array) => {
  const read = await readOldExcel(bytes);
  return read.ok ? read.value.map(({ rows }) => rows.map(({ cells }) => cells)) : read.refusal;
};

describe("a workbook of Excel 97", () => {
  test("texts, amounts and days are what they are; blanks are empty", async () => {
    const rows = [
      ["交易日期", "金额", "附言"],
      ["2026-03-31", 1234.56, null],
      ["2026-04-01", -0.1, true],
    ];
    expect(await cellsOf(biff(rows))).toEqual([
      [
        ["交易日期", "金额", "附言"],
        ["2026-03-31", "1234.56", ""],
        ["2026-04-01", "-0.1", "TRUE"],
      ],
    ]);
  });

  test("a count of days with a date format is a day", async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([["日期"], [46112.6]]);
    sheet["A2"] = { t: "n", v: 46112.6, z: "yyyy-mm-dd hh:mm" };
    utils.book_append_sheet(book, sheet, "S");
    const bytes = new Uint8Array(write(book, { type: "array", bookType: "biff8" }));
    expect(await cellsOf(bytes)).toEqual([[["日期"], ["2026-03-31"]]]);
  });

  test("formulas of an XML spreadsheet are named by their rows", async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([["金额"], [1], [2]]);
    sheet["A3"] = { t: "n", v: 2, f: "A2*2" };
    utils.book_append_sheet(book, sheet, "S");
    const bytes = utf8(write(book, { type: "string", bookType: "xlml" }));
    const read = await readOldExcel(bytes);
    expect(read.ok && read.value.map(({ formulaLines }) => formulaLines)).toEqual([[3]]);
  });
});

test("a web page with a table is read as one", async () => {
  const page = "<html><table><tr><td>00123</td><td>1,234.50</td></tr></table></html>";
  expect(await cellsOf(utf8(page))).toEqual([[["00123", "1,234.50"]]]);
});

test("a broken container and a file too large are refused", async () => {
  const broken = biff([["a"]]).slice(0, 900);
  expect(await cellsOf(broken)).toMatchObject({ code: "file_is_broken" });
  const large = new Uint8Array(33 * 1024 * 1024);
  expect(await cellsOf(large)).toEqual({ code: "file_unpacks_too_large", limitMegabytes: 32 });
});

/** Workbooks as people save them. */
import { expect, test } from "vitest";
import { packageOf, sheetOf, workbook, zipOf } from "../../../test/kit/tables.ts";
import { UNCALCULATED } from "./table.ts";
import { readXlsx } from "./xlsx.ts";

const read = async (bytes: Uint8Array, sheet?: string) => {
  const table = await readXlsx(bytes, sheet);
  if (!table.ok) throw new Error(JSON.stringify(table.refusal));
  return table.value;
};
const refusal = async (bytes: Uint8Array, sheet?: string) => {
  const table = await readXlsx(bytes, sheet);
  return table.ok ? "read" : table.refusal;
};

test("cells as texts: amounts keep their decimals, days are days, text stays text", async () => {
  const bytes = await workbook({
    应收: (sheet) => {
      sheet.addRow(["00123", 79656.6, 0.1 + 0.2, new Date("2026-03-31"), true, null, " x "]);
      sheet.getCell("D1").numFmt = "yyyy-mm-dd";
    },
  });
  expect((await read(bytes)).rows).toEqual([
    {
      line: 1,
      cells: ["00123", "79656.6", "0.30000000000000004", "2026-03-31", "TRUE", "", "x"],
    },
  ]);
});

test("a number of twenty digits shows that Excel has lost the last ones", async () => {
  const bytes = await sheetOf([[Number("25332000000109510719")]]);
  expect((await read(bytes)).rows[0]?.cells).toEqual(["2.533200000010951E+19"]);
});

test("formulas count by their saved result; without one, the cell says so", async () => {
  const bytes = await sheetOf([
    [
      { formula: "1+1", result: 2 },
      { formula: "1+1" },
      { formula: "1/0", result: { error: "#DIV/0!" } },
    ],
  ]);
  expect((await read(bytes)).rows[0]?.cells).toEqual(["2", UNCALCULATED, "#DIV/0!"]);
});

test("rows keep their numbers across empty ones; merged cells keep the first value", async () => {
  const bytes = await workbook({
    Sheet1: (sheet) => {
      sheet.getCell("A1").value = "标题";
      sheet.mergeCells("A1:B1");
      sheet.getCell("A4").value = "x";
    },
  });
  const table = await read(bytes);
  expect(table.rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  expect(table.rows[3]?.cells[0]).toBe("x");
  expect(table.merges.map(({ text }) => text)).toEqual(["A1:B1"]);
});

test("one sheet with rows needs no choice; several do", async () => {
  const one = await workbook({ 说明: () => {}, 明细: (sheet) => sheet.addRow(["a"]) });
  expect((await read(one)).sheet).toBe("明细");
  const several = await workbook({
    一月: (sheet) => sheet.addRow(["a"]),
    二月: (sheet) => sheet.addRow(["b"]),
    隐藏: (sheet) => {
      sheet.addRow(["c"]);
      sheet.state = "hidden";
    },
  });
  expect(await refusal(several)).toEqual({ code: "several_sheets", sheets: "一月, 二月" });
  expect((await read(several, "二月")).rows[0]?.cells).toEqual(["b"]);
  expect(await refusal(several, "三月")).toEqual({
    code: "sheet_not_found",
    sheet: "三月",
    sheets: "一月, 二月, 隐藏",
  });
  expect(await refusal(await workbook({ 空: () => {} }))).toEqual({ code: "file_empty" });
});

test("what is no whole workbook is refused", async () => {
  const bytes = await sheetOf([["a"]]);
  expect(await refusal(bytes.slice(0, 900))).toMatchObject({ code: "file_is_broken" });
  expect(await refusal(zipOf([{ name: "word/document.xml", text: "<d/>" }]))).toEqual({
    code: "file_is_not_a_table",
  });
  const hollow = zipOf([{ name: "xl/workbook.xml", text: "<workbook/>" }]);
  expect(await refusal(hollow)).toMatchObject({ code: "file_is_broken" });
});

test("a bomb is refused before it is unpacked", async () => {
  const bomb = zipOf([
    { name: "xl/workbook.xml", text: "<workbook/>" },
    { name: "xl/worksheets/sheet1.xml", text: "0".repeat(1000), claims: 400 * 1024 * 1024 },
  ]);
  expect(await refusal(bomb)).toEqual({ code: "file_unpacks_too_large", limitMegabytes: 300 });
});

test("a text formula without a result says so too", async () => {
  const bytes = packageOf(
    `<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="C1" t="str"><f>A1</f></c></row>`,
  );
  expect((await read(bytes)).rows[0]?.cells).toEqual(["x", "", UNCALCULATED]);
});

/** What an XLSX package says around its cells. */
import { expect, test } from "vitest";
import { zipOf } from "../../../test/kit/tables.ts";
import { UNCALCULATED } from "./table.ts";
import { listSheets, mergedRange, readSheetParts } from "./workbook.ts";
import { listEntries } from "./zip.ts";

const BOOK = `<workbook><sheets>
  <sheet name="应收 &amp; 其他" sheetId="1" r:id="rId1"/>
  <sheet name="Old" sheetId="2" state="veryHidden" r:id="rId2"/></sheets></workbook>`;
const RELATIONS = `<Relationships>
  <Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`;
const SHEET = `<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c>
  <c r="B2"><f>A2*2</f></c><c r="C2" t="str"><f>""</f><v></v></c>
  <c r="D2"><f>A2*2</f><v>2</v></c><c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="e"></c>
  <c t="e"><v>#N/A</v></c>
  <c r="AA2" s="1"><f t="shared" si="0"/><v/></c></row></sheetData>
  <mergeCells count="2"><mergeCell ref="A1:C1"/><mergeCell ref="A1"/></mergeCells></worksheet>`;

const bytes = zipOf([
  { name: "xl/workbook.xml", text: BOOK },
  { name: "xl/_rels/workbook.xml.rels", text: RELATIONS },
  { name: "xl/worksheets/sheet1.xml", text: SHEET },
  { name: "xl/worksheets/sheet2.xml", text: "<worksheet><sheetData/></worksheet>" },
]);
const entries = listEntries(bytes) ?? [];

test("sheets in their order, hidden ones marked", () => {
  expect(listSheets(bytes, entries)).toEqual([
    { name: "应收 & 其他", hidden: false, path: "xl/worksheets/sheet1.xml" },
    { name: "Old", hidden: true, path: "xl/worksheets/sheet2.xml" },
  ]);
});

test("merged ranges, errors, and formulas saved without a result (an empty text is a result)", () => {
  expect(readSheetParts(bytes, entries, "xl/worksheets/sheet1.xml")).toEqual({
    merges: [mergedRange("A1:C1")],
    failed: [
      { line: 2, column: 2, text: UNCALCULATED },
      { line: 2, column: 5, text: "#N/A" },
      { line: 2, column: 6, text: "#VALUE!" },
      { line: 2, column: 27, text: UNCALCULATED },
    ],
    formulaLines: [2, 2, 2, 2],
  });
});

test("a sheet without either, and one that is not there", () => {
  const none = { merges: [], failed: [], formulaLines: [] };
  expect(readSheetParts(bytes, entries, "xl/worksheets/sheet2.xml")).toEqual(none);
  expect(readSheetParts(bytes, entries, "xl/worksheets/sheet9.xml")).toEqual(none);
  expect(listSheets(bytes, [])).toEqual([]);
  const alone = zipOf([{ name: "xl/workbook.xml", text: BOOK }]);
  expect(listSheets(alone, listEntries(alone) ?? []).map(({ path }) => path)).toEqual([
    "xl/",
    "xl/",
  ]);
});

test("a range of cells", () => {
  expect(mergedRange("B3:AA10")).toEqual({
    text: "B3:AA10",
    top: 3,
    bottom: 10,
    left: 2,
    right: 27,
  });
  expect(mergedRange("B3")).toBeNull();
});

/** The header is found by known names, wherever it stands. */
import { describe, expect, test } from "vitest";
import { tableOf } from "../../../test/kit/tables.ts";
import { EMPTY_MAP, type ImportMap } from "../../domain/book/import-row.ts";
import { fileColumns, findHeader } from "./header.ts";
import type { Table } from "./table.ts";
import { mergedRange } from "./workbook.ts";

const HEADINGS = "客户编号,客户名称,发票号码,开票日期,到期日,价税合计";
const ROW = "C1,甲,INV1,2026-01-05,2026-02-05,10";

const find = (table: Table, map: Partial<ImportMap> = {}) =>
  findHeader(table, "invoices", { ...EMPTY_MAP, ...map });
const found = (table: Table, map: Partial<ImportMap> = {}) => {
  const header = find(table, map);
  if (!header.ok) throw new Error(JSON.stringify(header.refusal));
  return header.value;
};

test("titles above it are counted, blank lines are not", () => {
  const table = tableOf(`应收账款明细表,,,,,\n\n单位：元,,,,,\n${HEADINGS}\n${ROW}`);
  expect(found(table)).toMatchObject({ line: 4, row: 3, titles: 2 });
});

test("beyond line 25 nobody looks", () => {
  const table = tableOf(`${"说明\n".repeat(25)}${HEADINGS}\n${ROW}`);
  expect(find(table)).toMatchObject({ ok: false, refusal: { code: "header_not_found" } });
});

test("of two columns for one field the more telling is taken, a second number as its other", () => {
  const table = tableOf("客户,单据编号,发票号码,单据日期,到期日,金额,价税合计\n");
  const header = found(table);
  expect(fileColumns(header).map(({ letter, field }) => `${letter} ${field}`)).toEqual([
    "A customer_name",
    "B tax_number",
    "C number",
    "D issued_on",
    "E due_on",
    "F null",
    "G amount",
  ]);
  expect(header.seconds).toEqual([{ index: 5, field: "amount" }]);
});

describe("a map", () => {
  const table = tableOf("kunde,nr,datum,faellig,betrag,Amount\nC1,1,2026-01-05,2026-02-05,10,11");
  const columns = {
    customer_name: "kunde",
    number: "NR",
    issued_on: "datum",
    due_on: "faellig",
    amount: "betrag",
  };

  test("names columns, also against what would be known", () => {
    expect(Object.fromEntries(found(table, { columns }).columns)).toEqual({
      customer_name: 0,
      number: 1,
      issued_on: 2,
      due_on: 3,
      amount: 4,
    });
  });

  test("may give a constant where there is no column", () => {
    const { due_on: _, ...others } = columns;
    expect(find(table, { columns: others })).toMatchObject({
      refusal: { code: "column_missing", field: "due_on", name: "到期日" },
    });
    expect(find(table, { columns: others, constants: { terms_days: "30" } }).ok).toBe(true);
  });

  test("that names a heading or a field which isn't there is refused", () => {
    expect(find(table, { columns: { ...columns, number: "id" } })).toMatchObject({
      refusal: { code: "heading_not_found", heading: "id" },
    });
    expect(find(table, { columns: { salary: "nr" } })).toMatchObject({
      refusal: { code: "field_unknown", field: "salary" },
    });
  });
});

test("a header of two rows, merged: the lower cell is the heading", () => {
  const table = tableOf(
    "客户编号,发票号码,日期,,金额,\n,,开票日期,到期日,价税合计,已收金额\nC1,INV1,2026-01-05,2026-02-05,10,0",
  );
  const merges = ["A1:A2", "B1:B2", "C1:D1", "E1:F1"].map((text) => mergedRange(text)!);
  const header = found({ ...table, merges });
  expect(header.headings).toEqual([
    "客户编号",
    "发票号码",
    "开票日期",
    "到期日",
    "价税合计",
    "已收金额",
  ]);
  expect(header.row).toBe(1);
});

test("a table that names nothing we know has no header", () => {
  expect(find(tableOf("a,b\n1,2"))).toEqual({
    ok: false,
    refusal: {
      code: "header_not_found",
      expected: "发票号码、客户编号、开票日期、到期日、价税合计",
      english: "invoice number, customer number, invoice date, due date, invoice amount",
    },
  });
});

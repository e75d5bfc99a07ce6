/** A whole file, from bytes to rows. */
import { expect, test } from "vitest";
import { sheetOf, utf8 } from "../../../test/kit/tables.ts";
import { EMPTY_MAP } from "../../domain/book/import-row.ts";
import { amountText, currency } from "../../domain/values/money.ts";
import { knownFields, readRows } from "./read-rows.ts";

const homeCurrency = currency("CNY");
const CSV = `应收账款明细
客户编号,客户名称,发票号码,开票日期,到期日,币种,价税合计
C1,甲,INV1,2026-01-05,2026-02-05,人民币,"1,000.50"
C2,乙,INV2,2026/1/6,2026/2/6,USD,(20.00)
C2,乙,INV3,2026/1/6,2026/2/6,USD,abc
合计,,,,,,980.50
`;

test("a CSV with a title, a total row, a good row, a credit memo and a bad row", async () => {
  const read = await readRows("invoices", utf8(CSV), { homeCurrency });
  if (!read.ok) throw new Error(read.refusal.code);
  const { rows, problems, notes, headerLine, firstRows, refused } = read.value;
  expect(rows.map(({ line, amount }) => [line, amountText(amount)])).toEqual([
    [3, "1000.50"],
    [4, "-20.00"],
  ]);
  expect(problems.map(({ line, column, code }) => `${line}${column} ${code}`)).toEqual([
    "5G amount_not_a_number",
  ]);
  expect(notes.map(({ code }) => code)).toEqual(["title_lines_skipped", "total_row_dropped"]);
  expect([headerLine, read.value.read, firstRows.length]).toEqual([2, 3, 3]);
  expect(refused).toEqual([{ line: 5, number: "INV3" }]);
});

test("the same table as a workbook reads the same", async () => {
  const bytes = await sheetOf([
    ["客户编号", "客户名称", "发票号码", "开票日期", "到期日", "币种", "价税合计"],
    ["C1", "甲", "INV1", new Date("2026-01-05"), "2026-02-05", "人民币", 1000.5],
  ]);
  const read = await readRows("invoices", bytes, { homeCurrency });
  expect(read.ok && read.value.sheet).toBe("Sheet1");
  expect(read.ok && read.value.rows[0]).toMatchObject({ issuedOn: "2026-01-05", number: "INV1" });
});

test.each([
  ["客户编号,客户名称,发票号码\n", {}, "column_missing"],
  ["客户编号,发票号码,开票日期,到期日,价税合计\n", {}, "no_rows"],
  [CSV, { constants: { currency: "shells" } }, "constant_wrong"],
  [CSV, { constants: { terms_days: "soon" } }, "constant_wrong"],
  ["", {}, "file_empty"],
])("a file that can't be read as invoices: %#", async (text, map, code) => {
  const read = await readRows("invoices", utf8(text), {
    homeCurrency,
    map: { ...EMPTY_MAP, ...map },
  });
  expect(read).toMatchObject({ ok: false, refusal: { code } });
});

test("a currency constant is enough; without it the company's own is said", async () => {
  const text = utf8("客户编号,发票号码,开票日期,到期日,价税合计\nC1,A,2026-01-05,2026-02-05,1");
  const map = { ...EMPTY_MAP, constants: { currency: "USD" } };
  const [set, unset] = await Promise.all([
    readRows("invoices", text, { homeCurrency, map }),
    readRows("invoices", text, { homeCurrency }),
  ]);
  expect(set.ok && set.value.notes).toEqual([]);
  expect(unset.ok && unset.value.notes.map(({ code }) => code)).toEqual(["currency_assumed"]);
});

test("fields for a person who maps columns: only what has no alternative is required", () => {
  const required = knownFields("invoices").filter((field) => field.required);
  expect(required.map(({ field }) => field)).toEqual(["number", "issued_on"]);
});

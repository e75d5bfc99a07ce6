/** Every refusal of a file is one sentence in both languages, with its facts in it. */
import { expect, test } from "vitest";
import { type FileRefusal, isFileRefusal, refusalWords } from "./import-refusals.ts";

const REFUSALS: readonly FileRefusal[] = [
  { code: "file_empty" },
  { code: "file_is_not_a_table" },
  { code: "file_is_old_excel" },
  { code: "file_is_web_page" },
  { code: "file_has_password" },
  { code: "file_is_broken", detail: "" },
  { code: "file_unpacks_too_large", limitMegabytes: 300 },
  { code: "quote_not_closed", line: 7 },
  { code: "sheet_not_found", sheet: "三月", sheets: "一月, 二月" },
  { code: "several_sheets", sheets: "一月, 二月" },
  { code: "header_not_found", expected: "发票号码", english: "" },
  { code: "column_missing", field: "due_on", name: "到期日", headings: "客户" },
  { code: "heading_not_found", heading: "id", headings: "客户" },
  { code: "field_unknown", field: "salary", fields: "number" },
  { code: "constant_wrong", field: "currency", text: "shells" },
  { code: "no_rows" },
  { code: "map_is_not_json", detail: "Unexpected token" },
  { code: "map_is_wrong", at: "columns", expected: "{}" },
  { code: "snapshot_in_future", day: "2026-04-01", today: "2026-03-31" },
  { code: "snapshot_before_last", day: "2026-03-01", last: "2026-03-15" },
  { code: "snapshot_of_invoices_only" },
];

test.each(REFUSALS)("$code", (refusal) => {
  const { zh, en } = refusalWords(refusal);
  expect(isFileRefusal(refusal)).toBe(true);
  expect(zh).not.toContain("\n");
  expect(en).not.toContain("\n");
  expect(`${zh}${en}`).not.toContain("undefined");
  const { code: _, ...facts } = refusal;
  for (const fact of Object.values(facts)) expect(zh).toContain(String(fact));
});

test("other refusals are told elsewhere", () => {
  expect(isFileRefusal({ code: "not_permitted" })).toBe(false);
});

/** Every problem and note has a sentence in both languages, with its facts in it. */
import { expect, test } from "vitest";
import type { NoteFact, RowRefusal } from "../domain/book/import-problem.ts";
import { fieldName, noteWords, problemWords } from "./import-problems.ts";

const FIELDS = [
  { field: "amount", name: { zh: "价税合计", en: "invoice amount" }, required: true },
];

const PROBLEMS: readonly RowRefusal[] = [
  { code: "value_missing", field: "amount" },
  { code: "amount_not_a_number", text: "12O" },
  { code: "amount_in_other_currency", text: "$1", currency: "CNY" },
  { code: "amount_too_precise", text: "1.234", decimals: 2 },
  { code: "amount_too_large", text: "9e99" },
  { code: "amount_is_zero" },
  { code: "amount_not_positive", text: "-1.00" },
  { code: "currency_unknown", text: "XYZ" },
  { code: "day_does_not_exist", text: "2026/2/30" },
  { code: "day_unreadable", text: "soon" },
  { code: "day_ambiguous", text: "03/04/2026" },
  { code: "days_unreadable", text: "月结" },
  { code: "number_mangled", text: "2.4E+19" },
  { code: "value_unknown", text: "宇航员", allowed: "clerk" },
  { code: "rate_unreadable", text: "5%" },
  { code: "formula_failed", text: "#REF!" },
  { code: "value_too_long", limit: 120 },
  { code: "number_repeated", number: "A1", otherLine: 7 },
  { code: "paid_exceeds_amount", amount: "1.00", paid: "2.00" },
  { code: "paid_has_other_sign", amount: "1.00", paid: "-2.00" },
  { code: "paid_and_open_disagree", paid: "1.00", open: "2.00" },
  { code: "settled_but_unpaid", day: "2026-03-01" },
  { code: "due_day_missing" },
  { code: "settled_in_future", day: "2026-04-01", today: "2026-03-31" },
  { code: "received_in_future", day: "2026-04-01", today: "2026-03-31" },
  { code: "merged_cells", range: "A1:A3" },
  { code: "customer_unknown", customer: "C9" },
  { code: "customer_name_ambiguous", name: "华东" },
  { code: "invoice_unknown", number: "A1" },
  { code: "invoice_of_other_customer", number: "A1" },
  { code: "invoice_in_other_currency", number: "A1" },
  { code: "row_changed", number: "A1", field: "amount", book: "1.00", file: "2.00" },
];
const NOTES: readonly NoteFact[] = [
  { code: "title_lines_skipped", count: 2 },
  { code: "title_lines_skipped", count: 1 },
  { code: "total_row_dropped", text: "合计" },
  { code: "header_repeated" },
  { code: "row_repeated", otherLine: 7 },
  { code: "due_before_issue", number: "A1", due: "2026-01-01" },
  { code: "settled_before_issue", number: "A1", day: "2026-01-01" },
  { code: "negative_is_credit_memo", number: "A1" },
  { code: "currency_assumed", currency: "CNY" },
  { code: "decimal_zero_dropped" },
  { code: "serials_read" },
  { code: "date_order_found", order: "dmy", text: "13/04/2026" },
  { code: "second_column_unused", field: "amount" },
  { code: "settled_day_assumed", count: 3, day: "2026-03-31" },
  { code: "names_differ", count: 3, example: "C1: a / b" },
  { code: "contract_unknown", count: 3, example: "HT9" },
  { code: "later_payment_kept", number: "A1" },
  { code: "due_day_changed", number: "A1", book: "2026-02-05", file: "2026-02-09" },
  { code: "receipt_exceeds_invoices", number: "R1", rest: "5.00" },
];

test.each([
  ...PROBLEMS.map((problem) => [problem, problemWords(problem, FIELDS)] as const),
  ...NOTES.map((note) => [note, noteWords(note, FIELDS)] as const),
])("%j", ({ code: _, ...facts }, { zh, en }) => {
  expect(zh).toMatch(/[一-龥]/);
  expect(en).not.toMatch(/[一-龥]{4,}/);
  expect(`${zh}${en}`).not.toMatch(/undefined|\[object/);
  const shown = Object.entries(facts).filter(
    ([name]) => !["field", "count", "order"].includes(name),
  );
  for (const [, fact] of shown) expect(zh).toContain(String(fact));
});

test("fields are called by their names, unknown ones by their code", () => {
  expect(fieldName(FIELDS, "amount").zh).toBe("价税合计");
  expect(fieldName(FIELDS, "colour").en).toBe("colour");
  expect(problemWords({ code: "value_missing", field: "amount" }, FIELDS).zh).toBe("缺少价税合计");
});

test("nothing in the book is said, not left blank", () => {
  const words = problemWords(
    { code: "row_changed", number: "C1", field: "grade", book: "", file: "B" },
    FIELDS,
  );
  expect(words).toEqual({
    zh: "“C1”的grade与账上不同：账上 为空，文件 B",
    en: 'the grade of "C1" differs: nothing in the book, B in the file',
  });
});

/** Headings as files write them are known for the field they mean. */
import { describe, expect, test } from "vitest";
import { IMPORT_KINDS } from "../../domain/book/import-row.ts";
import { fieldsOf, headingWithoutBrackets, knownHeadings, plainHeading } from "./fields.ts";

test.each([
  ["*客户编号", "客户编号"],
  ["Invoice No.", "invoiceno"],
  ["invoice_no", "invoiceno"],
  ["价税合计（元）", "价税合计元"],
  ["ＩＤ", "id"],
])("%s is compared as %s", (heading, plain) => {
  expect(plainHeading(heading)).toBe(plain);
});

test("units in brackets can be left out", () => {
  expect(headingWithoutBrackets("价税合计（元）")).toBe("价税合计");
  expect(headingWithoutBrackets("Amount [USD]")).toBe("amount");
});

describe.each(IMPORT_KINDS)("the headings of %s", (kind) => {
  const { fields, required } = fieldsOf(kind);

  test("each field is known by its own names, and by no name of an earlier field", () => {
    const known = knownHeadings(kind);
    for (const { field, zh } of fields) {
      expect(known.get(plainHeading(field))?.field).toBe(field);
      expect(known.get(plainHeading(zh))?.field).toBe(field);
    }
    expect(known.has("")).toBe(false);
  });

  test("what is required exists", () => {
    const names = new Set(fields.map(({ field }) => field));
    for (const group of required) expect(group.every((field) => names.has(field))).toBe(true);
  });
});

/** The kinds of files. */
import { expect, test } from "vitest";
import { EMPTY_MAP, isImportKind } from "./import-row.ts";

test("five kinds and no other", () => {
  expect(["customers", "contacts", "contracts", "invoices", "receipts"].every(isImportKind)).toBe(
    true,
  );
  expect(isImportKind("invoice")).toBe(false);
});

test("an empty map says nothing", () => {
  expect(EMPTY_MAP).toEqual({ columns: {}, constants: {}, dateOrder: null, stripLeadingZeros: [] });
});

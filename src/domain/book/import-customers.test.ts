/** Customers of a file against the book. */
import { expect, test } from "vitest";
import type { CustomerId } from "../values/ids.ts";
import { customerFactsText, factsOfCustomer, judgeCustomer } from "./import-customers.ts";
import type { CustomerRow } from "./import-row.ts";

const row = (different: Partial<CustomerRow> = {}): CustomerRow => ({
  line: 2,
  number: "C1",
  name: "甲",
  nameEn: undefined,
  uscc: null,
  address: undefined,
  language: undefined,
  grade: "A",
  segment: undefined,
  salesperson: undefined,
  note: undefined,
  ...different,
});
const stored = { ...factsOfCustomer(row()), id: "id" as CustomerId, number: "C1", name: "甲" };

test("a new customer gets Chinese letters and no facts the file does not have", () => {
  expect(factsOfCustomer(row())).toEqual({
    nameEn: null,
    uscc: null,
    address: null,
    language: "zh",
    grade: "A",
    segment: null,
    salesperson: null,
    note: null,
  });
  expect(factsOfCustomer(row({ language: "en", nameEn: "Alpha" }))).toMatchObject({
    language: "en",
    nameEn: "Alpha",
  });
});

test("a new customer in full", () => {
  const told = {
    nameEn: "Alpha",
    uscc: "9",
    address: "苏州",
    segment: "重点",
    salesperson: "林晓",
    note: "月底",
  };
  expect(factsOfCustomer(row({ ...told, grade: null }))).toMatchObject({ ...told, grade: null });
});

test("the same row again changes nothing; a new grade does", () => {
  expect(judgeCustomer(row(), stored).verdict).toBe("unchanged");
  expect(judgeCustomer(row({ grade: "C" }), stored)).toMatchObject({
    verdict: "changed",
    after: { id: "id", grade: "C", name: "甲" },
    change: { field: "grade", book: "A", file: "C" },
  });
});

test("two rows say the same when only their lines differ", () => {
  expect(customerFactsText(row({ line: 9 }))).toBe(customerFactsText(row()));
  expect(customerFactsText(row({ name: "乙" }))).not.toBe(customerFactsText(row()));
});

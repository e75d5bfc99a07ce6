/** Customers of a file against the book. */
import { describe, expect, test } from "vitest";
import type { CustomerId } from "../values/ids.ts";
import {
  accountsOf,
  customerFactsText,
  factsOfCustomer,
  judgeCustomer,
  newAccounts,
} from "./import-customers.ts";
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

describe("accounts that a customer pays from", () => {
  const named = (number: string, bankAccount: string | null) => row({ number, bankAccount });

  test("are read without blanks and hyphens, several in one cell", () => {
    expect(accountsOf(named("C1", "6222 0000 1111、6217-0001-22；gb29 nwbk"))).toEqual([
      "622200001111",
      "6217000122",
      "GB29NWBK",
    ]);
    expect(accountsOf(named("C1", null))).toEqual([]);
    expect(accountsOf(named("C1", "无"))).toEqual([]);
  });

  test("are new once for each customer", () => {
    const rows = [
      named("C1", "622200001111"),
      named("C1", "6222 0000 1111"),
      named("C2", "622200001111"),
    ];
    expect(newAccounts(rows, [])).toEqual([
      { number: "C1", account: "622200001111" },
      { number: "C2", account: "622200001111" },
    ]);
    expect(newAccounts(rows, [{ number: "C1", account: "622200001111" }])).toEqual([
      { number: "C2", account: "622200001111" },
    ]);
  });
});

/** What a file tells is compared; what it leaves out is no statement. */
import { expect, test } from "vitest";
import { rate } from "../values/money.ts";
import { compareFacts } from "./import-facts.ts";

const FIELDS = [
  ["name", "name"],
  ["late_rate", "lateRate"],
] as const;
const before = { name: "甲", lateRate: rate(500_000n, "day"), note: "kept" };
const compare = (name: unknown, lateRate?: unknown) =>
  compareFacts("C1", FIELDS, { name, lateRate }, before);

test("the same, an empty cell, and a missing column change nothing", () => {
  for (const name of ["甲", null, undefined]) {
    expect(compare(name, rate(500_000n, "day"))).toEqual({ verdict: "unchanged" });
  }
});

test("a difference is named with both values and taken into what would be after", () => {
  expect(compare("乙")).toEqual({
    verdict: "changed",
    after: { ...before, name: "乙" },
    change: { code: "row_changed", number: "C1", field: "name", book: "甲", file: "乙" },
  });
});

test("values of several parts are compared by their parts", () => {
  expect(compare(undefined, rate(500_000n, "year"))).toMatchObject({
    change: { field: "late_rate", book: "500000 / day", file: "500000 / year" },
  });
});

test("nothing in the book is an empty text", () => {
  const compared = compareFacts("C1", [["name", "name"]] as const, { name: "乙" }, { name: null });
  expect(compared).toMatchObject({ change: { book: "" } });
});

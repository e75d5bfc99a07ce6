/** The closing line counts what a green exit code might hide. */
import { expect, test } from "vitest";
import { countRun } from "./reporter.ts";

const file = (state: "passed" | "failed", passed: number, failed: number) => ({
  state: () => state,
  children: { allTests: (wanted: string) => Array(wanted === "passed" ? passed : failed).fill(0) },
});

test("tests are counted, not files", () => {
  expect(countRun([file("passed", 3, 0), file("failed", 1, 2)], 0)).toEqual({
    ...{ passed: 4, failed: 2 },
  });
});

test("a file that fell over before its first test is a failure", () => {
  expect(countRun([file("failed", 0, 0)], 0)).toEqual({ passed: 0, failed: 1 });
});

test("an error outside of all tests is a failure", () => {
  expect(countRun([file("passed", 5, 0)], 1)).toEqual({ passed: 5, failed: 1 });
});

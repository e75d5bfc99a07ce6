/** One number on several rows of a file. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { withoutRepeats } from "./import-repeats.ts";

type Row = { readonly line: number; readonly number: string; readonly fact: string };
const unrepeat = (rows: readonly Row[]) =>
  withoutRepeats(
    rows,
    ({ number }) => number,
    ({ fact }) => fact,
  );
const letters = fc.constantFrom("a", "b", "c");
const anyRows = fc
  .array(fc.tuple(letters, letters), { maxLength: 8 })
  .map((pairs) => pairs.map(([number, fact], at): Row => ({ line: at + 2, number, fact })));

test("each number is taken once or not at all, and every row is accounted for", () => {
  holds(anyRows, (rows) => {
    const { rows: good, repeated, problems } = unrepeat(rows);
    const numbers = good.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(good.length + repeated + problems.length).toBe(rows.length);
    for (const { line } of problems) expect(good.map((row) => row.line)).not.toContain(line);
  });
});

test("rows that say the same count once, those that differ not at all", () => {
  const row = (line: number, number: string, fact: string): Row => ({ line, number, fact });
  const judged = unrepeat([row(2, "A", "x"), row(3, "A", "x"), row(4, "B", "x"), row(5, "B", "y")]);
  expect(judged.rows.map(({ line }) => line)).toEqual([2]);
  expect(judged.notes).toMatchObject([{ line: 3, code: "row_repeated", otherLine: 2 }]);
  expect(judged.problems).toMatchObject([
    { line: 4, code: "number_repeated", number: "B", otherLine: 5 },
    { line: 5, code: "number_repeated", number: "B", otherLine: 4 },
  ]);
});

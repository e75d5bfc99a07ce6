/** Problems and notes of a whole row have no column. */
import { expect, test } from "vitest";
import { noteOn, rowProblem } from "./import-problem.ts";

test("a problem on a line, a note on the file", () => {
  expect(rowProblem(7, { code: "amount_is_zero" })).toEqual({
    line: 7,
    column: null,
    heading: null,
    code: "amount_is_zero",
  });
  expect(noteOn(null, { code: "title_lines_skipped", count: 2 })).toMatchObject({
    line: null,
    count: 2,
  });
});

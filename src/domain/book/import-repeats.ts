/** Rows of one file that carry the same number. */
import { type Note, noteOn, type Problem, rowProblem } from "./import-problem.ts";

export type Unrepeated<Row> = {
  readonly rows: readonly Row[];
  readonly repeated: number;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
};

/**
 * Rows that say the same under one number count once. When they differ, none is taken: which of
 * them is right is for a person to say, not for the order of the file.
 */
export function withoutRepeats<Row extends { readonly line: number }>(
  rows: readonly Row[],
  numberOf: (row: Row) => string,
  factsOf: (row: Row) => string,
): Unrepeated<Row> {
  const groups = Map.groupBy(rows, numberOf);
  if (groups.size === rows.length) {
    return { rows, repeated: 0, problems: [], notes: [] };
  }
  const good: Row[] = [];
  const problems: Problem[] = [];
  const notes: Note[] = [];
  let repeated = 0;
  for (const [number, group] of groups) {
    const [first, ...others] = group as [Row, ...Row[]];
    if (others.every((row) => factsOf(row) === factsOf(first))) {
      good.push(first);
      repeated += others.length;
      for (const { line } of others) {
        notes.push(noteOn(line, { code: "row_repeated", otherLine: first.line }));
      }
      continue;
    }
    problems.push(...repeatProblems(number, first, others));
  }
  return { rows: good, repeated, problems, notes };
}

function repeatProblems<Row extends { readonly line: number }>(
  number: string,
  first: Row,
  others: readonly Row[],
): readonly Problem[] {
  const [second = first] = others;
  const problem = (line: number, otherLine: number) =>
    rowProblem(line, { code: "number_repeated", number, otherLine });
  return [problem(first.line, second.line), ...others.map(({ line }) => problem(line, first.line))];
}

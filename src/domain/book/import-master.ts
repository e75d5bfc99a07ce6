/** Judges rows of master records (customers, contacts, contracts): new, the same, or changed. */
import type { Compared } from "./import-facts.ts";
import { type Problem, rowProblem } from "./import-problem.ts";

export type JudgedMaster<Row, Stored> = {
  readonly created: readonly Row[];
  readonly changed: readonly Stored[];
  readonly unchanged: number;
  readonly problems: readonly Problem[];
};

/**
 * A changed row is refused with both values, unless the person said that the file is right
 * (`update`): then the book takes what the file tells.
 */
export function judgeMaster<Row extends { readonly line: number }, Stored>(
  rows: readonly Row[],
  find: (row: Row) => Stored | undefined,
  compare: (row: Row, before: Stored) => Compared<Stored>,
  update: boolean,
): JudgedMaster<Row, Stored> {
  const created: Row[] = [];
  const changed: Stored[] = [];
  const problems: Problem[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const before = find(row);
    if (before === undefined) {
      created.push(row);
      continue;
    }
    const compared = compare(row, before);
    if (compared.verdict === "unchanged") unchanged += 1;
    else if (update) changed.push(compared.after);
    else problems.push(rowProblem(row.line, compared.change));
  }
  return { created, changed, unchanged, problems };
}

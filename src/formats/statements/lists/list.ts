/** A bank's list as it stands in a file: rows under a header, titles above it, notes below. */
import type { Table } from "../../tables/table.ts";

export type List = Table & {
  /** Rows that hold a formula; 0 where the place is not known. */
  readonly formulaLines: readonly number[];
  /** The text ends without a line end, so that its last row may be cut. */
  readonly endsOpen: boolean;
};

/** Why no list could be got out of a file, and where. */
export type ListProblem = {
  readonly line: number | null;
  readonly problem: "cut_off" | "not_text" | "structure" | "forbidden" | "too_deep" | "locked";
};

/** What an import did, or would do: counts, sums, and everything a person must see before. */
import type { PlainDate } from "../values/calendar.ts";
import type { ImportId } from "../values/ids.ts";
import { amountText, type Money, totalsByCurrency } from "../values/money.ts";
import type { UnknownCustomer } from "./customer-match.ts";
import type { Note, Problem } from "./import-problem.ts";
import type { FileColumn, FileRows, ImportKind, KnownField } from "./import-row.ts";

/** An amount as JSON keeps it. */
export type WrittenMoney = { readonly amount: string; readonly currency: string };

export const written = (amount: Money): WrittenMoney => ({
  amount: amountText(amount),
  currency: amount.currency,
});

/** An item that a snapshot changes (the file has another open amount) or closes (it is missing). */
export type Difference = {
  readonly kind: "changed" | "closed";
  readonly line: number | null;
  readonly number: string;
  readonly customer: string;
  readonly before: WrittenMoney;
  readonly after: WrittenMoney;
};

export type ImportCounts = {
  readonly rows: number;
  readonly good: number;
  readonly refused: number;
  readonly duplicates: number;
  readonly created: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly closed: number;
  readonly customersCreated: number;
};

/** What judging and storing the rows gave; the reading of the file adds the rest. */
export type ImportOutcome = {
  readonly counts: Omit<ImportCounts, "rows">;
  readonly sums: readonly WrittenMoney[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly differences: readonly Difference[];
  readonly customersCreated: readonly UnknownCustomer[];
  /** Null when nothing was stored: a preview, or a file that changes nothing. */
  readonly stored: ImportId | null;
};

export type ImportReport = Omit<ImportOutcome, "counts"> & {
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sheet: string | null;
  readonly headerLine: number;
  readonly columns: readonly FileColumn[];
  readonly fields: readonly KnownField[];
  readonly firstRows: FileRows<unknown>["firstRows"];
  readonly counts: ImportCounts;
  readonly snapshot: PlainDate | null;
  /** Whether it can be stored: as it is, or with `partial` when rows are refused. */
  readonly storable: boolean;
};

/** Problems and notes of reading and judging, in the order of the file. */
export const inFileOrder = <One extends { readonly line: number | null }>(
  ones: readonly One[],
): readonly One[] => ones.toSorted((left, right) => (left.line ?? 0) - (right.line ?? 0));

/** What judging gave, before it is counted. */
export type Judged = {
  readonly created: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly repeated: number;
  readonly amounts: Iterable<Money>;
  readonly problems: readonly Problem[];
  readonly notes: readonly Note[];
  readonly differences: readonly Difference[];
  readonly customersCreated: readonly UnknownCustomer[];
};

/** Counts what judging gave. `refused` are the rows that the reading refused already. */
export function outcomeOf(judged: Judged, refused: number, stored: ImportId | null): ImportOutcome {
  const { created, unchanged, problems, notes, differences, customersCreated } = judged;
  const closed = differences.filter(({ kind }) => kind === "closed").length;
  return {
    counts: {
      good: created + unchanged + judged.changed,
      refused: refused + new Set(problems.map(({ line }) => line)).size,
      duplicates: judged.repeated,
      created,
      unchanged,
      changed: judged.changed,
      closed,
      customersCreated: customersCreated.length,
    },
    sums: totalsByCurrency(judged.amounts).map(written),
    problems,
    notes,
    differences,
    customersCreated,
    stored,
  };
}

/** Whether anything of the outcome changes the book. */
export const changesBook = ({
  created,
  changed,
  closed,
  customersCreated,
}: ImportOutcome["counts"]) => created + changed + closed + customersCreated > 0;

/** The reading of a file and the judgement of its rows as one report. */
export function reportOf(
  kind: ImportKind,
  fileName: string,
  file: FileRows<unknown>,
  outcome: ImportOutcome,
  options: { readonly partial: boolean; readonly snapshotOn: PlainDate | null },
): ImportReport {
  const counts = {
    ...outcome.counts,
    rows: file.read,
    duplicates: file.duplicates + outcome.counts.duplicates,
  };
  const problems = [...file.problems, ...outcome.problems.map((one) => placed(one, file.columns))];
  const refused = problems.length > 0;
  return {
    ...outcome,
    kind,
    fileName,
    sheet: file.sheet,
    headerLine: file.headerLine,
    columns: file.columns,
    fields: file.fields,
    firstRows: file.firstRows,
    problems: inFileOrder(problems),
    notes: inFileOrder([...file.notes, ...outcome.notes]),
    counts,
    snapshot: options.snapshotOn,
    storable: !refused || (options.partial && counts.good > 0),
  };
}

/** Problems that judging finds, and the field to blame: judging knows rows, not columns. */
const BLAMED: Readonly<Record<string, string>> = {
  number_repeated: "number",
  due_day_missing: "due_on",
  settled_in_future: "settled_on",
  received_in_future: "received_on",
  customer_unknown: "customer_number",
  customer_name_ambiguous: "customer_name",
  invoice_unknown: "invoice_number",
  invoice_of_other_customer: "invoice_number",
  invoice_in_other_currency: "invoice_number",
};

function placed(problem: Problem, columns: readonly FileColumn[]): Problem {
  const field = problem.code === "row_changed" ? problem.field : BLAMED[problem.code];
  const column =
    columns.find((one) => one.field === field) ??
    columns.find((one) => field === "customer_number" && one.field === "customer_name");
  if (column === undefined) return problem;
  return { ...problem, column: column.letter, heading: column.heading };
}

/** Compares what a row says about something known with what the book says. */
import type { RowRefusal } from "./import-problem.ts";

/** A field of the file, the key under which row and book have it, and how it reads as text. */
export type ComparedField<Key extends string> = readonly [field: string, key: Key];

type Facts<Key extends string> = Readonly<Record<Key, unknown>>;

export type Compared<After> =
  | { readonly verdict: "unchanged" }
  | { readonly verdict: "changed"; readonly after: After; readonly change: RowRefusal };

/**
 * Columns the file lacks, and cells left empty, change nothing: an empty cell is no statement. The
 * first difference is named, with both values.
 */
export function compareFacts<Key extends string, Before extends Facts<Key>>(
  number: string,
  fields: readonly ComparedField<Key>[],
  row: Facts<Key>,
  before: Before,
): Compared<Before> {
  const differing = fields.filter(
    ([, key]) => isTold(row[key]) && factText(row[key]) !== factText(before[key]),
  );
  const [first] = differing;
  if (first === undefined) return { verdict: "unchanged" };
  const [field, key] = first;
  const book = factText(before[key]);
  const change = { code: "row_changed", number, field, book, file: factText(row[key]) } as const;
  const told = Object.fromEntries(differing.map(([, one]) => [one, row[one]]));
  return { verdict: "changed", after: { ...before, ...told }, change };
}

const isTold = (value: unknown): boolean => value !== null && value !== undefined;

/** A value as a person reads it: a rate as its parts per billion and period. */
function factText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value);
  return Object.values(value).map(String).join(" / ");
}

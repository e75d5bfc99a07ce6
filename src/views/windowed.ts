/** A window of a long list: its rows, and where the next window begins. */
import { cursorOf, type Mark } from "./cursor.ts";

export type Window<Row> = { readonly rows: readonly Row[]; readonly next: string | null };

/** `found` has one row more than `size` where the list goes on. */
export function windowOf<Row extends { readonly id: string }>(
  found: readonly Row[],
  size: number,
  keyOf: (row: Row) => Mark["key"],
): Window<Row> {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  const goesOn = found.length > rows.length && last !== undefined;
  return { rows, next: goesOn ? cursorOf({ key: keyOf(last), id: last.id }) : null };
}

/** What a cursor's key looks like in lists by day, and by moment. */
export const DAY_KEY = /^\d{4}-\d\d-\d\d$/;
export const MOMENT_KEY = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** What a rule says of an act, as a button takes it. */
export const verdict = <Refusal>(
  judged: { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal },
): true | Refusal => (judged.ok ? true : judged.refusal);

/** The rules ask for a reason; whether there is one, the form knows. */
export const SOME_REASON = "-";

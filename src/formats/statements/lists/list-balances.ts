/** Opening and closing balance of a list that shows the balance after each row. */
import type { PlainDate } from "../../../domain/values/calendar.ts";
import { type Currency, type Money, money } from "../../../domain/values/money.ts";

/** A row's amount and the balance after it. */
export type BalancedRow = {
  readonly bookedOn: PlainDate;
  readonly amount: Money;
  readonly balance: Money;
};

export type Chain = {
  readonly opening: Money;
  readonly closing: Money;
  /** Every row follows another one; false where a row is missing or a balance is wrong. */
  readonly unbroken: boolean;
};

/**
 * Each row leads from the balance before it to the balance after it. If the rows make one way from
 * a first balance to a last, those are opening and closing, in whichever order the rows stand. If
 * they don't, the first and the last row of the file tell, and the sum will show the difference.
 */
export function chainOf(rows: readonly BalancedRow[], unit: Currency): Chain | null {
  const [first] = rows;
  if (first === undefined) return null;
  const ends = endsOf(rows);
  if (ends !== null) {
    return { opening: money(ends.from, unit), closing: money(ends.to, unit), unbroken: true };
  }
  const inTime = isNewestFirst(rows) ? rows.toReversed() : rows;
  const [oldest = first, newest = first] = [inTime[0], inTime.at(-1)];
  return { opening: money(before(oldest), unit), closing: newest.balance, unbroken: false };
}

const before = ({ amount, balance }: BalancedRow): bigint => balance.minor - amount.minor;

/** The balance that is left but never reached, and the one reached but never left. */
function endsOf(rows: readonly BalancedRow[]): { from: bigint; to: bigint } | null {
  const left = new Map<bigint, number>();
  const count = (at: bigint, by: number) => left.set(at, (left.get(at) ?? 0) + by);
  for (const row of rows) {
    count(before(row), 1);
    count(row.balance.minor, -1);
  }
  const open = [...left].filter(([, times]) => times !== 0);
  const [start] = open.filter(([, times]) => times > 0);
  const [end] = open.filter(([, times]) => times < 0);
  if (open.length === 0) return roundTrip(rows);
  const single = open.length === 2 && start?.[1] === 1 && end?.[1] === -1;
  return single ? { from: start[0], to: end[0] } : null;
}

/** All money that came went again: the list begins and ends at the same balance. */
function roundTrip(rows: readonly BalancedRow[]): { from: bigint; to: bigint } | null {
  const oldest = isNewestFirst(rows) ? rows.at(-1) : rows[0];
  return oldest === undefined ? null : { from: before(oldest), to: before(oldest) };
}

/** By how rows follow one another, else by their days. */
export function isNewestFirst(rows: readonly BalancedRow[]): boolean {
  let [falling, rising] = [0, 0];
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1];
    if (next === undefined) break;
    if (before(next) === row.balance.minor) rising += 1;
    if (before(row) === next.balance.minor) falling += 1;
  }
  if (falling !== rising) return falling > rising;
  const [first, last] = [rows[0], rows.at(-1)];
  return first !== undefined && last !== undefined && first.bookedOn > last.bookedOn;
}

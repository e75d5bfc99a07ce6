/** Instalments followed up: what of each is settled, which are missed, when to look again. */
import { addDays, daysBetween, type PlainDate } from "../values/calendar.ts";
import { assert } from "../values/result.ts";

export type InstalmentState = "open" | "partially_paid" | "paid" | "missed" | "void";

/** Amounts in minor units of the plan's currency. */
export type InstalmentRow = {
  readonly place: number;
  readonly dueOn: PlainDate;
  readonly amount: bigint;
  readonly interest: bigint;
  readonly settled: bigint;
  readonly state: InstalmentState;
  readonly paidOn: PlainDate | null;
  /** The day on which it was found missed; stays when it is paid later. */
  readonly missedOn: PlainDate | null;
  readonly remindedOn: PlainDate | null;
};

export type Settled = {
  /** Money that settled the plan's items since it was made, and its own interest. */
  readonly money: bigint;
  /** Credit memos and what was given up: lowers what is to be paid, from the last part back. */
  readonly reduced: bigint;
};

export type FollowUp = { readonly graceDays: number; readonly remindDays: number };

export type JudgedPlan = {
  readonly instalments: readonly InstalmentRow[];
  /** Newly missed today, newly to be reminded of. */
  readonly missed: readonly InstalmentRow[];
  readonly due: readonly InstalmentRow[];
  /** All that were ever missed. */
  readonly missedCount: number;
  readonly fulfilled: boolean;
  /** Not settled yet of parts whose day has passed. */
  readonly late: bigint;
  readonly open: bigint;
  /** The next day on which one may have to be reminded of or missed; null: none. */
  readonly judgeOn: PlainDate | null;
};

const wholeOf = ({ amount, interest }: InstalmentRow): bigint => amount + interest;

/**
 * What settles each part: money the oldest first, as the debtor owes them in that order; what was
 * reduced the last first, since a credit memo is no payment and must not excuse the next one.
 */
function spread(rows: readonly InstalmentRow[], { money, reduced }: Settled): readonly bigint[] {
  const settled = rows.map(() => 0n);
  let off = reduced;
  for (const [back, row] of [...rows.entries()].toReversed()) {
    const part = off < wholeOf(row) ? off : wholeOf(row);
    settled[back] = part;
    off -= part;
  }
  let left = money;
  for (const [at, row] of rows.entries()) {
    const already = settled[at] ?? 0n;
    const part = left < wholeOf(row) - already ? left : wholeOf(row) - already;
    settled[at] = already + part;
    left -= part;
  }
  return settled;
}

function judgeOne(
  row: InstalmentRow,
  settled: bigint,
  { graceDays }: FollowUp,
  today: PlainDate,
): InstalmentRow {
  if (row.state === "void") return row;
  const whole = wholeOf(row);
  assert(settled >= 0n && settled <= whole, "an instalment is settled for at most what it is");
  if (settled === whole) {
    return { ...row, settled, state: "paid", paidOn: row.paidOn ?? today };
  }
  const missed = today > addDays(row.dueOn, graceDays);
  const missedOn = row.missedOn ?? (missed ? today : null);
  const state = missed ? "missed" : settled > 0n ? "partially_paid" : "open";
  return { ...row, settled, state, paidOn: null, missedOn };
}

const isOpen = ({ state }: InstalmentRow) => state !== "paid" && state !== "void";

/** The day on which an open part asks for something again. */
function nextOf(row: InstalmentRow, follow: FollowUp, today: PlainDate): PlainDate | null {
  if (!isOpen(row)) return null;
  const days = [
    ...(row.remindedOn === null && follow.remindDays > 0
      ? [addDays(row.dueOn, -follow.remindDays)]
      : []),
    ...(row.missedOn === null ? [addDays(row.dueOn, follow.graceDays + 1)] : []),
  ].filter((day) => day > today);
  return days.toSorted()[0] ?? null;
}

/** A reminder is due from some days before its day until that day has passed. */
const isToRemind = (row: InstalmentRow, { remindDays }: FollowUp, today: PlainDate): boolean =>
  remindDays > 0 &&
  isOpen(row) &&
  row.remindedOn === null &&
  today >= addDays(row.dueOn, -remindDays) &&
  today <= row.dueOn;

/**
 * Judges a plan's instalments on a day from what settled its items. A pure function of the facts,
 * so that money which comes back takes back what it paid. A part is missed when its day and the
 * grace have passed; that it was missed stays known when it is paid later.
 */
export function judgeInstalments(
  rows: readonly InstalmentRow[],
  settled: Settled,
  follow: FollowUp,
  today: PlainDate,
): JudgedPlan {
  const parts = spread(rows, settled);
  const judged = rows.map((row, at) => judgeOne(row, parts[at] ?? 0n, follow, today));
  const missed = judged.filter((row, at) => row.missedOn !== null && rows[at]?.missedOn === null);
  const due = judged.filter((row) => isToRemind(row, follow, today));
  const reminded = new Set(due.map(({ place }) => place));
  const instalments = judged.map((row) =>
    reminded.has(row.place) ? { ...row, remindedOn: today } : row,
  );
  const open = (some: readonly InstalmentRow[]) =>
    some.filter(isOpen).reduce((sum, row) => sum + wholeOf(row) - row.settled, 0n);
  const days = instalments.flatMap((row) => nextOf(row, follow, today) ?? []);
  return {
    instalments,
    missed,
    due,
    missedCount: judged.filter(({ missedOn }) => missedOn !== null).length,
    fulfilled: judged.every((row) => !isOpen(row)),
    late: open(judged.filter(({ dueOn }) => daysBetween(dueOn, today) > 0)),
    open: open(judged),
    judgeOn: days.toSorted()[0] ?? null,
  };
}

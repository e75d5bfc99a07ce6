/** Today: what waits for a person, the most urgent first, and whom to call back. */
import { largestOverdue, type Priority, priorityOf } from "../domain/desk/worklist.ts";
import { addDays, type Instant, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { isPositive, type Money, money } from "../domain/values/money.ts";
import { assert } from "../domain/values/result.ts";
import { listCustomerSums } from "../store/customer-rows.ts";
import { findLastRun } from "../store/day-runs.ts";
import { listPlanRowsById, type PlanRow } from "../store/plan-rows.ts";
import {
  listDoneWork,
  listFollowUps,
  listOpenWork,
  listPromisedFor,
  type WorkRow,
} from "../store/work-rows.ts";
import type { Sight } from "./look.ts";
import { briefOf, verbsOf } from "./plan-line.ts";
import { loadPolicy, type StepNames, stepNames } from "./policy-in-force.ts";
import { viewTodayMoney } from "./today-money.ts";

export type TodayAsked = {
  readonly show: "to_do" | "done";
  readonly track?: PlanRow["track"] | undefined;
  readonly offset: number;
  readonly size: number;
};

type Owed = { readonly overdue: readonly Money[]; readonly oldestDays: number };
type Ranked = { readonly work: WorkRow; readonly owed: Owed; readonly priority: Priority };

const NOTHING: Owed = { overdue: [], oldestDays: 0 };

/** A moment surely before the business day began, wherever the creditor is. */
const startOf = (day: PlainDate): Instant => `${addDays(day, -1)}T10:00:00.000Z` as Instant;

/** The day's list in a window, its counts, and the call-backs that are due. */
export async function viewToday(sight: Sight, { show, track, offset, size }: TodayAsked) {
  const { tx, creditor, today } = sight;
  const open = await listOpenWork(tx, creditor.id);
  const done = await listDoneWork(tx, creditor.id, startOf(today));
  const shown = (show === "done" ? done : open).filter((row) => !track || row.track === track);
  const ranked = rank(shown, await loadOwed(sight, shown));
  const followUps = await listFollowUps(tx, creditor.id, today);
  const promised = await listPromisedFor(tx, creditor.id, today);
  const names = stepNames(await loadPolicy(tx, creditor.id));
  const window = ranked.slice(offset, offset + size);
  const waiting = await viewTodayMoney(sight);
  return {
    day: today,
    counts: {
      toDo: open.length,
      done: done.length,
      tasks: open.filter((row) => row.track === "task").length,
      lettersWaiting: open.filter((row) => row.track !== "task").length,
      followUps: followUps.length,
      returned: waiting.returned.length,
      bills: waiting.bills.length,
    },
    ...waiting,
    promisedToday: promised.map(({ currency, amount }) => money(amount, currency)),
    planned: (await findLastRun(tx, creditor.id))?.day === today,
    total: ranked.length,
    lines: await shownLines(sight, names, window),
    followUps: followUps.map(({ followUpOn, outcome, said, ...customer }) => ({
      customer,
      followUpOn,
      outcome,
      said,
    })),
  };
}

/** What each listed customer owes past due, and for how long. */
async function loadOwed(
  { tx, creditor, today }: Sight,
  shown: readonly WorkRow[],
): Promise<ReadonlyMap<CustomerId, Owed>> {
  const customers = [...new Set(shown.map(({ customer }) => customer))];
  const sums = await listCustomerSums(tx, creditor.id, customers, today);
  const owed = new Map<CustomerId, Owed>();
  for (const { customer, currency, overdue, oldestDays } of sums) {
    const before = owed.get(customer) ?? NOTHING;
    owed.set(customer, {
      overdue: [...before.overdue, money(overdue, currency)].filter(isPositive),
      oldestDays: Math.max(before.oldestDays, oldestDays ?? 0),
    });
  }
  return owed;
}

function rank(shown: readonly WorkRow[], owed: ReadonlyMap<CustomerId, Owed>): readonly Ranked[] {
  const found = shown.map((work) => ({ work, owed: owed.get(work.customer) ?? NOTHING }));
  const lines = found.map((one) => ({ ...one.work, ...one.owed }));
  const largest = largestOverdue(lines);
  return found
    .map((one) => ({ ...one, priority: priorityOf({ ...one.work, ...one.owed }, largest) }))
    .sort(mostUrgentFirst);
}

/** The same customer's lines stay together where their points are equal. */
function mostUrgentFirst(left: Ranked, right: Ranked): number {
  const points = right.priority.points - left.priority.points;
  if (points !== 0) return points;
  const [leftKey, rightKey] = [left.work, right.work].map(({ customer, id }) => customer + id);
  return (leftKey ?? "") < (rightKey ?? "") ? -1 : 1;
}

async function shownLines(sight: Sight, names: StepNames, window: readonly Ranked[]) {
  const ids = window.map(({ work }) => work.id);
  const found = await listPlanRowsById(sight.tx, sight.creditor.id, ids);
  const rows = new Map(found.map((row) => [row.id, row]));
  return window.map(({ work, owed, priority }) => {
    const row = rows.get(work.id);
    assert(row !== undefined, "a line that was listed is found again in the same transaction");
    return shownLine(sight, names, row, owed, priority);
  });
}

function shownLine(sight: Sight, names: StepNames, row: PlanRow, owed: Owed, priority: Priority) {
  const { release, drop, logOutcome } = verbsOf(sight, row);
  return {
    id: row.id,
    day: row.day,
    customer: briefOf(row),
    track: row.track,
    stage: row.stage,
    step: row.step,
    name: names(row.step),
    channel: row.channel,
    by: row.releasedBy,
    state: row.state,
    itemCount: row.items.length,
    chased: row.totals,
    overdue: owed.overdue,
    oldestDays: owed.oldestDays,
    because: row.because,
    priority,
    leftOver: row.day < sight.today,
    can: { release, drop, logOutcome },
  };
}

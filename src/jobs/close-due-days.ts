/** Closes the day of each creditor that is live, once its morning has come. */
import { closeDay, type DayClosed } from "../actions/close-day.ts";
import type { CloseDayRefusal } from "../actions/day-frame.ts";
import { businessDayOf, type Desk, perform } from "../actions/perform.ts";
import { runMatch } from "../actions/run-match.ts";
import { hourAt } from "../domain/values/calendar.ts";
import type { Result } from "../domain/values/result.ts";
import { hasBegun, isDayClosed } from "../views/day-plan.ts";

/** The hour in the creditor's own time zone from which its day is closed. */
const MORNING = 6;

export type DueDesk = { readonly desk: Desk; readonly timeZone: string; readonly live: boolean };

/**
 * A creditor's first plan is made by a person, and nothing goes on by itself until a person has
 * released or dropped a first line of it; from then on each day is closed by itself. Gives what was
 * closed, for the log.
 */
export async function closeDueDays(
  desks: readonly DueDesk[],
): Promise<readonly Result<DayClosed, CloseDayRefusal>[]> {
  const closed: Result<DayClosed, CloseDayRefusal>[] = [];
  for (const { desk, timeZone, live } of desks) {
    if (!live || hourAt(desk.clock.now(), timeZone) < MORNING) continue;
    if (!(await hasBegun(desk.database, desk.creditorId))) continue;
    const day = await businessDayOf(desk);
    if (day === null || (await isDayClosed(desk.database, desk.creditorId, day))) continue;
    // What can be settled since yesterday's invoices came is settled before anybody is chased.
    await perform(desk, runMatch, null);
    closed.push(await closeDay(desk));
  }
  return closed;
}

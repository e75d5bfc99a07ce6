/** What judging conduct needs: the clocks, working days and rules of a creditor, and the moment. */
import { supervises } from "../domain/desk/contact-conduct.ts";
import {
  type ConductRules,
  hourOf,
  type LocalHour,
  USUAL_CONDUCT,
} from "../domain/strategy/conduct-hours.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import {
  businessDay,
  type Instant,
  type PlainDate,
  type WorkCalendar,
} from "../domain/values/calendar.ts";
import { clockAt } from "../domain/values/local-time.ts";
import { assert } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor } from "../store/creditors.ts";
import { findPolicy } from "../store/policies.ts";
import type { Context } from "./action.ts";

export type ConductDesk = {
  readonly timeZone: string;
  readonly calendar: WorkCalendar;
  readonly rules: ConductRules;
};

/** The rules in force; the usual ones where no policy is published, or none that can be read. */
export async function loadConduct({ tx, creditorId }: Context): Promise<ConductDesk> {
  const creditor = await findCreditor(tx, creditorId);
  assert(creditor !== null, "an action is of a creditor that exists");
  const stored = await findPolicy(tx, creditorId);
  const parsed = stored === null ? null : parsePolicy(stored.body);
  return {
    timeZone: creditor.timeZone,
    calendar: await loadCalendar(tx, creditor.country),
    rules: parsed?.ok ? parsed.value.conduct : USUAL_CONDUCT,
  };
}

/** `time` is `HH:MM` of the creditor's clocks. */
export type LocalTime = LocalHour & { readonly time: string };

/** The day and hour of a moment; null: of now, on the desk's business day. */
export function localTime(
  { today, now }: { readonly today: PlainDate; readonly now: Instant },
  { timeZone }: ConductDesk,
  at: Instant | null,
): LocalTime {
  const time = clockAt(at ?? now, timeZone);
  return { day: at === null ? today : businessDay(at, timeZone), time, hour: hourOf(time) };
}

/** A senior's reason for one call more than the day's limit; null from anybody else. */
export const supervised = ({ actor }: Context, reason: string | null) =>
  reason !== null && supervises(actor.decidesAs) ? { reason } : null;

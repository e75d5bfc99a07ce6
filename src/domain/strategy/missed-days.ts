/** Days that nobody closed: caught up by one run, and said so. */
import { addDays, daysBetween, type PlainDate } from "../values/calendar.ts";

/** The first day between the last one closed and this one; null when none lies between them. */
export const firstMissedDay = (lastClosed: PlainDate | null, day: PlainDate): PlainDate | null =>
  lastClosed !== null && daysBetween(lastClosed, day) > 1 ? addDays(lastClosed, 1) : null;

/** Moments as clocks of a time zone show them: from a day and an hour to the instant. */
import type { Instant, PlainDate } from "./calendar.ts";

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    ...{ year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
  });
  CLOCKS.set(timeZone, made);
  return made;
}

/** What clocks there show at a moment, as if it were UTC; milliseconds since 1970. */
function shownAt(millisecond: number, timeZone: string): number {
  const parts = new Map<string, number>(
    clockOf(timeZone)
      .formatToParts(new Date(millisecond))
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/**
 * The moment at which clocks of a time zone show this day and `HH:MM`. Of an hour that is shown
 * twice the first; of one that is skipped when clocks go forward, an hour earlier.
 */
export function instantAt(day: PlainDate, clock: string, timeZone: string): Instant {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  const early = wanted - 86_400_000;
  const before = wanted - (shownAt(early, timeZone) - early);
  const after = wanted - (shownAt(before, timeZone) - before);
  const found = shownAt(before, timeZone) === wanted ? before : after;
  return new Date(found).toISOString() as Instant;
}

/** `HH:MM` as clocks of a time zone show it at a moment. */
export const clockAt = (at: Instant, timeZone: string): string =>
  new Date(shownAt(Date.parse(at), timeZone)).toISOString().slice(11, 16);

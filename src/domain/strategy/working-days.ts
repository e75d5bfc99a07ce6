/** Working days as numbers: a calendar counted in days since 1970, for plans over many items. */
import { epochDay, type WorkCalendar } from "../values/calendar.ts";

/** Days are counted from 1970-01-01; the answers are those of `calendar.ts`, without its texts. */
export type DayCount = {
  readonly isWorking: (day: number) => boolean;
  /** The n-th working day after (n > 0) or before (n < 0) a day; the day itself for 0. */
  readonly plusWorking: (day: number, days: number) => number;
  /** The first working day after a day. */
  readonly nextWorking: (day: number) => number;
};

/** More working days than a trigger ever counts, both ways. */
const WIDEST = 20_000;

const counted = new WeakMap<WorkCalendar, DayCount>();

function count(calendar: WorkCalendar): DayCount {
  const exceptions = new Map<number, boolean>();
  for (const [day, kind] of calendar.exceptions) exceptions.set(epochDay(day), kind === "work");
  // 1970-01-01 was a Thursday: day 2 was a Saturday, day 3 a Sunday
  const isWorking = (day: number): boolean =>
    exceptions.get(day) ?? ((((day + 4) % 7) + 7) % 7) % 6 !== 0;
  const walk = (day: number, days: number): number => {
    const step = days < 0 ? -1 : 1;
    let at = day;
    for (let left = Math.abs(days); left > 0; ) {
      at += step;
      if (isWorking(at)) left -= 1;
    }
    return at;
  };
  // many items share few due days: each is walked once
  const walked = new Map<number, number>();
  const plusWorking = (day: number, days: number): number => {
    const key = day * WIDEST + days;
    const known = walked.get(key);
    if (known !== undefined) return known;
    const found = walk(day, days);
    walked.set(key, found);
    return found;
  };
  return { isWorking, plusWorking, nextWorking: (day) => plusWorking(day, 1) };
}

/** The calendar counted once: a run plans thousands of customers with the same one. */
export function dayCountOf(calendar: WorkCalendar): DayCount {
  const known = counted.get(calendar);
  if (known !== undefined) return known;
  const fresh = count(calendar);
  counted.set(calendar, fresh);
  return fresh;
}

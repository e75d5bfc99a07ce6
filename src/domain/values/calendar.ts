/** Plain days and working days. A day is the text `2026-03-31`; ranges are `[from, until)`. */
import type { Brand } from "./brand.ts";
import { assert, ok, type Result, refuse } from "./result.ts";

export type PlainDate = Brand<string, "PlainDate">;
/** A moment on the world's clock, ISO 8601 with Z: only for audit and delivery. */
export type Instant = Brand<string, "Instant">;

export type DayRefusal = { readonly code: "day_does_not_exist"; readonly text: string };

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  const days = MONTH_DAYS[month - 1];
  assert(days !== undefined, `${month} is a month`);
  return month === 2 && isLeapYear(year) ? 29 : days;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function dayText(year: number, month: number, day: number): PlainDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** The day of these numbers, refused when there is none (2026-02-30). Years 1900 to 2199. */
export function dayOf(year: number, month: number, day: number): Result<PlainDate, DayRefusal> {
  const text = `${year}-${month}-${day}`;
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) {
    return refuse({ code: "day_does_not_exist", text });
  }
  if (day > daysInMonth(year, month)) return refuse({ code: "day_does_not_exist", text });
  return ok(dayText(year, month, day));
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function parsePlainDate(text: string): Result<PlainDate, DayRefusal> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return refuse({ code: "day_does_not_exist", text });
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** For literals in code and tests: an impossible day is a bug. */
export function plainDate(text: string): PlainDate {
  const parsed = parsePlainDate(text);
  assert(parsed.ok, `${text} is a day`);
  return parsed.value;
}

/** Days since 1970-01-01 (negative before). Howard Hinnant's `days_from_civil`. */
export function epochDay(date: PlainDate): number {
  const month = (date.charCodeAt(5) - 48) * 10 + date.charCodeAt(6) - 48;
  const day = (date.charCodeAt(8) - 48) * 10 + date.charCodeAt(9) - 48;
  const civil = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(civil / 400);
  const yearOfEra = civil - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that many days after 1970-01-01. */
export function fromEpochDay(days: number): PlainDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return dayText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export const addDays = (date: PlainDate, days: number): PlainDate =>
  fromEpochDay(epochDay(date) + days);

/** How many days `until` lies after `from` (negative when before). */
export const daysBetween = (from: PlainDate, until: PlainDate): number =>
  epochDay(until) - epochDay(from);

/** The corresponding day `months` later, or that month's last day (民法典 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayText(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: PlainDate): number => ((((epochDay(date) + 3) % 7) + 7) % 7) + 1;

export const earlier = (left: PlainDate, right: PlainDate): PlainDate =>
  left <= right ? left : right;
export const later = (left: PlainDate, right: PlainDate): PlainDate =>
  left >= right ? left : right;

/** What makes a day differ from its weekday: an official day off, or a make-up working day. */
export type CalendarDay = { readonly day: PlainDate; readonly kind: "off" | "work" };

/**
 * A country's working days. Up to `coveredUntil` (the last day of the last year published) the
 * answer is official; beyond it weekends alone decide and the answer is provisional.
 */
export type WorkCalendar = {
  readonly country: string;
  readonly exceptions: ReadonlyMap<PlainDate, CalendarDay["kind"]>;
  readonly coveredFrom: PlainDate;
  readonly coveredUntil: PlainDate;
};

export function workCalendar(
  country: string,
  days: Iterable<CalendarDay>,
  covered: { readonly from: PlainDate; readonly until: PlainDate },
): WorkCalendar {
  const exceptions = new Map<PlainDate, CalendarDay["kind"]>();
  for (const { day, kind } of days) exceptions.set(day, kind);
  return { country, exceptions, coveredFrom: covered.from, coveredUntil: covered.until };
}

export function isWorkingDay(calendar: WorkCalendar, date: PlainDate): boolean {
  const kind = calendar.exceptions.get(date);
  return kind === undefined ? weekdayOf(date) <= 5 : kind === "work";
}

/** Whether no official arrangement is known for this day: weekends alone decided. */
export const isProvisional = (calendar: WorkCalendar, date: PlainDate): boolean =>
  date > calendar.coveredUntil || date < calendar.coveredFrom;

/** The n-th working day after (n > 0) or before (n < 0) a day; the day itself for 0. */
export function addWorkingDays(calendar: WorkCalendar, date: PlainDate, days: number): PlainDate {
  const step = days < 0 ? -1 : 1;
  let at = epochDay(date);
  for (let left = Math.abs(days); left > 0; ) {
    at += step;
    if (isWorkingDay(calendar, fromEpochDay(at))) left -= 1;
  }
  return fromEpochDay(at);
}

/** The day itself when it is worked, else the next one that is. */
export const workingDayFrom = (calendar: WorkCalendar, date: PlainDate): PlainDate =>
  isWorkingDay(calendar, date) ? date : addWorkingDays(calendar, date, 1);

const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/** The hour, 0 to 23, that clocks in a time zone show at a moment. */
export function hourAt(at: Instant, timeZone: string): number {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" });
  return Number(clock.format(new Date(at)));
}

/** The time of day, `HH:MM`, that clocks in a time zone show at a moment. */
export function timeOfDayAt(at: Instant, timeZone: string): string {
  const minutes = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...minutes }).format(new Date(at));
}

/** The business day at a moment in a time zone such as `Asia/Shanghai`. */
export function businessDay(at: Instant, timeZone: string): PlainDate {
  let clock = CLOCKS.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
    CLOCKS.set(timeZone, clock);
  }
  const parts = clock.formatToParts(new Date(at)).map(({ type, value }) => [type, value]);
  const { year, month, day } = Object.fromEntries(parts);
  return plainDate(`${year}-${month}-${day}`);
}

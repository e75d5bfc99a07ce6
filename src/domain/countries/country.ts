/** What a country brings: its time zone, its currency and the calendar it starts from. */
import type { CalendarDay, PlainDate } from "../values/calendar.ts";
import type { Currency } from "../values/money.ts";

/** One year's arrangement of days off: where it is published, and the day on which we read it. */
export type CalendarSource = {
  readonly year: number;
  readonly source: string;
  readonly verifiedOn: PlainDate;
};

/** What a calendar is seeded from; `from` and `until` are the first and the last day it covers. */
export type HolidaySeed = {
  readonly days: readonly CalendarDay[];
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly sources: readonly CalendarSource[];
};

export type Country = {
  /** ISO 3166-1, two letters. */
  readonly code: string;
  readonly currency: Currency;
  /** Decides which business day it is (IANA name). */
  readonly timeZone: string;
  readonly holidays: HolidaySeed;
};

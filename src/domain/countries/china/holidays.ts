/** China's official days off and make-up working days, as the State Council published them. */
import { addDays, type CalendarDay, plainDate } from "../../values/calendar.ts";
import type { CalendarSource, HolidaySeed } from "../country.ts";

type Arrangement = CalendarSource & {
  /** Blocks of days off, first and last day; weekends inside a block belong to it. */
  readonly off: readonly (readonly [string, string])[];
  /** Weekend days that are worked instead. */
  readonly work: readonly string[];
};

const gov = (text: string): string => `国务院办公厅通知，gov.cn ${text}`;

/**
 * A year not listed here has not been read: it is provisional until an administrator imports it.
 */
const ARRANGEMENTS: readonly Arrangement[] = [
  {
    year: 2025,
    source: gov("content_6986383"),
    verifiedOn: plainDate("2026-11-21"),
    off: [
      ["2025-01-01", "2025-01-01"],
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ],
    work: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  {
    year: 2026,
    source: gov("content_7047091"),
    verifiedOn: plainDate("2026-11-21"),
    off: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    work: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
  },
];

function daysOf({ off, work }: Arrangement): CalendarDay[] {
  const days: CalendarDay[] = work.map((day) => ({ day: plainDate(day), kind: "work" }));
  for (const [first, last] of off) {
    for (let day = plainDate(first); day <= last; day = addDays(day, 1)) {
      days.push({ day, kind: "off" });
    }
  }
  return days.sort((left, right) => (left.day < right.day ? -1 : 1));
}

/** What the product ships knowing; the database's calendar is seeded from it and outgrows it. */
export const chinaHolidays: HolidaySeed = {
  days: ARRANGEMENTS.flatMap(daysOf),
  from: plainDate("2025-01-01"),
  until: plainDate("2026-12-31"),
  sources: ARRANGEMENTS.map(({ year, source, verifiedOn }) => ({ year, source, verifiedOn })),
};

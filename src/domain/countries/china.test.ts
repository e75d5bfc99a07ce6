/** China's calendar: the vectors of the law, and every day of an independent list. */
import chineseDays from "chinese-days";
import { expect, test } from "vitest";
import { coveredDay, day } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import {
  addDays,
  addWorkingDays,
  isProvisional,
  isWorkingDay,
  weekdayOf,
} from "../values/calendar.ts";
import { china, chinaCalendar } from "./china.ts";

const { from, until } = china.holidays;

test.each([
  ["2026-02-13", 3, "2026-02-25", "the Spring Festival lies between"],
  ["2026-09-18", 5, "2026-09-24", "Sunday 20 September is worked"],
  ["2026-09-24", 10, "2026-10-15", "Mid-Autumn and the National Day week lie between"],
  ["2026-03-31", -3, "2026-03-26", "three working days before the quarter's end"],
  ["2025-01-27", 1, "2025-02-05", "the 2025 Spring Festival"],
] as const)("%s and %i working days is %s: %s", (start, count, expected, _why) => {
  const reached = addWorkingDays(chinaCalendar, day(start), count);
  expect(reached).toBe(expected);
  expect(isProvisional(chinaCalendar, reached)).toBe(false);
});

test("sixty calendar days after a delivery are counted without any holiday", () => {
  expect(addDays(day("2026-03-01"), 60)).toBe("2026-04-30");
});

test("every day known agrees with an independent list", () => {
  for (let at = from; at <= until; at = addDays(at, 1)) {
    expect([at, isWorkingDay(chinaCalendar, at)]).toEqual([at, chineseDays.isWorkday(at)]);
  }
});

test("beyond what was published weekends alone decide, and it is said", () => {
  holds(coveredDay, (date) => {
    const beyond = addDays(date, 730);
    expect(isProvisional(chinaCalendar, beyond)).toBe(true);
    expect(isWorkingDay(chinaCalendar, beyond)).toBe(weekdayOf(beyond) <= 5);
  });
  expect(isWorkingDay(chinaCalendar, day("2027-10-01"))).toBe(true);
  expect(isProvisional(chinaCalendar, day("2027-10-01"))).toBe(true);
});

test("China books in CNY and keeps Shanghai's days", () => {
  expect([china.code, china.currency, china.timeZone]).toEqual(["CN", "CNY", "Asia/Shanghai"]);
});

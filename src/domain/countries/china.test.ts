/** China's calendar: the vectors of the law notes, the official counts, and an independent list. */
import chineseDays from "chinese-days";
import { describe, expect, test } from "vitest";
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

const { from, until, days, sources } = china.holidays;

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

describe("the arrangement of a year", () => {
  test.each([2025, 2026])("%i has 248 working days", (year) => {
    let worked = 0;
    for (let at = day(`${year}-01-01`); at <= `${year}-12-31`; at = addDays(at, 1)) {
      if (isWorkingDay(chinaCalendar, at)) worked += 1;
    }
    expect(worked).toBe(248);
  });

  test("lists each day once, in order, within what it covers", () => {
    const listed = days.map((each) => each.day);
    expect(listed).toEqual([...new Set(listed)].sort());
    expect(listed.every((each) => each >= from && each <= until)).toBe(true);
  });

  test("makes only weekend days up by work", () => {
    const worked = days.filter(({ kind }) => kind === "work").map((each) => each.day);
    expect(worked.filter((each) => weekdayOf(each) <= 5)).toEqual([]);
    expect(worked).toContain("2026-09-20");
  });

  test("names its source and when that was read, for each year without a gap", () => {
    expect(sources.map(({ year }) => year)).toEqual([2025, 2026]);
    for (const { source, verifiedOn } of sources) {
      expect(source).toContain("gov.cn content_");
      expect(verifiedOn).toBe("2026-11-21");
    }
  });
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

/** Days agree with the world's own calendar sums; working days with what was published. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyDay, coveredDay, day } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { chinaCalendar } from "../countries/china.ts";
import {
  addDays,
  addMonths,
  addWorkingDays,
  businessDay,
  dayOf,
  daysBetween,
  daysInMonth,
  earlier,
  epochDay,
  fromEpochDay,
  type Instant,
  isLeapYear,
  isProvisional,
  isWorkingDay,
  later,
  parsePlainDate,
  weekdayOf,
  workCalendar,
  workingDayFrom,
} from "./calendar.ts";

const utc = (date: string): Date => new Date(`${date}T00:00:00Z`);
const few = fc.integer({ min: -40, max: 40 });

describe("whatever the day", () => {
  test("sums agree with the platform's own clock", () => {
    holds(anyDay, (date) => {
      expect(epochDay(date)).toBe(utc(date).getTime() / 86_400_000);
      expect(fromEpochDay(epochDay(date))).toBe(date);
      expect(weekdayOf(date)).toBe(utc(date).getUTCDay() || 7);
      expect(parsePlainDate(date)).toEqual({ ok: true, value: date });
    });
  });

  test("text order is day order", () => {
    holds(anyDay, anyDay, (left, right) => {
      expect(left < right).toBe(daysBetween(left, right) > 0);
      expect(addDays(left, daysBetween(left, right))).toBe(right);
      expect([earlier(left, right), later(left, right)]).toEqual([left, right].sort());
    });
  });

  test("a month later is in that month, on the same number or on its last day", () => {
    holds(anyDay, fc.integer({ min: -60, max: 60 }), (date, months) => {
      const moved = addMonths(date, months);
      const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
      expect(month(moved) - month(date)).toBe(months);
      const [wanted, got] = [Number(date.slice(8)), Number(moved.slice(8))];
      const last = addDays(moved, 1).slice(8) === "01";
      expect(got === wanted || (got < wanted && last)).toBe(true);
    });
  });

  test("the n-th working day is one, and n of them were passed", () => {
    holds(coveredDay, few, (date, count) => {
      const moved = addWorkingDays(chinaCalendar, date, count);
      if (count === 0) expect(moved).toBe(date);
      else expect(isWorkingDay(chinaCalendar, moved)).toBe(true);
      const [from, until] = count < 0 ? [moved, date] : [addDays(date, 1), addDays(moved, 1)];
      let passed = 0;
      for (let at = from; at < until; at = addDays(at, 1)) {
        if (isWorkingDay(chinaCalendar, at)) passed += 1;
      }
      expect(passed).toBe(Math.abs(count));
    });
  });

  test("moving to a working day moves forward, and only when it must", () => {
    holds(coveredDay, (date) => {
      const moved = workingDayFrom(chinaCalendar, date);
      expect(isWorkingDay(chinaCalendar, moved)).toBe(true);
      expect(moved === date).toBe(isWorkingDay(chinaCalendar, date));
      expect(moved >= date && daysBetween(date, moved) <= 9).toBe(true);
    });
  });

  test("numbers that are no day are refused, never bent into one", () => {
    const wild = fc.integer({ min: -5, max: 40 });
    holds(fc.integer({ min: 1890, max: 2210 }), wild, wild, (year, month, date) => {
      const made = dayOf(year, month, date);
      const platform = new Date(Date.UTC(year, month - 1, date));
      const exists =
        year >= 1900 &&
        year <= 2199 &&
        platform.getUTCFullYear() === year &&
        platform.getUTCMonth() === month - 1 &&
        platform.getUTCDate() === date;
      expect(made.ok).toBe(exists);
      if (made.ok) expect(made.value).toBe(platform.toISOString().slice(0, 10));
    });
  });
});

test.each([
  "2026-02-30",
  "2026-2-3",
  "2025-02-29",
  "2026-13-01",
  "2026-00-10",
  "20260203",
  "",
  "9",
])("%s is no day", (text) => {
  expect(parsePlainDate(text)).toEqual({
    ok: false,
    refusal: { code: "day_does_not_exist", text: expect.any(String) },
  });
});

test("the years we book run from 1900 to 2199, days from the first", () => {
  expect([dayOf(1899, 12, 31).ok, dayOf(1900, 1, 1).ok]).toEqual([false, true]);
  expect([dayOf(2199, 12, 31).ok, dayOf(2200, 1, 1).ok]).toEqual([true, false]);
  expect([dayOf(2026, 5, 0).ok, dayOf(2026, 0, 5).ok]).toEqual([false, false]);
});

test("what is not a whole number makes no day", () => {
  expect(dayOf(2026, 2.5, 1).ok).toBe(false);
  expect(dayOf(2026, 2, Number.NaN).ok).toBe(false);
});

test("leap years: 2024 and 2000, not 1900 nor 2100", () => {
  expect([2024, 2000, 1900, 2100, 2026].map(isLeapYear)).toEqual([true, true, false, false, false]);
  expect([daysInMonth(2024, 2), daysInMonth(2026, 2), daysInMonth(2026, 12)]).toEqual([29, 28, 31]);
  expect(() => daysInMonth(2026, 13)).toThrow("13 is a month");
});

test("a month after 31 January is the last of February; a year back from 29 February the 28th", () => {
  expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(day("2024-02-29"), -12)).toBe("2023-02-28");
  expect(addMonths(day("2026-11-30"), 3)).toBe("2027-02-28");
  expect(addMonths(day("2026-01-15"), -1)).toBe("2025-12-15");
});

test("an impossible literal is a bug", () => {
  expect(() => day("2026-02-30")).toThrow("2026-02-30 is a day");
});

test("the business day is the creditor's, not the server's", () => {
  const midnight = "2026-03-31T16:00:00Z" as Instant;
  expect(businessDay(midnight, "Asia/Shanghai")).toBe("2026-04-01");
  expect(businessDay("2026-03-31T15:59:59.999Z" as Instant, "Asia/Shanghai")).toBe("2026-03-31");
  expect(businessDay(midnight, "America/New_York")).toBe("2026-03-31");
  expect(businessDay("2026-12-31T23:30:00Z" as Instant, "Europe/Berlin")).toBe("2027-01-01");
});

test("a calendar knows how far it was told", () => {
  const small = workCalendar("XX", [{ day: day("2026-05-01"), kind: "off" }], {
    from: day("2026-01-01"),
    until: day("2026-12-31"),
  });
  expect(isWorkingDay(small, day("2026-05-01"))).toBe(false);
  expect(isWorkingDay(small, day("2026-05-04"))).toBe(true);
  expect(isProvisional(small, day("2026-01-01"))).toBe(false);
  expect(isProvisional(small, day("2026-12-31"))).toBe(false);
  expect(isProvisional(small, day("2025-12-31"))).toBe(true);
  expect(isProvisional(small, day("2027-01-01"))).toBe(true);
});

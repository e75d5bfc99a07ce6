/** The picker's calendar agrees with the domain's and never leaves it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEpochDay, plainDate } from "../../src/domain/values/calendar.ts";
import { dayCalendar } from "./day-calendar.ts";

const calendar = dayCalendar(plainDate("2026-11-21"));
const anyDay = fc.integer({ min: -20_000, max: 60_000 }).map((day) => ({ day: fromEpochDay(day) }));

describe("whatever the day", () => {
  test("its parts make it again", () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const { getYear, getMonth, getDate, setYear, setMonth, setDate } = calendar;
        const first = { day: plainDate("2000-01-01") };
        const year = setYear(first, getYear(value));
        const month = setMonth(year, getMonth(value));
        expect(setDate(month, getDate(value))).toEqual(value);
      }),
    );
  });

  test("what is written is read back", () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const text = calendar.locale.format("zh_CN", value, "YYYY-MM-DD");
        expect(calendar.locale.parse("zh_CN", text, ["YYYY-MM-DD"])).toEqual(value);
      }),
    );
  });

  test("a week starts on Monday", () => {
    fc.assert(
      fc.property(anyDay, (value) => {
        const monday = calendar.locale.getWeekFirstDate("en", value);
        expect(calendar.getWeekDay(monday)).toBe(1);
      }),
    );
  });
});

test("the end of January plus a month is the end of February", () => {
  const january = { day: plainDate("2026-01-31") };
  expect(calendar.addMonth(january, 1)).toEqual({ day: "2026-02-28" });
  expect(calendar.setMonth(january, 1)).toEqual({ day: "2026-02-28" });
  expect(calendar.getEndDate({ day: plainDate("2024-02-03") })).toEqual({ day: "2024-02-29" });
});

test("weeks are numbered as in ISO 8601", () => {
  expect(calendar.locale.getWeek("en", { day: plainDate("2027-01-01") })).toBe(53);
  expect(calendar.locale.getWeek("en", { day: plainDate("2026-01-01") })).toBe(1);
});

test("today is the business day, not the browser's clock", () => {
  expect(calendar.getNow()).toEqual({ day: "2026-11-21" });
});

test("a day that isn't one is not read; a slash is", () => {
  expect(calendar.locale.parse("zh_CN", "2026-02-30", [])).toBeNull();
  expect(calendar.locale.parse("zh_CN", "2026/02/28", [])).toEqual({ day: "2026-02-28" });
});

test("months and days are written in the picker's language", () => {
  const day = { day: plainDate("2026-03-05") };
  expect(calendar.locale.format("zh_CN", day, "YYYY年M月")).toBe("2026年3月");
  expect(calendar.locale.format("en_US", day, "MMM YYYY")).toBe("Mar 2026");
});

/** Counting in numbers answers what the calendar answers in texts. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { china, day } from "../../../test/kit/dunning.ts";
import { addWorkingDays, epochDay, fromEpochDay, isWorkingDay } from "../values/calendar.ts";
import { dayCountOf } from "./working-days.ts";

const anyDay = fc.integer({ min: epochDay(day("1968-01-01")), max: epochDay(day("2031-01-01")) });
const count = dayCountOf(china);

test("a day is worked as the calendar says, also before 1970", () => {
  fc.assert(
    fc.property(anyDay, (on) => {
      expect(count.isWorking(on)).toBe(isWorkingDay(china, fromEpochDay(on)));
    }),
  );
});

test("the n-th working day is the calendar's, asked once or twice", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -30, max: 30 }), (on, days) => {
      const expected = epochDay(addWorkingDays(china, fromEpochDay(on), days));
      expect(count.plusWorking(on, days)).toBe(expected);
      expect(count.plusWorking(on, days)).toBe(expected);
    }),
  );
});

test("the eve of 春节 2026 is followed by the first day after it", () => {
  expect(fromEpochDay(count.nextWorking(epochDay(day("2026-02-14"))))).toBe("2026-02-24");
});

test("a calendar is counted once", () => {
  expect(dayCountOf(china)).toBe(count);
});

/** The hours in which a person may be called or visited. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../countries/china.ts";
import { addDays, isWorkingDay, plainDate } from "../values/calendar.ts";
import { type ConductRules, hourOf, judgeHour, USUAL_CONDUCT } from "./conduct-hours.ts";

const monday = plainDate("2026-03-02");
const saturday = plainDate("2026-03-07");
const makeUpSunday = plainDate("2026-09-20");

const at = (
  day: typeof monday,
  hour: number,
  rules: Partial<ConductRules> = {},
  permitted = false,
) => judgeHour({ day, hour }, chinaCalendar, { ...USUAL_CONDUCT, ...rules }, permitted);

const anyDay = fc
  .integer({ min: 0, max: 700 })
  .map((days) => addDays(plainDate("2025-01-01"), days));
const anyHour = fc.integer({ min: 0, max: 23 });
const anyRules = fc.record({ earlyHours: fc.boolean(), lateHours: fc.boolean() });

describe("whatever the day, the policy and the approvals", () => {
  test("from ten at night to eight in the morning nobody is disturbed", () => {
    fc.assert(
      fc.property(anyDay, anyHour, anyRules, fc.boolean(), (day, hour, rules, permitted) => {
        const night = hour >= 22 || hour < 8;
        const judged = at(day, hour, rules, permitted);
        if (night)
          expect(judged).toEqual({ ok: false, refusal: { code: "contact_at_night", hour } });
        else if (permitted) expect(judged.ok).toBe(true);
      }),
    );
  });

  test("without an approval only working days are open, from eight to eight at the widest", () => {
    fc.assert(
      fc.property(anyDay, anyHour, anyRules, (day, hour, rules) => {
        if (!at(day, hour, rules).ok) return;
        expect(isWorkingDay(chinaCalendar, day)).toBe(true);
        expect(hour).toBeGreaterThanOrEqual(rules.earlyHours ? 8 : 9);
        expect(hour).toBeLessThan(rules.lateHours ? 20 : 18);
      }),
    );
  });
});

describe("a working day", () => {
  test("nine to six is open; the edges belong where the clock says", () => {
    const open = [...Array(24).keys()].filter((hour) => at(monday, hour).ok);
    expect(open).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17]);
    expect(at(monday, 18)).toMatchObject({ refusal: { why: "evening" } });
    expect(at(monday, 8)).toMatchObject({ refusal: { why: "early" } });
  });

  test("eight to nine and six to eight are open where the policy says so", () => {
    const hours = { earlyHours: true, lateHours: true };
    const open = [...Array(24).keys()].filter((hour) => at(monday, hour, hours).ok);
    expect(open).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(at(monday, 20, hours)).toMatchObject({ refusal: { code: "contact_outside_hours" } });
  });

  test("eight to ten in the evening takes an approval", () => {
    expect(at(monday, 20, {}, true).ok).toBe(true);
    expect(at(monday, 21, {}, true).ok).toBe(true);
    expect(at(monday, 22, {}, true).ok).toBe(false);
  });
});

test("a weekend and a holiday take an approval; a make-up Sunday is a working day", () => {
  expect(at(saturday, 10)).toMatchObject({ refusal: { why: "closed_day", day: saturday } });
  expect(at(saturday, 10, {}, true).ok).toBe(true);
  expect(at(plainDate("2026-10-01"), 10)).toMatchObject({ refusal: { why: "closed_day" } });
  expect(at(makeUpSunday, 10).ok).toBe(true);
});

test("the hour of a clock's text is the hour begun", () => {
  expect([hourOf("09:00"), hourOf("17:59"), hourOf("22:00")]).toEqual([9, 17, 22]);
});

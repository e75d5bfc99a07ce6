/**
 * The calendar as stored: what is shipped, what an administrator adds, and how far it is official.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "../../test/kit/arbitraries.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { chinaCalendar } from "../domain/countries/china.ts";
import { isProvisional, isWorkingDay } from "../domain/values/calendar.ts";
import {
  listCalendarYears,
  loadCalendar,
  replaceCalendarYear,
  seedCalendars,
} from "./calendars.ts";
import type { Database } from "./database.ts";
import type { Executor } from "./sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await seedCalendars(database.db);
});
afterAll(() => database.close());

/** Runs the work and rolls it back, so that the tests of this file don't meet. */
async function undone(work: (tx: Executor) => Promise<void>): Promise<void> {
  const end = database.transaction(async (tx) => {
    await work(tx);
    throw new Error("rolled back");
  });
  await expect(end).rejects.toThrow("rolled back");
}

const newYearOff = (year: number) => ({
  country: "CN",
  year,
  source: `通知 ${year}`,
  days: [{ day: day(`${year}-01-01`), kind: "off" as const }],
});

test("what is shipped is what is loaded", async () => {
  expect(await loadCalendar(database.db, "CN")).toEqual(chinaCalendar);
});

test("seeding again changes nothing, and leaves a year that somebody corrected", async () => {
  await undone(async (tx) => {
    await replaceCalendarYear(tx, newYearOff(2026), day("2026-11-22"));
    await seedCalendars(tx);
    const calendar = await loadCalendar(tx, "CN");
    expect(isWorkingDay(calendar, day("2026-10-01"))).toBe(true);
    expect(isWorkingDay(calendar, day("2025-10-01"))).toBe(false);
  });
});

test("a new year moves the official end; a year beyond a gap is used but provisional", async () => {
  await undone(async (tx) => {
    await replaceCalendarYear(tx, newYearOff(2029), day("2026-11-22"));
    const gap = await loadCalendar(tx, "CN");
    expect(gap.coveredUntil).toBe("2026-12-31");
    expect(isWorkingDay(gap, day("2029-01-01"))).toBe(false);
    expect(isProvisional(gap, day("2029-01-01"))).toBe(true);

    await replaceCalendarYear(tx, newYearOff(2027), day("2026-11-22"));
    await replaceCalendarYear(tx, newYearOff(2028), day("2026-11-22"));
    const whole = await loadCalendar(tx, "CN");
    expect([whole.coveredFrom, whole.coveredUntil]).toEqual(["2025-01-01", "2029-12-31"]);
    expect((await listCalendarYears(tx, "CN")).at(2)).toEqual({
      year: 2027,
      source: "通知 2027",
      verifiedOn: "2026-11-22",
    });
  });
});

test("of an unknown country only weekends are known, and that is provisional", async () => {
  const calendar = await loadCalendar(database.db, "FR");
  expect(isWorkingDay(calendar, day("2026-07-14"))).toBe(true);
  expect(isWorkingDay(calendar, day("2026-07-12"))).toBe(false);
  expect(isProvisional(calendar, day("2026-07-14"))).toBe(true);
});

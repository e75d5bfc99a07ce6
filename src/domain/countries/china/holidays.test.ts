/** The arrangements as published: their counts, their order, and where they were read. */
import { describe, expect, test } from "vitest";
import { day } from "../../../../test/kit/arbitraries.ts";
import { addDays, isWorkingDay, weekdayOf } from "../../values/calendar.ts";
import { chinaCalendar } from "../china.ts";
import { chinaHolidays } from "./holidays.ts";

const { from, until, days, sources } = chinaHolidays;

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

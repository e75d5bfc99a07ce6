/** A year's calendar is taken whole, with its source, and only for its own days. */
import { expect, test } from "vitest";
import { day } from "../../../test/kit/arbitraries.ts";
import type { CalendarDay } from "../values/calendar.ts";
import { type CalendarYear, judgeCalendarYear } from "./calendar-year.ts";
import { china } from "./china.ts";

const off = (text: string): CalendarDay => ({ day: day(text), kind: "off" });
const work = (text: string): CalendarDay => ({ day: day(text), kind: "work" });
const offer: CalendarYear = {
  country: "CN",
  year: 2027,
  source: " 国办发明电〔2026〕1号 ",
  days: [off("2027-02-05"), off("2027-01-01"), work("2027-02-14")],
};

test("an arrangement is taken in the order of its days", () => {
  expect(judgeCalendarYear(offer)).toEqual({
    ok: true,
    value: {
      ...offer,
      source: "国办发明电〔2026〕1号",
      days: [off("2027-01-01"), off("2027-02-05"), work("2027-02-14")],
    },
  });
});

test("a day that says what its weekday says anyway is left out", () => {
  const judged = judgeCalendarYear({
    ...offer,
    days: [...offer.days, off("2027-02-06"), work("2027-02-08")],
  });
  expect(judged.ok && judged.value.days).toHaveLength(3);
});

test("what the product ships is an arrangement itself", () => {
  for (const { year, source } of china.holidays.sources) {
    const days = china.holidays.days.filter((each) => each.day.startsWith(String(year)));
    const judged = judgeCalendarYear({ country: "CN", year, source, days });
    expect(judged.ok && judged.value.days.filter(({ kind }) => kind === "work")).toEqual(
      days.filter(({ kind }) => kind === "work"),
    );
  }
});

test.each([
  [{ country: "China" }, { code: "calendar_country_malformed", country: "China" }],
  [{ year: 27 }, { code: "calendar_year_malformed", year: 27 }],
  [{ year: 2200 }, { code: "calendar_year_malformed", year: 2200 }],
  [{ year: 2027.5 }, { code: "calendar_year_malformed", year: 2027.5 }],
  [{ source: "  " }, { code: "calendar_source_missing" }],
  [{ days: [] }, { code: "calendar_without_days_off", year: 2027 }],
  [{ days: [work("2027-02-14")] }, { code: "calendar_without_days_off", year: 2027 }],
  [{ days: [off("2027-02-06")] }, { code: "calendar_without_days_off", year: 2027 }],
  [
    { days: [off("2026-01-01")] },
    { code: "calendar_day_outside_year", day: "2026-01-01", year: 2027 },
  ],
  [
    { days: [off("2027-01-01"), work("2027-01-01")] },
    { code: "calendar_day_twice", day: "2027-01-01" },
  ],
])("%j is refused", (wrong, refusal) => {
  expect(judgeCalendarYear({ ...offer, ...wrong })).toEqual({ ok: false, refusal });
});

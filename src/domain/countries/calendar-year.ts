/** A year's calendar offered by an administrator: what must hold before it decides deadlines. */
import { type CalendarDay, type PlainDate, weekdayOf } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export type CalendarYear = {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly year: number;
  /** Where the arrangement is published. */
  readonly source: string;
  readonly days: readonly CalendarDay[];
};

export type CalendarRefusal =
  | { readonly code: "calendar_country_malformed"; readonly country: string }
  | { readonly code: "calendar_year_malformed"; readonly year: number }
  | { readonly code: "calendar_source_missing" }
  | { readonly code: "calendar_without_days_off"; readonly year: number }
  | { readonly code: "calendar_day_outside_year"; readonly day: PlainDate; readonly year: number }
  | { readonly code: "calendar_day_twice"; readonly day: PlainDate };

/**
 * A year is taken only whole and with its source: a wrong day off moves every deadline near it.
 * Days that say what their weekday says anyway are left out.
 */
export function judgeCalendarYear(offer: CalendarYear): Result<CalendarYear, CalendarRefusal> {
  const { country, year, days } = offer;
  const source = offer.source.trim();
  if (!/^[A-Z]{2}$/.test(country)) return refuse({ code: "calendar_country_malformed", country });
  if (!Number.isInteger(year) || year < 2000 || year > 2199) {
    return refuse({ code: "calendar_year_malformed", year });
  }
  if (source === "") return refuse({ code: "calendar_source_missing" });

  const seen = new Set<PlainDate>();
  for (const { day } of days) {
    if (!day.startsWith(`${year}-`)) {
      return refuse({ code: "calendar_day_outside_year", day, year });
    }
    if (seen.has(day)) return refuse({ code: "calendar_day_twice", day });
    seen.add(day);
  }
  const telling = days
    .filter(({ day, kind }) => (kind === "work") === weekdayOf(day) > 5)
    .toSorted((left, right) => (left.day < right.day ? -1 : 1));
  if (!telling.some(({ kind }) => kind === "off")) {
    return refuse({ code: "calendar_without_days_off", year });
  }
  return ok({ country, year, source, days: telling });
}

/** Countries' working days: the years that are known, and what differs from the weekday. */
import type { CalendarYear } from "../domain/countries/calendar-year.ts";
import { china } from "../domain/countries/china.ts";
import type { Country } from "../domain/countries/country.ts";
import {
  type CalendarDay,
  type PlainDate,
  plainDate,
  type WorkCalendar,
  workCalendar,
} from "../domain/values/calendar.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

/** The countries whose calendar the product ships. */
const SEEDED: readonly Country[] = [china];

/**
 * The calendar of a country. It is official for the years that follow each other without a gap
 * from the first known one; a year beyond a gap is used, but provisional. A country of which
 * nothing is known has weekends only, all of them provisional.
 */
export async function loadCalendar(executor: Executor, country: string): Promise<WorkCalendar> {
  const years = await listCalendarYears(executor, country);
  const days = await rows(
    executor,
    sql<CalendarDay>`select day, kind from calendar_day where country = ${country} order by day`,
  );
  const first = years[0]?.year ?? 1901;
  const gap = years.findIndex(({ year }, at) => year !== first + at);
  const known = gap === -1 ? years.length : gap;
  return workCalendar(country, days, {
    from: plainDate(`${first}-01-01`),
    until: plainDate(`${first + known - 1}-12-31`),
  });
}

export type KnownYear = {
  readonly year: number;
  readonly source: string;
  readonly verifiedOn: PlainDate;
};

export const listCalendarYears = (
  executor: Executor,
  country: string,
): Promise<readonly KnownYear[]> =>
  rows(
    executor,
    sql<KnownYear>`select year, source, verified_on as "verifiedOn" from calendar_year
        where country = ${country} order by year`,
  );

/** Writes a year whole; what was known of it before is replaced. */
export async function replaceCalendarYear(
  executor: Executor,
  { country, year, source, days }: CalendarYear,
  verifiedOn: PlainDate,
): Promise<void> {
  await run(
    executor,
    sql`insert into calendar_year (country, year, source, verified_on)
        values (${country}, ${year}, ${source}, ${verifiedOn})
        on conflict (country, year)
          do update set source = excluded.source, verified_on = excluded.verified_on`,
  );
  await run(
    executor,
    sql`delete from calendar_day where country = ${country} and extract(year from day) = ${year}`,
  );
  await run(
    executor,
    sql`insert into calendar_day (country, day, kind)
        select ${country}, d.day, d.kind
        from unnest(${days.map(({ day }) => day)}::date[],
          ${days.map(({ kind }) => kind)}::text[]) as d (day, kind)
        on conflict (country, day) do update set kind = excluded.kind`,
  );
}

/**
 * Adds the years that the product ships and the store does not know yet; others stay as they are.
 */
export async function seedCalendars(executor: Executor): Promise<void> {
  for (const { code: country, holidays } of SEEDED) {
    const known = new Set((await listCalendarYears(executor, country)).map(({ year }) => year));
    for (const { year, source, verifiedOn } of holidays.sources) {
      if (known.has(year)) continue;
      const days = holidays.days.filter(({ day }) => day.startsWith(`${year}-`));
      await replaceCalendarYear(executor, { country, year, source, days }, verifiedOn);
    }
  }
}

/** Wakes every customer with anything open in this country's creditors: their days moved. */
export async function wakeAllOfCountry(executor: Executor, country: string): Promise<number> {
  return run(
    executor,
    sql`update customer c set wake_on = '-infinity'
        from creditor k
        where k.id = c.creditor_id and k.country = ${country} and exists (
          select from item i where i.creditor_id = c.creditor_id and i.customer_id = c.id
            and i.open_amount <> 0)`,
  );
}

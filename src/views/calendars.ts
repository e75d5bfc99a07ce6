/** The years of a country's calendar that are known, with their sources. */
import { type KnownYear, listCalendarYears } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";

export const viewCalendarYears = (
  database: Database,
  country: string,
): Promise<readonly KnownYear[]> => database.reading((tx) => listCalendarYears(tx, country));

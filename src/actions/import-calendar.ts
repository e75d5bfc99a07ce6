/** A year's days off and make-up working days, entered by an administrator when published. */
import {
  type CalendarRefusal,
  type CalendarYear,
  judgeCalendarYear,
} from "../domain/countries/calendar-year.ts";
import { ok } from "../domain/values/result.ts";
import { replaceCalendarYear, wakeAllOfCountry } from "../store/calendars.ts";
import { defineSharedAction } from "./action.ts";

export type CalendarImported = {
  readonly year: number;
  readonly off: number;
  readonly work: number;
  /** How many customers are looked at anew, because their working days may have moved. */
  readonly woken: number;
};

/** The year is replaced whole. Every customer of the country with anything open is woken. */
export const importCalendar = defineSharedAction<CalendarYear, CalendarImported, CalendarRefusal>({
  name: "import_calendar",
  permission: "calendar:import",
  async run({ tx, today }, offer) {
    const judged = judgeCalendarYear(offer);
    if (!judged.ok) return judged;

    const { country, year, days } = judged.value;
    await replaceCalendarYear(tx, judged.value, today);
    const woken = await wakeAllOfCountry(tx, country);
    const off = days.filter(({ kind }) => kind === "off").length;
    return ok({ year, off, work: days.length - off, woken });
  },
});

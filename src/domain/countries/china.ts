/** China: figures of the country that the product knows first and deepest. */
import { type WorkCalendar, workCalendar } from "../values/calendar.ts";
import { currency } from "../values/money.ts";
import { chinaHolidays } from "./china/holidays.ts";
import type { Country } from "./country.ts";

export const china: Country = {
  code: "CN",
  currency: currency("CNY"),
  timeZone: "Asia/Shanghai",
  holidays: chinaHolidays,
};

/** China's calendar as shipped, before any administrator added a year. */
export const chinaCalendar: WorkCalendar = workCalendar(china.code, chinaHolidays.days, {
  from: chinaHolidays.from,
  until: chinaHolidays.until,
});

/** The domain's calendar as antd's date picker asks for one: days only, no clock, no time zone. */
import type generatePicker from "antd/es/date-picker/generatePicker";
import {
  addDays,
  addMonths,
  daysBetween,
  daysInMonth,
  type PlainDate,
  parsePlainDate,
  plainDate,
  weekdayOf,
} from "../../src/domain/values/calendar.ts";

/** antd wants an object; the day inside is the same text as everywhere. */
export type PickedDay = { readonly day: PlainDate };
type GenerateConfig = Parameters<typeof generatePicker<PickedDay>>[0];

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

function parts({ day }: PickedDay): readonly [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

/** The day of these numbers; a day past the month's end is its last. */
function composed(year: number, month: number, date: number): PickedDay {
  const bounded = Math.min(Math.max(year, 1900), 2199);
  const last = Math.min(date, daysInMonth(bounded, month));
  return { day: plainDate(`${pad(bounded, 4)}-${pad(month, 2)}-${pad(last, 2)}`) };
}

const same = (value: PickedDay): PickedDay => value;
const none = (): number => 0;

const SUNDAY_FIRST_EN = ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"];
const SUNDAY_FIRST_ZH = ["日", "一", "二", "三", "四", "五", "六"];
const MONTHS_EN = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "May",
  "Jun",
  "Jul",
  "Aug",
  "Sep",
  "Oct",
  "Nov",
  "Dec",
];
const MONTHS_ZH = MONTHS_EN.map((_, index) => `${index + 1}月`);

const isChinese = (locale: string): boolean => locale.startsWith("zh");

/** Monday of the week a day is in. */
function weekStart({ day }: PickedDay): PickedDay {
  return { day: addDays(day, 1 - weekdayOf(day)) };
}

/** ISO 8601 week of the year: that of the week's Thursday. */
function isoWeek(value: PickedDay): number {
  const thursday = addDays(weekStart(value).day, 3);
  const newYear = plainDate(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor(daysBetween(newYear, thursday) / 7) + 1;
}

/** antd's patterns that the picker uses: full days, years and months. */
function formatted(locale: string, value: PickedDay, format: string): string {
  const [year, month, date] = parts(value);
  const months = isChinese(locale) ? MONTHS_ZH : MONTHS_EN;
  return format
    .replaceAll("YYYY", pad(year, 4))
    .replaceAll("MMM", "\u0000")
    .replaceAll("MM", pad(month, 2))
    .replaceAll("M", String(month))
    .replaceAll("DD", pad(date, 2))
    .replaceAll("D", String(date))
    .replaceAll("\u0000", months[month - 1] ?? "");
}

/** `today` is the creditor's business day: the picker's own clock is never asked. */
export const dayCalendar = (today: PlainDate): GenerateConfig => ({
  getWeekDay: ({ day }) => weekdayOf(day) % 7,
  getMillisecond: none,
  getSecond: none,
  getMinute: none,
  getHour: none,
  getDate: (value) => parts(value)[2],
  getMonth: (value) => parts(value)[1] - 1,
  getYear: (value) => parts(value)[0],
  getNow: () => ({ day: today }),
  getFixedDate: (fixed) => ({ day: plainDate(fixed) }),
  getEndDate: (value) => composed(parts(value)[0], parts(value)[1], 31),
  addYear: ({ day }, years) => ({ day: addMonths(day, years * 12) }),
  addMonth: ({ day }, months) => ({ day: addMonths(day, months) }),
  addDate: ({ day }, days) => ({ day: addDays(day, days) }),
  setYear: (value, year) => composed(year, parts(value)[1], parts(value)[2]),
  setMonth: (value, month) => composed(parts(value)[0], month + 1, parts(value)[2]),
  setDate: (value, date) => composed(parts(value)[0], parts(value)[1], date),
  setHour: same,
  setMinute: same,
  setSecond: same,
  setMillisecond: same,
  isAfter: (left, right) => left.day > right.day,
  isValidate: ({ day }) => parsePlainDate(day).ok,
  locale: {
    getWeekFirstDay: () => 1,
    getWeekFirstDate: (_, value) => weekStart(value),
    getWeek: (_, value) => isoWeek(value),
    format: formatted,
    parse: (_, text) => {
      const parsed = parsePlainDate(text.trim().replaceAll("/", "-"));
      return parsed.ok ? { day: parsed.value } : null;
    },
    getShortWeekDays: (locale) => (isChinese(locale) ? SUNDAY_FIRST_ZH : SUNDAY_FIRST_EN),
    getShortMonths: (locale) => (isChinese(locale) ? MONTHS_ZH : MONTHS_EN),
  },
});

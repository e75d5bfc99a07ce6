/** The number of a receipt that is recorded without one: `RC-20260331-3`, counted per day. */
import type { PlainDate } from "../values/calendar.ts";

/** What the numbers of a day's receipts begin with. */
export const receiptPrefix = (day: PlainDate): string => `RC-${day.replaceAll("-", "")}-`;

/** The next number of the day; `last` is the highest count given on it, 0 where there is none. */
export const nextReceiptNumber = (day: PlainDate, last: number): string =>
  `${receiptPrefix(day)}${last + 1}`;

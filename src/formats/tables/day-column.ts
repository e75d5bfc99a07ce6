/** Days in a column of a file: which order of parts the whole column shows, and each cell's day. */
import type { RowRefusal } from "../../domain/book/import-problem.ts";
import type { DateOrder } from "../../domain/book/import-row.ts";
import { addDays, dayOf, type PlainDate, plainDate } from "../../domain/values/calendar.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Excel counts from 1899-12-30 (its 1900 was a leap year); our days start in 1900, one later. */
const SERIAL_TWO = plainDate("1900-01-01");
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;

const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s*[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i;
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const SHORT_YEAR = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const DAY_MONTH_NAME = /^(\d{1,2})[- ]([a-z]{3,9})\.?[- ,]+(\d{4})$/i;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i;

/**
 * The order of parts that a column's days show: 13/04/2026 can only be day first, 04/13/2026 only
 * month first. Null when no cell decides, or when cells contradict each other.
 */
export function orderShown(texts: Iterable<string>): "dmy" | "mdy" | null {
  let dayFirst = false;
  let monthFirst = false;
  for (const text of texts) {
    const match = YEAR_LAST.exec(text.replace(TIME, ""));
    if (match === null) continue;
    if (Number(match[1]) > 12) dayFirst = true;
    if (Number(match[2]) > 12) monthFirst = true;
  }
  if (dayFirst === monthFirst) return null;
  return dayFirst ? "dmy" : "mdy";
}

/** Whether a text is Excel's count of days, shown where a cell has no date format. */
export function isSerial(text: string): boolean {
  const serial = Number(SERIAL.exec(text)?.[1] ?? "0");
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
}

/**
 * The day a cell says. 03/04/2026 without a known order is refused rather than guessed; so is
 * every day that does not exist.
 */
export function readDay(text: string, order: DateOrder | null): Result<PlainDate, RowRefusal> {
  const halfWidth = text.normalize("NFKC").trim();
  const day = halfWidth.replace(TIME, "");
  const yearFirst = YEAR_FIRST.exec(day) ?? COMPACT.exec(day);
  if (yearFirst !== null) return exact(text, yearFirst[1], yearFirst[2], yearFirst[3]);
  if (isSerial(day)) return ok(addDays(SERIAL_TWO, Math.floor(Number(day)) - 2));
  const named = DAY_MONTH_NAME.exec(day);
  if (named !== null) return exact(text, named[3], monthNumber(named[2]), named[1]);
  const spoken = MONTH_NAME_DAY.exec(day);
  if (spoken !== null) return exact(text, spoken[3], monthNumber(spoken[1]), spoken[2]);
  const parts = YEAR_LAST.exec(day) ?? SHORT_YEAR.exec(day);
  if (parts !== null) return inOrder(text, parts.slice(1), order);
  return refuse({ code: "day_unreadable", text });
}

function inOrder(text: string, parts: readonly string[], order: DateOrder | null) {
  const [first = "", second = "", third = ""] = parts;
  const full = (year: string) => (year.length <= 2 ? `20${year.padStart(2, "0")}` : year);
  if (order === "ymd" && first.length <= 2 && third.length <= 2) {
    return exact(text, full(first), second, third);
  }
  if (order === "dmy") return exact(text, full(third), second, first);
  if (order === "mdy") return exact(text, full(third), first, second);
  return refuse({ code: "day_ambiguous", text });
}

function exact(
  text: string,
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Result<PlainDate, RowRefusal> {
  const found = dayOf(Number(year), Number(month), Number(day));
  return found.ok ? found : refuse({ code: "day_does_not_exist", text });
}

/** 1 to 12 as text; 0 when it is no month, which no day has. */
const monthNumber = (name = ""): string =>
  String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

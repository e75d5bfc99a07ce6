/** Reads a year's days off and make-up working days from JSON or CSV. */
import Papa from "papaparse";
import type { CalendarYear } from "../domain/countries/calendar-year.ts";
import {
  addDays,
  type CalendarDay,
  type PlainDate,
  parsePlainDate,
} from "../domain/values/calendar.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";

export type CalendarTextRefusal =
  | { readonly code: "calendar_text_unreadable" }
  | { readonly code: "calendar_line_unreadable"; readonly line: number; readonly text: string };

type Read = Result<Omit<CalendarYear, "country">, CalendarTextRefusal>;

const KINDS: Readonly<Record<string, CalendarDay["kind"]>> = {
  off: "off",
  holiday: "off",
  休: "off",
  休息: "off",
  放假: "off",
  true: "off",
  work: "work",
  workday: "work",
  班: "work",
  上班: "work",
  调休上班: "work",
  false: "work",
};

/**
 * Three forms: `{year, source, off: [day or [first, last]], work: [day]}`; the JSON of the
 * holiday-cn project (`{year, papers, days: [{date, isOffDay}]}`); CSV with a day and `off`/`work`
 * or 休/班 per line. `source` fills in where the text names none. The year of a CSV is that of its
 * first day.
 */
export function parseCalendarYear(text: string, source = ""): Read {
  const plain = text.replace(/^\uFEFF/, "").trim();
  return plain.startsWith("{") ? fromJson(plain, source) : fromCsv(plain, source);
}

function fromJson(text: string, source: string): Read {
  let tree: unknown;
  try {
    tree = JSON.parse(text);
  } catch {
    return refuse({ code: "calendar_text_unreadable" });
  }
  const { year, source: named, papers, off, work, days } = tree as Record<string, unknown>;
  const entries = Array.isArray(days)
    ? days.map(listedDay)
    : [...listOf(off).map((each) => [each, "off"]), ...listOf(work).map((each) => [each, "work"])];
  const read: CalendarDay[] = [];
  for (const [at, [span, kind]] of entries.entries()) {
    const found = daysOf(span);
    if (found === null || (kind !== "off" && kind !== "work")) {
      return refuse({
        code: "calendar_line_unreadable",
        line: at + 1,
        text: JSON.stringify(span ?? null),
      });
    }
    for (const day of found) read.push({ day, kind });
  }
  const paper = listOf(papers).filter((each) => typeof each === "string");
  const place = typeof named === "string" ? named : paper.join(" ");
  return ok({ year: Number(year), source: source || place, days: read });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A line of holiday-cn: `{date, isOffDay}`. */
function listedDay(entry: unknown): [unknown, unknown] {
  const { date, isOffDay } = (entry ?? {}) as Record<string, unknown>;
  return [date, KINDS[String(isOffDay)]];
}

/** A day, or all days from the first to the last of a pair; null when it is neither. */
function daysOf(span: unknown): readonly PlainDate[] | null {
  const ends = Array.isArray(span) ? span : [span, span];
  const [first, last] = ends.map((end) => parsePlainDate(String(end)));
  if (ends.length !== 2 || !first?.ok || !last?.ok) return null;
  const days: PlainDate[] = [];
  for (let day = first.value; day <= last.value && days.length < 32; day = addDays(day, 1)) {
    days.push(day);
  }
  return days.length === 0 || days.length === 32 ? null : days;
}

function fromCsv(text: string, source: string): Read {
  const lines = Papa.parse<string[]>(text, { skipEmptyLines: "greedy" }).data;
  const days: CalendarDay[] = [];
  for (const [at, [first = "", second = ""]] of lines.entries()) {
    const day = parsePlainDate(first.trim());
    const kind = KINDS[second.trim().toLowerCase()];
    if (day.ok && kind !== undefined) days.push({ day: day.value, kind });
    else if (at > 0) {
      return refuse({ code: "calendar_line_unreadable", line: at + 1, text: `${first},${second}` });
    }
  }
  const [earliest] = days;
  if (earliest === undefined) return refuse({ code: "calendar_text_unreadable" });
  return ok({ year: Number(earliest.day.slice(0, 4)), source, days });
}

/** Fields of statements: text to amounts and days; the first that can't be read is kept. */
import type { StatementRefusal } from "../../domain/cash/statement.ts";
import { dayOf, type PlainDate } from "../../domain/values/calendar.ts";
import { type Currency, findCurrency, type Money, parseMoney } from "../../domain/values/money.ts";

type Unreadable = Extract<StatementRefusal, { readonly code: "statement_field_unreadable" }>;
export type FieldName = Unreadable["field"];

/** Longer texts are cut in refusals: a sentence names a place, it doesn't repeat a file. */
const SHOWN_LENGTH = 60;

export const broken = (
  format: string,
  line: number | null,
  problem: Extract<StatementRefusal, { readonly code: "statement_broken" }>["problem"],
): StatementRefusal => ({ code: "statement_broken", format, line, problem });

export const unreadable = (
  format: string,
  line: number,
  field: FieldName,
  text: string,
): StatementRefusal => ({
  code: "statement_field_unreadable",
  format,
  line,
  field,
  text: text.trim().slice(0, SHOWN_LENGTH),
});

/** As XML and OFX write amounts: no separators, no signs of currencies. */
export const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

/**
 * Reads fields and remembers the first that can't be read. A reader goes on with null and looks
 * at `refusal()` at the end: one wrong field refuses the whole file, since a sum would be wrong.
 */
export type FieldReader = {
  readonly format: string;
  /**
   * Digits with a point, also `1,234.50` unless the reader is for decimals only. What the
   * currency can't hold is refused, never rounded.
   */
  readonly amount: (text: string, unit: Currency, line: number) => Money | null;
  readonly balance: (text: string, unit: Currency, line: number) => Money | null;
  /** `YYYY-MM-DD` or `YYYYMMDD`, whatever time follows. */
  readonly day: (text: string, line: number) => PlainDate | null;
  readonly currency: (text: string, line: number) => Currency | null;
  /** Notes any other field as unreadable. */
  readonly note: (refusal: StatementRefusal) => null;
  readonly refusal: () => StatementRefusal | null;
};

export function fieldReader(
  format: string,
  amounts: "decimal" | "grouped" = "grouped",
): FieldReader {
  let first: StatementRefusal | null = null;
  const note = (refusal: StatementRefusal): null => {
    first ??= refusal;
    return null;
  };
  const miss = (line: number, field: FieldName, text: string): null =>
    note(unreadable(format, line, field, text));
  const moneyField =
    (field: FieldName) =>
    (text: string, unit: Currency, line: number): Money | null => {
      const shaped = amounts === "grouped" || DECIMAL.test(text.trim());
      const parsed = shaped ? parseMoney(text, unit) : null;
      return parsed?.ok ? parsed.value : miss(line, field, text);
    };
  return {
    format,
    amount: moneyField("amount"),
    balance: moneyField("balance"),
    day: (text, line) => isoDay(text) ?? miss(line, "day", text),
    currency: (text, line) =>
      findCurrency(text.trim().toUpperCase()) ?? miss(line, "currency", text),
    note,
    refusal: () => first,
  };
}

const DAY = /^\s*(\d{4})(-?)(\d{2})\2(\d{2})(?!\d{1,3}$)/;

/**
 * The day that a text begins with: `2026-03-31T10:00:00`, `20260331120000`; null if there is none.
 */
export function isoDay(text: string): PlainDate | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const day = dayOf(Number(match[1]), Number(match[3]), Number(match[4]));
  return day.ok ? day.value : null;
}

/** Amounts of BAI2: whole minor units, the point is implied by the currency. */
import { type Currency, type Money, money } from "../../domain/values/money.ts";
import { type FieldName, type FieldReader, unreadable } from "./fields.ts";

/** Reads `+000012345` as 123.45 of a currency with two decimals; anything else is noted. */
export function impliedAmount(
  fields: FieldReader,
  text: string,
  unit: Currency,
  line: number,
  field: FieldName,
): Money | null {
  const digits = /^[+-]?\d{1,17}$/.test(withoutZeros(text));
  if (!digits) return fields.note(unreadable(fields.format, line, field, text));
  return money(BigInt(text.trim().replace(/^\+/, "")), unit);
}

const withoutZeros = (text: string): string => text.trim().replace(/^([+-]?)0+(?=\d)/, "$1");

/** An account's status or summary: type code, amount, how many items. */
export type Summary = {
  readonly type: string;
  readonly amount: Money;
  readonly count: number | null;
};

/** Reads the groups of four (and more, by funds type) behind the account of a 03 record. */
export function summariesOf(
  fields: FieldReader,
  cells: readonly string[],
  unit: Currency,
  line: number,
): readonly Summary[] {
  const summaries: Summary[] = [];
  let at = 0;
  while (at < cells.length) {
    const type = cell(cells, at);
    if (!/^\d{3}$/.test(type)) {
      if (type !== "") fields.note(unreadable(fields.format, line, "balance", type));
      at += 1;
      continue;
    }
    const text = cell(cells, at + 1);
    const amount = text === "" ? null : impliedAmount(fields, text, unit, line, "balance");
    if (amount !== null) summaries.push({ type, amount, count: countOf(cell(cells, at + 2)) });
    at += 3 + fundsLength(cells, at + 3);
  }
  return summaries;
}

const cell = (cells: readonly string[], at: number): string => (cells[at] ?? "").trim();
const countOf = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);

/** How many fields the funds type at a place takes, its own included; 0 where it is left out. */
export function fundsLength(cells: readonly string[], at: number): number {
  const type = cell(cells, at).toUpperCase();
  if (type === "V") return 3;
  if (type === "S") return 4;
  if (type === "D") return 2 + 2 * (countOf(cell(cells, at + 1)) ?? 0);
  return /^[012Z]?$/.test(type) ? 1 : 0;
}

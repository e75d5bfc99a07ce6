/** A statement line (61) of SWIFT with what field 86 says about it. */
import type { ReturnMark, StatementEntry } from "../../domain/cash/statement.ts";
import { dayOf, daysBetween, isLeapYear, type PlainDate } from "../../domain/values/calendar.ts";
import {
  type Currency,
  isNegative,
  isZero,
  type Money,
  negate,
} from "../../domain/values/money.ts";
import { type FieldReader, unreadable } from "./fields.ts";
import type { SwiftField } from "./swift.ts";
import { type Narrative, narrativeOf } from "./swift-narrative.ts";
import { joined, reference } from "./words.ts";

/** Value day, entry day, mark, third letter of the currency, amount, kind, references. */
const LINE =
  /^\s*(\d{6})(\d{4})?\s*(RC|RD|EC|ED|C|D)([A-Z])?\s*(\d+(?:[,.]\d*)?)\s?([A-Z][A-Z0-9]{3})(.*)$/;

/** Null for lines that move nothing (zero, or only expected), or that could not be read. */
export function swiftEntry(
  fields: FieldReader,
  field: SwiftField,
  words: readonly string[],
  unit: Currency,
): StatementEntry | null {
  const { line, content } = field;
  const [head = "", ...supplement] = content;
  const parts = LINE.exec(head);
  if (parts === null) return fields.note(lineRefusal(fields.format, line, head));
  const [, value = "", entered = "", mark = "", , amountText = "", kind = "", references = ""] =
    parts;
  const valueOn = swiftDay(value);
  const size = swiftAmount(fields, amountText, unit, line);
  const bookedOn = valueOn && (entered === "" ? valueOn : entryDay(entered, valueOn));
  if (valueOn === null || bookedOn === null) {
    return fields.note(unreadable(fields.format, line, "day", value + entered));
  }
  if (size === null || isZero(size) || mark.startsWith("E")) return null;
  const [customer = "", bank = ""] = references.split("//");
  const out = mark === "D" || mark === "RC";
  const narrative = narrativeOf(words, supplement);
  const payerReference = narrative.payerReference ?? reference(ownReference(customer));
  return {
    line,
    bookedOn,
    valueOn,
    amount: out ? negate(size) : size,
    counterName: (out ? narrative.ultimateCreditor : narrative.ultimateDebtor) ?? narrative.name,
    counterAccount: narrative.account,
    counterBank: narrative.bank,
    bankReference: reference(bank),
    payerReference,
    remark: narrative.remark,
    method: kind === "NCHK" || kind === "FCHK" ? "cheque" : "bank",
    returned: returnMark(mark, kind, narrative, payerReference),
  };
}

/** `KREF+` and `EREF` only say that the reference stands in field 86. */
const ownReference = (text: string): string => (/^[EK]REF\+?$/.test(text.trim()) ? "" : text);

function lineRefusal(format: string, line: number, head: string) {
  const field = !/^\s*\d{6}/.test(head)
    ? "day"
    : /^\s*\d{6}(?:\d{4})?\s*(?:R?[CD]|E[CD])/.test(head)
      ? "amount"
      : "mark";
  return unreadable(format, line, field, head);
}

/** `12345,6`: the comma is the point; a point is taken where a bank writes one. */
export function swiftAmount(
  fields: FieldReader,
  text: string,
  unit: Currency,
  line: number,
  field: "amount" | "balance" = "amount",
): Money | null {
  const amount = fields[field](text.replace(",", "."), unit, line);
  return amount !== null && isNegative(amount) ? null : amount;
}

/** `YYMMDD`. Banks that count months of 30 days write the 29th and 30th of February. */
export function swiftDay(text: string): PlainDate | null {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(text);
  if (match === null) return null;
  const short = Number(match[1]);
  const year = short > 79 ? 1900 + short : 2000 + short;
  return dayInMonth(year, Number(match[2]), Number(match[3]));
}

function dayInMonth(year: number, month: number, day: number): PlainDate | null {
  const lastOfFebruary = isLeapYear(year) ? 29 : 28;
  const counted = month === 2 && day <= 30 ? Math.min(day, lastOfFebruary) : day;
  const found = dayOf(year, month, counted);
  return found.ok ? found.value : null;
}

/** `MMDD` of the year in which it lies closest to the value day. */
function entryDay(text: string, valueOn: PlainDate): PlainDate | null {
  const year = Number(valueOn.slice(0, 4));
  const days = [year - 1, year, year + 1].flatMap(
    (one) => dayInMonth(one, Number(text.slice(0, 2)), Number(text.slice(2))) ?? [],
  );
  const distance = (day: PlainDate) => Math.abs(daysBetween(valueOn, day));
  return days.toSorted((left, right) => distance(left) - distance(right))[0] ?? null;
}

/** German codes of bookings that give a payment back: debits 108 and 109, transfers 159. */
const RETURN_KINDS = new Set(["108", "109", "159"]);

function returnMark(
  mark: string,
  kind: string,
  { kind: german, returnCode, remark }: Narrative,
  of: string | null,
): ReturnMark | null {
  const byMark = mark === "RC" || mark === "RD" || kind === "NRTI";
  const byBank = returnCode === "" || (german !== null && RETURN_KINDS.has(german));
  const bySlash = german === null && returnCode !== null;
  if (!byMark && !byBank && !bySlash) return null;
  return { code: returnCode || null, text: joined([remark]), of };
}

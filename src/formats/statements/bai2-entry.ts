/** A detail record (16) of BAI2 as an entry of the statement. */
import type { ReturnMark, StatementEntry } from "../../domain/cash/statement.ts";
import { dayOf, type PlainDate } from "../../domain/values/calendar.ts";
import { type Currency, isNegative, isZero, negate } from "../../domain/values/money.ts";
import { fundsLength, impliedAmount } from "./bai2-amounts.ts";
import type { Bai2Record } from "./bai2-records.ts";
import { type FieldReader, unreadable } from "./fields.ts";
import { joined, reference } from "./words.ts";

export type Bai2Account = { readonly unit: Currency; readonly asOf: PlainDate };

/** Type codes that take an earlier payment back (returned, reversed, rejected). */
const RETURNS = new Set("252 255 257 258 261 266 552 555 557 558 561 566 567".split(" "));
const CHEQUES = new Set("175 176 395 475".split(" "));

/** Lines of a text that name one field each. */
const TAGGED = /^\s*(?:EREF|CREF|REMI|CRNM|DBNM|CACT|DACT|CABA|DABA|CBIC|DBIC|CHKN|IDNM):/;

/** Null where the record moves no money, or where something was noted as unreadable. */
export function bai2Entry(
  fields: FieldReader,
  { line, fields: cells }: Bai2Record,
  { unit, asOf }: Bai2Account,
): StatementEntry | null {
  const [type = "", amountText = ""] = cells;
  const sign = signOf(type);
  if (sign === "none") return null;
  if (sign === null) return fields.note(unreadable(fields.format, line, "mark", type));
  const size = impliedAmount(fields, amountText, unit, line, "amount");
  if (size === null || isZero(size)) return null;
  if (isNegative(size)) return fields.note(unreadable(fields.format, line, "amount", amountText));
  const [bank, customer, ...text] = cells.slice(2 + fundsLength(cells, 2));
  const told = tagsOf(text);
  const payerReference = reference(told.get("EREF")) ?? reference(customer);
  const debit = sign === "out";
  const remark = told.get("REMI") ?? null;
  return {
    line,
    bookedOn: asOf,
    valueOn: valueDayOf(cells) ?? asOf,
    amount: debit ? negate(size) : size,
    counterName: joined([told.get(debit ? "CRNM" : "DBNM") ?? told.get("BO1")]),
    counterAccount: joined([told.get(debit ? "CACT" : "DACT")]),
    counterBank: reference(told.get(debit ? "CABA" : "DABA")),
    bankReference: reference(bank),
    payerReference,
    remark: joined([remark, ...linesOf(text).filter((part) => !TAGGED.test(part))]),
    method: CHEQUES.has(type) ? "cheque" : "bank",
    returned: RETURNS.has(type) ? returnMark(linesOf(text).join(" "), payerReference) : null,
  };
}

/** By the code's range (BAI2, appendix A); 890 carries words only. */
function signOf(type: string): "in" | "out" | "none" | null {
  const code = /^\d{3}$/.test(type) ? Number(type) : 0;
  if (code === 890) return "none";
  if ((code >= 100 && code < 400) || (code >= 920 && code < 960)) return "in";
  if ((code >= 400 && code < 700) || code >= 960) return "out";
  return null;
}

/** Funds type V names the value day. */
function valueDayOf(cells: readonly string[]): PlainDate | null {
  if (cells[2]?.trim().toUpperCase() !== "V") return null;
  return bai2Day(cells[3] ?? "");
}

/** `YYMMDD` of this century. */
export function bai2Day(text: string): PlainDate | null {
  const match = /^\s*(?:20)?(\d\d)(\d\d)(\d\d)\s*$/.exec(text);
  if (match === null) return null;
  const day = dayOf(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
  return day.ok ? day.value : null;
}

/** The text's lines: a continuation begins a new one. */
const linesOf = (text: readonly string[]): readonly string[] =>
  text.join(",").replaceAll(",\n", "\n").split("\n");

/** `DBNM: Spruce Ltd`: some banks tell the other side in lines of their own. */
function tagsOf(text: readonly string[]): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const line of linesOf(text)) {
    for (const [, tag = "", value = ""] of line.matchAll(/([A-Z]{3}[A-Z0-9]):\s*(.*)$/g)) {
      tags.set(tag, value.trim());
    }
    const [, tag = "", value = ""] = /(?:^|\s)(BO1):\s*(.*)$/.exec(line) ?? [];
    if (tag !== "") tags.set(tag, value.trim());
  }
  return tags;
}

const returnMark = (text: string, of: string | null): ReturnMark => ({
  code: /\bR\d\d\b/.exec(text)?.[0] ?? null,
  text: joined([text]),
  of,
});

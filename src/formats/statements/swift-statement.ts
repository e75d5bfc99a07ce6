/** A SWIFT message as a statement: the same for MT940 (closed day) and MT942 (running day). */
import type { Statement, StatementEntry, ToldTotals } from "../../domain/cash/statement.ts";
import { type Currency, findCurrency, type Money, negate } from "../../domain/values/money.ts";
import { ok, refuse } from "../../domain/values/result.ts";
import { broken, type FieldReader, fieldReader, unreadable } from "./fields.ts";
import type { ReadStatement, SniffedFile } from "./format.ts";
import { lenientText } from "./lenient-text.ts";
import { fieldOf, type SwiftField, type SwiftMessage, swiftMessages } from "./swift.ts";
import { swiftAmount, swiftDay, swiftEntry } from "./swift-entry.ts";
import { accountOf, reference } from "./words.ts";

/**
 * Reads all messages of a file. A message of a closed day without closing balance has lost its
 * end, and a field 61 outside of its form refuses the file: leaving it out would lose money.
 */
export function readSwift(file: SniffedFile, format: "mt940" | "mt942"): ReadStatement {
  const messages = swiftMessages(lenientText(file));
  const fields = fieldReader(format, "decimal");
  if (messages.length === 0) return refuse(broken(format, null, "structure"));
  const statements = messages.map((message) =>
    statementOf(fields, message, file.homeCurrency, format === "mt940"),
  );
  const refusal = fields.refusal();
  if (refusal !== null) return refuse(refusal);
  return ok({ format, statements, statuses: [] });
}

function statementOf(
  fields: FieldReader,
  message: SwiftMessage,
  home: Currency,
  closed: boolean,
): Statement {
  const opening = balanceOf(fields, fieldOf(message, "60F", "60M"));
  const closingField = fieldOf(message, "62F", "62M");
  const closing = balanceOf(fields, closingField);
  const end = closed ? closingField !== null : message.ended || fieldOf(message, "90C", "90D");
  if (!end) fields.note(broken(fields.format, message.fields.at(-1)?.line ?? null, "cut_off"));
  const unit = opening?.amount.currency ?? closing?.amount.currency ?? unitOf(message) ?? home;
  if (closing !== null && closing.amount.currency !== unit) {
    const text = closing.amount.currency;
    fields.note(unreadable(fields.format, closingField?.line ?? 1, "currency", text));
  }
  const number = (fieldOf(message, "28C", "28")?.content[0] ?? "").trim();
  return {
    account: accountOf(fieldOf(message, "25", "25P")?.content[0]),
    owner: null,
    currency: unit,
    number: reference(number),
    fromOn: null,
    toOn: closing?.day ?? swiftDay(fieldOf(message, "13D", "13")?.content[0]?.slice(0, 6) ?? ""),
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    told: toldOf(fields, message, unit),
    entries: entriesOf(fields, message, unit),
  };
}

const BALANCE = /^\s*([CD])(\d{6})([A-Z]{3})\s*(\d+(?:[,.]\d*)?)\s*$/;

/** `C260331EUR1234,56`; a day that doesn't exist is left out, the amount is what counts. */
function balanceOf(fields: FieldReader, field: SwiftField | null) {
  if (field === null) return null;
  const { line, content } = field;
  const text = content[0] ?? "";
  const [, mark = "", day = "", code = "", amountText = ""] = BALANCE.exec(text) ?? [];
  if (code === "") return fields.note(unreadable(fields.format, line, "balance", text));
  const unit = fields.currency(code, line);
  const size = unit && swiftAmount(fields, amountText, unit, line, "balance");
  if (size === null) return null;
  return { amount: mark === "D" ? negate(size) : size, day: swiftDay(day) };
}

/** MT942 has no balance: its floor limit (34F) or its totals (90) name the currency. */
function unitOf(message: SwiftMessage): Currency | null {
  const limit = fieldOf(message, "34F")?.content[0]?.trim().slice(0, 3);
  const totals = /^\d*([A-Z]{3})/.exec(fieldOf(message, "90C", "90D")?.content[0] ?? "")?.[1];
  return findCurrency(limit ?? "") ?? findCurrency(totals ?? "");
}

/**
 * Each line (61) with the words (86) that follow it. A field 25 behind a line is a mistyped 86;
 * words behind the closing balance are about the statement.
 */
function entriesOf(
  fields: FieldReader,
  { fields: all }: SwiftMessage,
  unit: Currency,
): readonly StatementEntry[] {
  const entries: StatementEntry[] = [];
  for (const [at, field] of all.entries()) {
    if (field.tag !== "61") continue;
    const words = wordsBehind(all, at);
    const entry = swiftEntry(fields, field, words, unit);
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** NS is a field of its own that some banks put in between. */
const WORDS = new Set(["86", "25", "NS"]);

function wordsBehind(all: readonly SwiftField[], at: number): readonly string[] {
  const words: string[] = [];
  for (let next = at + 1; WORDS.has(all[next]?.tag ?? ""); next += 1) {
    if (all[next]?.tag !== "NS") for (const line of all[next]?.content ?? []) words.push(line);
  }
  return words;
}

/** `90D:2EUR150,00`: how many debits and their sum; 90C the credits. */
function toldOf(fields: FieldReader, message: SwiftMessage, unit: Currency): ToldTotals | null {
  const debits = totalOf(fields, fieldOf(message, "90D"), unit);
  const credits = totalOf(fields, fieldOf(message, "90C"), unit);
  if (debits === null && credits === null) return null;
  return {
    inCount: credits?.count ?? null,
    inSum: credits?.sum ?? null,
    outCount: debits?.count ?? null,
    outSum: debits?.sum ?? null,
  };
}

function totalOf(
  fields: FieldReader,
  field: SwiftField | null,
  unit: Currency,
): { readonly count: number; readonly sum: Money | null } | null {
  if (field === null) return null;
  const [, count = "", code = "", amount = ""] =
    /^\s*(\d{1,6})([A-Z]{3})(\d+(?:[,.]\d*)?)\s*$/.exec(field.content[0] ?? "") ?? [];
  if (code !== unit) {
    return fields.note(unreadable(fields.format, field.line, "balance", field.content[0] ?? ""));
  }
  return { count: Number(count), sum: swiftAmount(fields, amount, unit, field.line, "balance") };
}

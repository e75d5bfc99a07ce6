/** BAI2, the cash management balance reporting of American banks. */
import type { Statement, StatementEntry, ToldTotals } from "../../domain/cash/statement.ts";
import {
  type Currency,
  currency,
  findCurrency,
  type Money,
  total,
} from "../../domain/values/money.ts";
import { ok, refuse } from "../../domain/values/result.ts";
import { impliedAmount, type Summary, summariesOf } from "./bai2-amounts.ts";
import { type Bai2Account, bai2Day, bai2Entry } from "./bai2-entry.ts";
import { type Bai2Record, bai2Records } from "./bai2-records.ts";
import { broken, type FieldReader, fieldReader, unreadable } from "./fields.ts";
import type { ReadStatement, SniffedFile, StatementFormat } from "./format.ts";
import { accountOf } from "./words.ts";

const NAME = "bai2";

export const bai2: StatementFormat = {
  name: NAME,
  sniff: ({ head }) => (/^\s*01,[^,\n]*,[^,\n]*,\d{6},/.test(head) ? "sure" : "no"),
  read: readBai2,
};

/** An account with its records, and the day and currency of the group it stands in. */
type Section = Bai2Account & {
  readonly start: Bai2Record;
  readonly details: Bai2Record[];
  trailer: Bai2Record | null;
};

/** Refused where records are missing or out of order; wrong totals are told, not refused. */
export function readBai2({ text }: SniffedFile): ReadStatement {
  const fields = fieldReader(NAME);
  const records = bai2Records(text);
  if ("wrongLine" in records) return refuse(broken(NAME, records.wrongLine, "structure"));
  const sections = sectionsOf(fields, records);
  if (records.at(-1)?.code !== "99") {
    return refuse(broken(NAME, records.at(-1)?.line ?? null, "cut_off"));
  }
  const statements = sections.map((section) => statementOf(fields, section));
  const refusal = fields.refusal();
  if (refusal !== null) return refuse(refusal);
  return ok({ format: NAME, statements, statuses: [] });
}

type Group = {
  readonly asOf: Bai2Account["asOf"];
  readonly unit: Currency;
  readonly live: boolean;
};

type Place = { group: Group | null; section: Section | null; readonly done: Section[] };

function sectionsOf(fields: FieldReader, records: readonly Bai2Record[]): readonly Section[] {
  const place: Place = { group: null, section: null, done: [] };
  for (const record of records) {
    const fits = TAKE[record.code]?.(fields, place, record) ?? true;
    if (!fits) fields.note(broken(NAME, record.line, "structure"));
  }
  return place.done;
}

/** What each record does, by its code; false where it stands outside what it belongs to. */
const TAKE: Readonly<
  Record<string, (fields: FieldReader, place: Place, record: Bai2Record) => boolean>
> = {
  "02": (fields, place, record) => {
    place.group = groupOf(fields, record);
    return true;
  },
  "03": (fields, place, record) => {
    const { group } = place;
    if (group === null) return false;
    const unit = unitOf(fields, record, group.unit);
    place.section = { start: record, details: [], trailer: null, unit, asOf: group.asOf };
    if (group.live) place.done.push(place.section);
    return true;
  },
  "16": (_, { section }, record) => section !== null && section.details.push(record) > 0,
  "49": (_, place, record) => {
    if (place.section === null) return false;
    place.section.trailer = record;
    place.section = null;
    return true;
  },
  "98": (_, place) => {
    place.group = null;
    place.section = null;
    return true;
  },
};

/** 02, receiver, originator, status, as-of day, time, currency. Status 2 deletes, 4 is a test. */
function groupOf(fields: FieldReader, { line, fields: cells }: Bai2Record): Group | null {
  const asOf = bai2Day(cells[3] ?? "");
  if (asOf === null) return fields.note(unreadable(NAME, line, "day", cells[3] ?? ""));
  const unit = namedCurrency(fields, cells[5] ?? "", line) ?? currency("USD");
  return { asOf, unit, live: cells[2] !== "2" && cells[2] !== "4" };
}

const unitOf = (fields: FieldReader, { line, fields: cells }: Bai2Record, group: Currency) =>
  namedCurrency(fields, cells[1] ?? "", line) ?? group;

function namedCurrency(fields: FieldReader, text: string, line: number): Currency | null {
  if (text.trim() === "") return null;
  return findCurrency(text.trim()) ?? fields.note(unreadable(NAME, line, "currency", text));
}

function statementOf(fields: FieldReader, section: Section): Statement {
  const { start, details, unit, asOf } = section;
  const summaries = summariesOf(fields, start.fields.slice(2), unit, start.line);
  const entries = details.flatMap((detail): readonly StatementEntry[] => {
    const entry = bai2Entry(fields, detail, section);
    return entry === null ? [] : [entry];
  });
  const balance = (type: string) => summaries.find((one) => one.type === type)?.amount ?? null;
  return {
    account: accountOf(start.fields[0]),
    owner: null,
    currency: unit,
    number: null,
    fromOn: asOf,
    toOn: asOf,
    opening: balance("010"),
    closing: balance("015"),
    told: toldOf(fields, section, summaries),
    entries,
  };
}

/** Total credits (100), total debits (400) and the account's control total (49). */
function toldOf(
  fields: FieldReader,
  { trailer, details, unit }: Section,
  summaries: readonly Summary[],
): ToldTotals {
  const inside = summaries.find(({ type }) => type === "100");
  const outside = summaries.find(({ type }) => type === "400");
  const sums = {
    inCount: inside?.count ?? null,
    inSum: inside?.amount ?? null,
    outCount: outside?.count ?? null,
    outSum: outside?.amount ?? null,
  };
  const told =
    trailer && impliedAmount(fields, trailer.fields[0] ?? "", unit, trailer.line, "balance");
  if (told === null) return sums;
  const amounts = details.map(({ fields: cells, line }): Money | null =>
    impliedAmount(fields, cells[1]?.trim() || "0", unit, line, "amount"),
  );
  const all = [...summaries.map(({ amount }) => amount), ...amounts.filter((one) => one !== null)];
  return { ...sums, control: { told, read: total(all, unit) } };
}

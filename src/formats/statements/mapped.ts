/** Any list by a person's map: which heading stands for what, and what the list leaves unsaid. */
import type { Statement, StatementRefusal } from "../../domain/cash/statement.ts";
import { ok, refuse } from "../../domain/values/result.ts";
import { currencyOf } from "../tables/choices.ts";
import type { Field } from "../tables/field.ts";
import { plainHeading } from "../tables/fields.ts";
import { broken } from "./fields.ts";
import type { ReadStatement, SniffedFile, StatementFormat, StatementMap } from "./format.ts";
import type { List } from "./lists/list.ts";
import { headingsOf, LIST_FIELDS } from "./lists/list-fields.ts";
import { headWith } from "./lists/list-header.ts";
import type { ListRules } from "./lists/list-rules.ts";
import { listsOf } from "./lists/open-lists.ts";
import { readList } from "./lists/read-list.ts";

const NAME = "mapped";

/** What a map may name, by the names that maps of other imports use. */
const FIELDS: Readonly<Record<string, string>> = {
  booked_on: "day",
  value_on: "value_day",
  in: "in",
  out: "out",
  amount: "amount",
  way: "mark",
  balance: "balance",
  currency: "currency",
  account: "account",
  owner: "owner",
  counter_name: "counter_name",
  counter_account: "counter_account",
  counter_bank: "counter_bank",
  reference: "bank_reference",
  payer_reference: "payer_reference",
  remark: "remark",
  kind: "kind",
};

/** The fields that a statement's map knows, for pages and commands that ask for one. */
export const MAP_FIELDS: readonly string[] = Object.keys(FIELDS);

/** Where a map says how the money stands in the list, no other column is taken for it. */
const MONEY = ["in", "out", "amount", "way"];
const MONEY_COLUMNS = ["in", "out", "amount", "mark"];

export const mapped: StatementFormat = {
  name: NAME,
  sniff: ({ map }) => (map === null ? "no" : "maybe"),
  read: async (file) => (file.map === null ? unknown() : readMapped(file, file.map)),
};

const unknown = (): ReadStatement => refuse({ code: "statement_unknown_format" });

async function readMapped(file: SniffedFile, map: StatementMap): Promise<ReadStatement> {
  const lists = await listsOf(file);
  if (!lists.ok) return refuse(broken(NAME, lists.refusal.line, lists.refusal.problem));
  const wrong = wrongMap(map);
  if (wrong !== null) return refuse(wrong);
  const heads = lists.value.flatMap((list) => headWith(list, Object.values(map.columns)) ?? []);
  if (heads.length === 0) return refuse(missing(lists.value, map));
  const rules = rulesOf(map);
  const found: (readonly Statement[])[] = [];
  for (const head of heads) {
    const read = readList(head, rules, file.homeCurrency);
    if (!read.ok) return read;
    found.push(read.value);
  }
  return ok({ format: NAME, statements: found.flat(), statuses: [] });
}

/** A field we don't know, or a constant currency that we don't book. */
function wrongMap({ columns, constants }: StatementMap): StatementRefusal | null {
  const strange = [...Object.keys(columns), ...Object.keys(constants)].filter(
    (field) => !Object.hasOwn(FIELDS, field),
  );
  const text = constants["currency"];
  if (strange.length > 0) {
    return { code: "statement_column_missing", format: NAME, line: 1, columns: strange };
  }
  const unbooked = text !== undefined && currencyOf(text) === null;
  return unbooked
    ? { code: "statement_field_unreadable", format: NAME, line: 1, field: "currency", text }
    : null;
}

/** The headings that no row has, as the map names them. */
function missing(lists: readonly List[], { columns }: StatementMap): StatementRefusal {
  const rows = lists.flatMap(({ rows: all }) => all.slice(0, 60));
  const seen = new Set(rows.flatMap(({ cells }) => cells.map(plainHeading)));
  const named = Object.values(columns);
  const lost = named.filter((heading) => !seen.has(plainHeading(heading)));
  const shown = lost.length > 0 ? lost : named;
  return { code: "statement_column_missing", format: NAME, line: 1, columns: shown };
}

/** The map's headings first, then those known anyway, except where the map speaks of money. */
function rulesOf(map: StatementMap): ListRules {
  const taken = new Set(Object.keys(map.columns).map((field) => FIELDS[field]));
  const money = MONEY.some((field) => Object.hasOwn(map.columns, field));
  const others = LIST_FIELDS.filter(
    ({ field }) => !taken.has(field) && !(money && MONEY_COLUMNS.includes(field)),
  );
  const own = Object.entries(map.columns).map(([field, heading]): Field => {
    const name = FIELDS[field] ?? field;
    return { field: name, zh: heading, en: "", headings: [] };
  });
  const constants = Object.entries(map.constants).map(([field, value]) => [FIELDS[field], value]);
  return {
    name: NAME,
    headings: headingsOf([...own, ...others]),
    constants: Object.fromEntries(constants),
    ...(map.dateOrder === null ? {} : { dateOrder: map.dateOrder }),
  };
}

/** A file's bytes as rows of one kind, with everything there is to say about it. */

import { type Note, noteOn, type Problem } from "../../domain/book/import-problem.ts";
import type { TableRefusal } from "../../domain/book/import-refusal.ts";
import {
  EMPTY_MAP,
  type FileRows,
  type ImportKind,
  type ImportMap,
  type KnownField,
  type ReadOptions,
  type RowOf,
} from "../../domain/book/import-row.ts";
import type { Currency } from "../../domain/values/money.ts";
import { ok, type Result, refuse } from "../../domain/values/result.ts";
import { bodyOf } from "./body.ts";
import { currencyOf } from "./choices.ts";
import { habitsOf } from "./column-habits.ts";
import { readContact } from "./contacts.ts";
import { readContract } from "./contracts.ts";
import { readCustomer } from "./customers.ts";
import { fieldsOf } from "./fields.ts";
import { fileColumns, findHeader, type Header } from "./header.ts";
import { readInvoice } from "./invoices.ts";
import { readTable } from "./read-table.ts";
import { readReceipt } from "./receipts.ts";
import { type Reading, type RowReader, rowReader } from "./row-reader.ts";
import type { Table, TableRow } from "./table.ts";
import { termsDays } from "./terms.ts";

type Readers = {
  readonly [Kind in ImportKind]: (row: RowReader, home: Currency) => RowOf[Kind] | null;
};
const READERS: Readers = {
  customers: readCustomer,
  contacts: readContact,
  contracts: readContract,
  invoices: readInvoice,
  receipts: readReceipt,
};

/** How many rows a person is shown above the mapping. */
const SHOWN_ROWS = 20;

/** Reads a file of one kind; good rows, problems and notes in the order of the file. */
export async function readRows<Kind extends ImportKind>(
  kind: Kind,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<Result<FileRows<RowOf[Kind]>, TableRefusal>> {
  const table = await readTable(bytes, { sheet: options.sheet });
  return table.ok ? rowsOf(kind, table.value, options) : table;
}

/** The rows of a table already read. */
export function rowsOf<Kind extends ImportKind>(
  kind: Kind,
  table: Table,
  { map = EMPTY_MAP, homeCurrency }: ReadOptions,
): Result<FileRows<RowOf[Kind]>, TableRefusal> {
  const wrong = wrongConstant(map);
  if (wrong !== null) return refuse({ code: "constant_wrong", ...wrong });
  const found = findHeader(table, kind, map);
  if (!found.ok) return found;
  const header = found.value;
  const body = bodyOf(table, header);
  if (body.rows.length === 0) return refuse({ code: "no_rows" });
  const habits = habitsOf(header, body.rows, map);
  const reading = { header, map, habits, merges: table.merges, days: new Map() };
  const read = readBody(reading, body.rows, (row) => READERS[kind](row, homeCurrency));
  const notes = [...titleNotes(header), ...habits.notes, ...body.notes];
  if (!header.columns.has("currency") && wantsCurrency(kind) && !map.constants["currency"]) {
    notes.push(noteOn(null, { code: "currency_assumed", currency: homeCurrency }));
  }
  return ok({
    sheet: table.sheet,
    headerLine: header.line,
    columns: fileColumns(header),
    fields: knownFields(kind),
    firstRows: body.rows.slice(0, SHOWN_ROWS),
    read: body.rows.length + body.duplicates,
    duplicates: body.duplicates,
    ...read,
    notes,
  });
}

/** Constants are looked at once, so that a wrong one is not reported on each row. */
function wrongConstant({ constants }: ImportMap) {
  const { currency, terms_days: terms } = constants;
  if (currency !== undefined && currencyOf(currency) === null) {
    return { field: "currency", text: currency };
  }
  if (terms !== undefined && termsDays(terms) === null) return { field: "terms_days", text: terms };
  return null;
}

const wantsCurrency = (kind: ImportKind): boolean =>
  fieldsOf(kind).fields.some(({ field }) => field === "currency");

const titleNotes = ({ titles }: Header): readonly Note[] =>
  titles === 0 ? [] : [noteOn(null, { code: "title_lines_skipped", count: titles })];

function readBody<Row>(
  reading: Reading,
  rows: readonly TableRow[],
  read: (row: RowReader) => Row | null,
): Pick<FileRows<Row>, "rows" | "problems" | "refused"> {
  const good: Row[] = [];
  const problems: Problem[] = [];
  const refused: { line: number; number: string | null }[] = [];
  for (const row of rows) {
    const reader = rowReader(reading, row);
    const value = read(reader);
    if (value !== null && reader.problems.length === 0) {
      good.push(value);
      continue;
    }
    problems.push(...reader.problems);
    refused.push({ line: row.line, number: reader.number("number") ?? null });
  }
  return { rows: good, problems, refused };
}

/** The fields of a kind, for a person who puts columns right. */
export const knownFields = (kind: ImportKind): readonly KnownField[] =>
  fieldsOf(kind).fields.map(({ field, zh, en }) => ({
    field,
    name: { zh, en },
    required: fieldsOf(kind).required.some(([only, ...others]) => only === field && !others.length),
  }));

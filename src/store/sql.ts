/** Running SQL: the tag, four ways to take an answer, and what the driver's values become. */
import { AsyncLocalStorage } from "node:async_hooks";
import { type Kysely, type RawBuilder, sql } from "kysely";
import pg from "pg";
import { assert } from "../domain/values/result.ts";
import { asUnavailable } from "./unavailable.ts";

export { sql };

/** A pool or a transaction: store functions take it as their first argument. */
export type Executor = Kysely<unknown>;

export type Query<Row> = RawBuilder<Row>;

const OID = { int8: 20, date: 1082, timestamptz: 1184 } as const;
const ARRAY = { int8: 1016, date: 1182, timestamptz: 1185 } as const;

/** `2026-03-31T08:00:00.000Z`; what is no moment (`infinity`) stays as it is. */
function instantText(text: string): string {
  const moment = new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
}

const textArray = pg.types.getTypeParser(1009 as number) as (
  text: string,
) => readonly (string | null)[];

const readers = new Map<number, (text: string) => unknown>([
  [OID.int8, (text) => BigInt(text)],
  [OID.date, (text) => text],
  [OID.timestamptz, instantText],
  [ARRAY.int8, (text) => textArray(text).map((one) => one && BigInt(one))],
  [ARRAY.date, textArray],
  [ARRAY.timestamptz, (text) => textArray(text).map((one) => one && instantText(one))],
]);

/**
 * How values come back on our own connections: int8 as BigInt, date as text, timestamptz as an ISO
 * instant. `sum()` over bigint is numeric and so comes as text: write `sum(…)::bigint`.
 * Kept off the driver's global table, since libraries on other connections expect its defaults.
 */
export const valueTypes = {
  getTypeParser: (oid: number, format?: string) =>
    (format === "binary" ? undefined : readers.get(oid)) ??
    pg.types.getTypeParser(oid, format as "text"),
} as pg.CustomTypesConfig;

/** JSON for a jsonb parameter; a bigint is written as text, since JSON numbers lose cents. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

/** Between JSON texts: JSON escapes it, so it never stands inside one. */
const RECORD_SEPARATOR = "\u001e";

/**
 * A list of JSON texts as one jsonb[] (or json[]) parameter. The driver escapes every quote of an
 * array's elements, which costs more than the insert itself; joined text travels as it is.
 */
export const jsonList = (
  texts: readonly string[],
  type: "json" | "jsonb" = "jsonb",
): Query<readonly unknown[]> =>
  sql`string_to_array(${texts.join(RECORD_SEPARATOR)}, ${RECORD_SEPARATOR})::${sql.raw(type)}[]`;

/** All rows of the answer. */
export async function rows<Row>(executor: Executor, query: Query<Row>): Promise<readonly Row[]> {
  return (await answer(executor, query)).rows;
}

/** The one row of the answer; none or several is a bug. */
export async function one<Row>(executor: Executor, query: Query<Row>): Promise<Row> {
  const { rows: found } = await answer(executor, query);
  const [row] = found;
  assert(row !== undefined && found.length === 1, `the query finds one row, not ${found.length}`);
  return row;
}

/** The row of the answer, or null when there is none; several is a bug. */
export async function maybe<Row>(executor: Executor, query: Query<Row>): Promise<Row | null> {
  const { rows: found } = await answer(executor, query);
  assert(found.length <= 1, `the query finds at most one row, not ${found.length}`);
  return found[0] ?? null;
}

/** Runs a statement that answers nothing; gives the number of rows it wrote. */
export async function run(executor: Executor, query: Query<unknown>): Promise<number> {
  return Number((await answer(executor, query)).numAffectedRows ?? 0n);
}

/**
 * Forgets the plans of foreign-key checks. The server keeps them for a session: those made while a
 * table had ten rows read it whole, and a hundred thousand rows later that takes minutes.
 */
export async function discardPlans(executor: Executor): Promise<void> {
  await run(executor, sql`discard plans`);
}

async function answer<Row>(executor: Executor, query: Query<Row>) {
  try {
    return await query.execute(executor);
  } catch (error) {
    throw asUnavailable(error);
  }
}

type OpenTransaction = { readonly pool: object; open: boolean };
const current = new AsyncLocalStorage<OpenTransaction>();

/**
 * Runs the work of a transaction so that a query on the pool it came from is caught: it would not
 * see what the transaction wrote, and with a busy pool it would wait for itself for ever.
 */
export async function insideTransaction<T>(pool: object, work: () => Promise<T>): Promise<T> {
  const transaction = { pool, open: true };
  try {
    return await current.run(transaction, work);
  } finally {
    transaction.open = false;
  }
}

/** Throws when the caller is inside a transaction of this pool. */
export function assertOutsideTransaction(pool: object): void {
  const transaction = current.getStore();
  const inside = transaction?.open === true && transaction.pool === pool;
  assert(!inside, "inside a transaction every query takes the transaction, not the pool");
}

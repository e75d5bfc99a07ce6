/** One row of a customer in every table that hangs on one, written from the catalogs. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { asOwner, type Connection } from "../../src/store/connection.ts";
import { inOrder, listTables } from "../../src/store/tables.ts";
import { newId } from "./book.ts";

type Column = {
  table: string;
  name: string;
  type: string;
  required: boolean;
  preset: boolean;
};
type Link = { table: string; column: string; to: string; at: string };
type Check = { table: string; text: string };

export type Row = Readonly<Record<string, unknown>>;

const COLUMNS = `
  select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as required, a.atthasdef or a.attidentity <> '' or a.attgenerated <> '' as preset
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by a.attnum`;

/** Each column that leads to another table's column; of the creditor's own column none. */
const LINKS = `
  select c.relname as table, a.attname as column, p.relname as to, b.attname as at
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_class p on p.oid = k.confrelid
  join lateral unnest(k.conkey, k.confkey) as pair (mine, theirs) on true
  join pg_attribute a on a.attrelid = c.oid and a.attnum = pair.mine
  join pg_attribute b on b.attrelid = p.oid and b.attnum = pair.theirs
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace
    and a.attname <> 'creditor_id'`;

const CHECKS = `
  select c.relname as table, pg_get_constraintdef(k.oid) as text, k.conname as name
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.contype = 'c' and k.connamespace = 'public'::regnamespace`;

type Catalog = {
  readonly tables: readonly string[];
  readonly columns: readonly Column[];
  readonly links: readonly Link[];
  readonly checks: readonly Check[];
};

async function readCatalog(client: pg.Client): Promise<Catalog> {
  const tables = inOrder(await listTables(client)).map(({ name }) => name);
  const columns = (await client.query<Column>(COLUMNS)).rows;
  const links = (await client.query<Link>(LINKS)).rows;
  const checks = (await client.query<Check & { name: string }>(CHECKS)).rows;
  return { tables, columns, links, checks };
}

/**
 * Takes the checks and sums off the tables of a test's own database, so that rows can be written
 * which say nothing but whose they are.
 */
async function takeChecksOff(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(CHECKS);
  for (const { table, name } of rows) {
    await client.query(`alter table "${table}" drop constraint "${name}"`);
  }
  for (const table of ["item", "posting"]) {
    await client.query(`alter table ${table} disable trigger user`);
  }
}

/** What a check allows in a column, where it lists the words; the first of them. */
function allowedIn(catalog: Catalog, { table, name }: Column): string | null {
  const list = new RegExp(`\\(\\(?${name}\\)?(?:::text)? = ANY \\(\\(?ARRAY\\['([^']+)'`);
  for (const check of catalog.checks) {
    const found = check.table === table ? list.exec(check.text) : null;
    if (found?.[1] !== undefined) return found[1];
  }
  return null;
}

let counted = 0;

const BY_TYPE: Readonly<Record<string, unknown>> = {
  "timestamp with time zone": "2026-03-01T00:00:00Z",
  "time without time zone": "09:00",
  boolean: false,
  json: "[]",
  jsonb: "[]",
  "character(3)": "CNY",
  "character(2)": "CN",
};

function madeUp(catalog: Catalog, column: Column): unknown {
  counted += 1;
  const { type } = column;
  if (type === "uuid") return newId();
  if (type === "date") return new Date(counted * 86_400_000).toISOString().slice(0, 10);
  if (type === "bytea") return randomBytes(32);
  if (type === "text") return allowedIn(catalog, column) ?? `x${counted}`;
  if (type in BY_TYPE) return BY_TYPE[type];
  return type.endsWith("[]") ? "{}" : 100 + counted;
}

/** Rows that the tables of the house and the customer itself already have. */
export type Given = { readonly creditor: string; readonly customer: string; readonly user: string };

/** Ties by which a row is known to be the customer's, where a column may also be empty. */
const TIED: Readonly<Record<string, Row>> = {
  bank_line: { what: "receipt", state: "booked" },
};
const SKIPPED = new Set(["creditor", "customer", "app_user", "party", "user_role"]);

async function insertRow(client: pg.Client, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  await client.query(
    `insert into "${table}" (${names.map((name) => `"${name}"`).join(", ")})
     values (${names.map((_, at) => `$${at + 1}`).join(", ")})`,
    Object.values(row),
  );
}

type Making = { readonly catalog: Catalog; readonly given: Given; readonly made: Map<string, Row> };

/** A column's value; undefined: left to its default, or empty. */
function cellOf({ catalog, given, made }: Making, column: Column, tied: boolean): unknown {
  const { table, name, required, preset } = column;
  if (name === "creditor_id") return given.creditor;
  if (name === "customer_id") return given.customer;
  const link = catalog.links.find((one) => one.table === table && one.column === name);
  if (link?.to === "app_user") return required ? given.user : undefined;
  if (link !== undefined) return required || !tied ? made.get(link.to)?.[link.at] : undefined;
  return required && !preset ? madeUp(catalog, column) : undefined;
}

function rowOf(making: Making, table: string): Row {
  const columns = making.catalog.columns.filter((column) => column.table === table);
  const tied = columns.some(({ name }) => name === "customer_id");
  const cells = columns.map((column) => [column.name, cellOf(making, column, tied)] as const);
  const filled = cells.filter(([, value]) => value !== undefined && value !== null);
  return { ...Object.fromEntries(filled), ...TIED[table] };
}

/** Inserts the rows; gives each table's. The database keeps no checks after it. */
export async function insertOneOfEach(
  connection: Connection,
  givens: readonly Given[],
): Promise<readonly ReadonlyMap<string, Row>[]> {
  return await asOwner(connection, async (client) => {
    const catalog = await readCatalog(client);
    await takeChecksOff(client);
    const ofBook = catalog.tables.filter(
      (table) =>
        !SKIPPED.has(table) &&
        catalog.columns.some((column) => column.table === table && column.name === "creditor_id"),
    );
    const all: ReadonlyMap<string, Row>[] = [];
    for (const given of givens) {
      const made = new Map<string, Row>();
      for (const table of ofBook) {
        const row = rowOf({ catalog, given, made }, table);
        made.set(table, row);
        await insertRow(client, table, row);
      }
      const [line, receipt] = [made.get("bank_line"), made.get("receipt")];
      await client.query("update receipt set bank_line_id = $1 where id = $2", [
        line?.["id"],
        receipt?.["id"],
      ]);
      all.push(made);
    }
    return all;
  });
}

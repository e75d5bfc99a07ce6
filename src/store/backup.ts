/** Backup: every row and document of a store into one file, as of one moment. */
import type pg from "pg";
import {
  type BackupHead,
  type BackupRow,
  type BackupTable,
  writeBackupFile,
} from "./backup-format.ts";
import { asOwner, type Connection } from "./connection.ts";
import { listApplied } from "./migrate.ts";
import { listTables, type Table } from "./tables.ts";

export type BackupSummary = {
  readonly tables: number;
  readonly rows: number;
};

/** The ledger of migrations belongs to the store, not to its content. */
export const NOT_CONTENT = new Set(["migration"]);

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const ROWS_AT_ONCE = 1000;

/** Documents come one by one: each may have 20 MB. */
const rowsAtOnce = ({ columns }: Table): number =>
  columns.some(({ type }) => type === "bytea") ? 1 : ROWS_AT_ONCE;

const written = ({ columns }: Table) => columns.filter(({ generated }) => !generated);

async function countRows(client: pg.Client, table: Table): Promise<BackupTable> {
  const { rows } = await client.query<{ count: bigint }>(
    `select count(*) as count from ${quote(table.name)}`,
  );
  const columns = written(table).map(({ name }) => name);
  return { name: table.name, columns, rows: Number(rows[0]?.count ?? 0n) };
}

async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<BackupRow> {
  const columns = written(table).map(({ name }) => `${quote(name)}::text`);
  await client.query(
    `declare backup no scroll cursor for select ${columns.join(", ")} from ${quote(table.name)}`,
  );
  const fetch = { text: `fetch ${rowsAtOnce(table)} from backup`, rowMode: "array" as const };
  for (;;) {
    const { rows } = await client.query<(string | null)[]>(fetch);
    if (rows.length === 0) break;
    yield* rows;
  }
  await client.query("close backup");
}

async function* rowsOfAll(client: pg.Client, tables: readonly Table[]): AsyncGenerator<BackupRow> {
  for (const table of tables) yield* rowsOf(client, table);
}

/**
 * Writes the whole store, documents included, to a file; other programs go on reading and writing
 * meanwhile. Works on any schema version, since it asks the catalogs for the tables.
 */
export async function writeBackup(
  connection: Connection,
  file: string,
  made: { readonly program: string; readonly at: string },
): Promise<BackupSummary> {
  return await asOwner(connection, async (client) => {
    await client.query("start transaction isolation level repeatable read, read only");
    const tables = (await listTables(client)).filter(({ name }) => !NOT_CONTENT.has(name));
    const counted: BackupTable[] = [];
    for (const table of tables) counted.push(await countRows(client, table));
    const head: BackupHead = {
      huikuan: "backup",
      format: 1,
      program: made.program,
      madeAt: made.at,
      migrations: (await listApplied(client)).map(({ checksum }) => checksum),
      tables: counted,
    };
    await writeBackupFile(file, head, rowsOfAll(client, tables));
    await client.query("commit");
    return { tables: counted.length, rows: counted.reduce((sum, { rows }) => sum + rows, 0) };
  });
}

/** Restore: a backup file into an empty store, all or nothing, proved before it is kept. */
import type pg from "pg";
import { NOT_CONTENT } from "./backup.ts";
import { type BackupHead, type BackupTable, readBackupFile } from "./backup-format.ts";
import { asOwner, type Connection, ownerTransaction, placeOf } from "./connection.ts";
import { listMigrations, MIGRATIONS, type Migration, migrateWithin } from "./migrate.ts";
import {
  backupDamaged,
  backupOfNewerProgram,
  backupOfOtherProgram,
  storeNotEmpty,
} from "./refusals.ts";
import { listTables, type Table } from "./tables.ts";

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Filled by the program itself when a store is first opened: these don't make it inhabited. */
const FILLED_BY_ITSELF = new Set(["calendar_year", "calendar_day", "setting"]);

const BATCH_ROWS = 1000;
const BATCH_CHARACTERS = 8 * 1024 * 1024;

async function assertEmpty(client: pg.Client, tables: readonly Table[], place: Connection) {
  for (const { name } of tables) {
    if (FILLED_BY_ITSELF.has(name) || NOT_CONTENT.has(name)) continue;
    const { rowCount } = await client.query(`select from ${quote(name)} limit 1`);
    if (rowCount !== 0) throw storeNotEmpty(placeOf(place));
  }
}

/** Refuses a backup whose schema this program never had. */
function assertSchemaKnown(file: string, head: BackupHead, known: readonly Migration[]): void {
  if (head.migrations.length > known.length) throw backupOfNewerProgram(file, head.program);
  const same = head.migrations.every((checksum, at) => known[at]?.checksum === checksum);
  if (!same || head.migrations.length === 0) throw backupOfOtherProgram(file, head.program);
}

/** Takes down our own empty tables and functions, so that an older schema can be set up. */
async function clearSchema(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const names = tables.map(({ name }) => quote(name));
  if (names.length > 0) await client.query(`drop table ${names.join(", ")} cascade`);
  const { rows } = await client.query<{ text: string }>(`
    select format('drop routine %s cascade', p.oid::regprocedure) as text
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and pg_has_role(p.proowner, 'member')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`);
  for (const { text } of rows) await client.query(text);
}

function insertInto(table: Table, columns: readonly string[]): string {
  const typeOf = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = columns.map((name, at) => `(r.line ->> ${at})::${typeOf.get(name)}`);
  return (
    `insert into ${quote(table.name)} (${columns.map(quote).join(", ")}) ` +
    `overriding system value select ${values.join(", ")} ` +
    "from jsonb_array_elements($1::jsonb) r (line)"
  );
}

/** Reads one table's rows from the file and inserts them in batches. */
async function loadTable(
  client: pg.Client,
  table: Table,
  { columns, rows: expected }: BackupTable,
  rows: AsyncGenerator<string>,
  damaged: () => Error,
): Promise<void> {
  const insert = insertInto(table, columns);
  let batch: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [`[${batch.join(",")}]`]);
    batch = [];
    characters = 0;
  };
  for (let count = 0; count < expected; count += 1) {
    const { value, done } = await rows.next();
    if (done === true) throw damaged();
    batch.push(value);
    characters += value.length;
    if (batch.length === BATCH_ROWS || characters > BATCH_CHARACTERS) await flush();
  }
  await flush();
}

/** Numbers that the server hands out go on after the largest one restored. */
async function continueIdentities(client: pg.Client, table: Table): Promise<void> {
  for (const { name } of table.columns.filter((column) => column.identity)) {
    const sequence = `pg_get_serial_sequence('public.${quote(table.name)}', '${name}')`;
    await client.query(
      `select setval(${sequence}, coalesce(max(${quote(name)}), 0) + 1, false)
       from ${quote(table.name)}`,
    );
  }
}

/** Rows that were garbled without the file noticing yet are refused by the database's own rules. */
const isOfContent = (error: unknown): boolean =>
  /^2[23]/.test((error as { code?: string } | null)?.code ?? "");

/** What the checks at each statement's end would have found, asked once of the whole ledger. */
const UNSOUND = `
  select (
    select count(*) from (
      select from posting group by creditor_id, entry_id, currency having sum(amount) <> 0
    ) unbalanced
  ) + (
    select count(*) from item i
    left join (
      select creditor_id, item_id, sum(amount) as amount from posting group by creditor_id, item_id
    ) posted on posted.creditor_id = i.creditor_id and posted.item_id = i.id
    where i.open_amount <> coalesce(posted.amount, 0)
  ) + (
    select count(*) from posting p
    join item i on i.creditor_id = p.creditor_id and i.id = p.item_id
    where i.currency <> p.currency
  ) as unsound`;

async function load(
  client: pg.Client,
  file: string,
  head: BackupHead,
  rows: AsyncGenerator<string>,
) {
  const damaged = () => backupDamaged(file);
  const tables = (await listTables(client)).filter(({ name }) => !NOT_CONTENT.has(name));
  const names = tables.map(({ name }) => quote(name));
  await client.query(`truncate ${names.join(", ")}`);
  if (tables.length !== head.tables.length) throw damaged();
  // The checks at a statement's end need items and postings in one statement; here they come in
  // separate batches, so the whole ledger is checked once instead, before anything is kept.
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  for (const table of tables) {
    const stored = head.tables.find(({ name }) => name === table.name);
    if (stored === undefined) throw damaged();
    await loadTable(client, table, stored, rows, damaged);
    await continueIdentities(client, table);
  }
  if ((await rows.next()).done !== true) throw damaged();
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  const { rows: found } = await client.query<{ unsound: bigint }>(UNSOUND);
  if (found[0]?.unsound !== 0n) throw damaged();
}

/**
 * Restores a backup into an empty store and brings it to this program's schema, in one transaction.
 * Refusals (`Unavailable`): a store with content; a file that is no backup, is damaged or cut, or
 * comes from a newer or another program.
 */
export async function restoreBackup(
  connection: Connection,
  file: string,
  migrations = MIGRATIONS,
): Promise<BackupHead> {
  const known = await listMigrations(migrations);
  const backup = await readBackupFile(file);
  try {
    assertSchemaKnown(file, backup.head, known);
    return await asOwner(connection, (client) =>
      ownerTransaction(client, async () => {
        const place = placeOf(connection);
        const present = await listTables(client);
        await assertEmpty(client, present, connection);
        await clearSchema(client, present);
        await migrateWithin(client, known, place, backup.head.migrations.length - 1);
        await load(client, file, backup.head, backup.rows()).catch((error: unknown) => {
          throw isOfContent(error) ? backupDamaged(file, error) : error;
        });
        await migrateWithin(client, known, place);
        return backup.head;
      }),
    );
  } finally {
    backup.close();
  }
}

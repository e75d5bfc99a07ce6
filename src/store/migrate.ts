/** Migrations: brings a store's schema to what this program knows, forward only, all or nothing. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { assert, type Sentence } from "../domain/values/result.ts";
import { asOwner, type Connection, ownerTransaction, placeOf } from "./connection.ts";
import {
  encodingWrong,
  migrationEdited,
  migrationNotAllowed,
  serverTooOld,
  storeOfNewerProgram,
} from "./refusals.ts";
import { giveRights } from "./rights.ts";

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly text: string;
  readonly checksum: string;
};

/** What stands in the store: its newest version (−1: nothing yet) and what a run would apply. */
export type SchemaState = {
  readonly version: number;
  readonly pending: readonly Migration[];
  readonly holdsRows: boolean;
};

export const MIGRATIONS = fileURLToPath(new URL("./migrations/", import.meta.url));

/** One number for all our programs on a database: whoever migrates holds it. */
const LOCK = "7225468153"; // "HUIKUAN" typed on a telephone's keys, cut to fit

const OLDEST_SERVER = 150_000;
const INSUFFICIENT_PRIVILEGE = "42501";

/** The files `NNNN_name.sql` of a folder in order; two of one number, or a gap, is a bug. */
export async function listMigrations(folder = MIGRATIONS): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return await Promise.all(
    names.map(async (file, at) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file);
      assert(match !== null && Number(match[1]) === at, `${file} is migration number ${at}`);
      const text = await readFile(`${folder}/${file}`, "utf8");
      const checksum = createHash("sha256").update(text.replace(/\r\n/g, "\n")).digest("hex");
      return { version: at, name: match[2] ?? "", text, checksum };
    }),
  );
}

type Applied = { version: number; name: string; checksum: string };

/** The migrations a store has had, in order; none when it has no schema yet. */
export async function listApplied(client: pg.Client): Promise<readonly Applied[]> {
  const table = await client.query<{ there: boolean }>(
    "select to_regclass('migration') is not null as there",
  );
  if (table.rows[0]?.there !== true) return [];
  const { rows } = await client.query<Applied>(
    "select version, name, checksum from migration order by version",
  );
  return rows;
}

async function assertServerFits(client: pg.Client, place: Sentence): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::integer as version,
       current_setting('server_encoding') as encoding`,
  );
  const { version = 0, encoding = "" } = rows[0] ?? {};
  if (version < OLDEST_SERVER) throw serverTooOld(place, Math.floor(version / 10_000));
  if (encoding !== "UTF8") throw encodingWrong(place, encoding);
}

/** Refuses a store that a newer program wrote, and one whose applied files were edited since. */
function assertKnown(applied: readonly Applied[], known: readonly Migration[], place: Sentence) {
  const newest = applied.at(-1)?.version ?? -1;
  if (newest >= known.length) throw storeOfNewerProgram(place, newest, known.length - 1);
  for (const { version, name, checksum } of applied) {
    if (known[version]?.checksum !== checksum) throw migrationEdited(version, name);
  }
}

/** Looks at a store without changing it; refuses what `migrate` would refuse. */
export async function schemaState(
  connection: Connection,
  folder = MIGRATIONS,
): Promise<SchemaState> {
  const known = await listMigrations(folder);
  return await asOwner(connection, async (client) => {
    await assertServerFits(client, placeOf(connection));
    const applied = await listApplied(client);
    assertKnown(applied, known, placeOf(connection));
    const holdsRows = applied.length > 1 && (await hasCreditor(client));
    return {
      version: applied.at(-1)?.version ?? -1,
      pending: known.slice(applied.length),
      holdsRows,
    };
  });
}

async function hasCreditor(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>(
    "select exists (select from creditor) as found",
  );
  return rows[0]?.found === true;
}

async function apply(client: pg.Client, { version, name, text, checksum }: Migration) {
  try {
    await client.query(text);
  } catch (error) {
    const refused = (error as { code?: string }).code === INSUFFICIENT_PRIVILEGE;
    if (refused) throw migrationNotAllowed(version, name, error as Error);
    throw error;
  }
  await client.query(
    "insert into migration (version, name, checksum, applied_at) values ($1, $2, $3, now())",
    [version, name, checksum],
  );
}

const LEDGER_OF_MIGRATIONS = `create table if not exists migration (
  version integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null
)`;

/**
 * Applies what is missing up to `upTo`, inside the caller's transaction, and gives the application
 * its rights. Whoever comes second waits for the lock and finds nothing left to do.
 */
export async function migrateWithin(
  client: pg.Client,
  known: readonly Migration[],
  place: Sentence,
  upTo = known.length - 1,
): Promise<readonly Migration[]> {
  await client.query(`select pg_advisory_xact_lock(${LOCK})`);
  await client.query(LEDGER_OF_MIGRATIONS);
  const applied = await listApplied(client);
  assertKnown(applied, known, place);
  const pending = known.slice(applied.length, upTo + 1);
  for (const migration of pending) await apply(client, migration);
  await giveRights(client);
  return pending;
}

/**
 * Brings a store up to date; gives the migrations that were applied. Refusals (`Unavailable`): a
 * server too old or not in UTF-8, a store of a newer program, an edited file, missing rights.
 */
export async function migrate(
  connection: Connection,
  folder = MIGRATIONS,
): Promise<readonly Migration[]> {
  const known = await listMigrations(folder);
  const place = placeOf(connection);
  return await asOwner(connection, async (client) => {
    await assertServerFits(client, place);
    return await ownerTransaction(client, () => migrateWithin(client, known, place));
  });
}

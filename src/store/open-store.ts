/** Opens a store as the program needs it: running, backed up before a change, migrated. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { writeBackup } from "./backup.ts";
import { seedCalendars } from "./calendars.ts";
import type { Connection } from "./connection.ts";
import { type Database, openDatabase } from "./database.ts";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { type Migration, migrate, schemaState } from "./migrate.ts";

export type StorePlace =
  | { readonly kind: "embedded"; readonly dataDir: string }
  | { readonly kind: "url"; readonly url: string };

export type OpenStoreOptions = {
  readonly place: StorePlace;
  /** Where the backup before a migration goes. */
  readonly backupFolder: string;
  /** The program's version, for the backup. */
  readonly program: string;
  readonly now: string;
  /** Use the server of another process on the same data folder instead of refusing. */
  readonly join?: boolean;
  readonly fast?: boolean;
  /** Told where the backup before a migration was written. */
  readonly onBackup?: (file: string) => void;
  /** Another folder of migrations, for tests. */
  readonly migrations?: string;
};

export type Store = {
  readonly database: Database;
  readonly connection: Connection;
  readonly applied: readonly Migration[];
  /** Closes the pool, then stops the embedded server unless another process owns it. */
  readonly close: () => Promise<void>;
};

type Running = Pick<Embedded, "connection" | "stop">;

async function start({ place, join: mayJoin = false, fast = false }: OpenStoreOptions) {
  if (place.kind === "embedded") {
    return await startEmbedded({ dataDir: place.dataDir, join: mayJoin, fast });
  }
  const connection: Connection = { kind: "url", url: place.url };
  return { connection, stop: async () => undefined } satisfies Running;
}

/** A store with content is written to a file before a newer program changes its schema. */
async function backUpBeforeMigration(connection: Connection, options: OpenStoreOptions) {
  const { version, pending, holdsRows } = await schemaState(connection, options.migrations);
  if (pending.length === 0 || !holdsRows) return;
  const moment = options.now.replace(/[^0-9TZ]/g, "");
  mkdirSync(options.backupFolder, { recursive: true, mode: 0o700 });
  const file = join(options.backupFolder, `before-schema-${version + pending.length}-${moment}.gz`);
  await writeBackup(connection, file, { program: options.program, at: options.now });
  options.onBackup?.(file);
}

/** Starts what must be started without migrating: for `restore`, which wants an empty store. */
export async function startStore(options: OpenStoreOptions): Promise<Running> {
  return await start(options);
}

/**
 * Opens the store. Refusals (`Unavailable`, one sentence each): those of `startEmbedded`, of
 * `migrate` and of `openDatabase`; nothing is left running after one.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { connection, stop } = await start(options);
  try {
    await backUpBeforeMigration(connection, options);
    const applied = await migrate(connection, options.migrations);
    const database = await openDatabase(connection);
    await seedCalendars(database.db);
    const close = async () => {
      await database.close();
      await stop();
    };
    return { database, connection, applied, close };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A store is opened running, backed up before a change, and migrated. */
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testStore } from "../../test/kit/database.ts";
import { writeBackup } from "./backup.ts";
import { readBackupFile } from "./backup-format.ts";
import { type Connection, clientConfig } from "./connection.ts";
import { listMigrations, MIGRATIONS } from "./migrate.ts";
import { type OpenStoreOptions, openStore, startStore } from "./open-store.ts";
import { restoreBackup } from "./restore.ts";
import { one, run, sql } from "./sql.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "huikuan-open-"));
  chmodSync(folder, 0o711);
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

const optionsFor = (place: OpenStoreOptions["place"]): OpenStoreOptions => ({
  place,
  backupFolder: join(folder, "backups"),
  program: "0.1.0",
  now: "2026-03-31T08:00:00.000Z",
  fast: true,
});

/** The same store as a person with `DATABASE_URL` would name it. */
function urlOf(connection: Connection): string {
  const { host = "", user = "", database = "", connectionString } = clientConfig(connection);
  return connectionString ?? `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`;
}

const creditor = sql`insert into creditor (id, code, name, created_at)
  values (gen_random_uuid(), 'acme', 'Acme', now())`;
const counted = sql<{ n: bigint }>`select count(*) as n from creditor`;

test("an embedded store is made, kept, shared when asked, and closed", async () => {
  const options = optionsFor({ kind: "embedded", dataDir: join(folder, "data") });
  const first = await openStore(options);
  expect(first.applied.length).toBeGreaterThan(1);
  await run(first.database.db, creditor);
  await first.close();
  const second = await openStore(options);
  expect(second.applied).toEqual([]);
  await expect(openStore(options)).rejects.toThrow("Another huikuan is running");
  const guest = await openStore({ ...options, join: true });
  await guest.close();
  expect(await one(second.database.db, counted)).toEqual({ n: 1n });
  await second.close();
  const started = await startStore(options);
  await expect(restoreBackup(started.connection, join(folder, "none"))).rejects.toThrow("ENOENT");
  await started.stop();
});

test("before a newer program changes a store with content, it is written to a file", async () => {
  const store = await testStore();
  const known = await listMigrations();
  const newer = join(folder, "migrations");
  const options = {
    ...optionsFor({ kind: "url", url: urlOf(store.connection) }),
    migrations: newer,
  };
  const addMigration = (number: number, name: string) => {
    const file = `${String(number).padStart(4, "0")}_${name}.sql`;
    writeFileSync(join(newer, file), `create table ${name} (id uuid primary key);`);
  };
  cpSync(MIGRATIONS, newer, { recursive: true });
  addMigration(known.length, "first");
  const empty = await openStore(options);
  await run(empty.database.db, creditor);
  await empty.close();
  expect(readdirSync(folder)).not.toContain("backups");

  addMigration(known.length + 1, "second");
  const told: string[] = [];
  const full = await openStore({ ...options, onBackup: (file) => told.push(file) });
  expect(full.applied).toMatchObject([{ name: "second" }]);
  await full.close();
  const file = join(folder, "backups", `before-schema-${known.length + 1}-20260331T080000000Z.gz`);
  expect(told).toEqual([file]);
  const backup = await readBackupFile(file);
  backup.close();
  expect(backup.head.migrations).toHaveLength(known.length + 1);
  expect(backup.head.tables.find(({ name }) => name === "creditor")?.rows).toBe(1);
  await store.drop();
});

test("a backup made before an update is restored and brought up to date", async () => {
  const file = join(folder, "older.gz");
  const store = await testStore();
  const older = await openStore(optionsFor({ kind: "url", url: urlOf(store.connection) }));
  await run(older.database.db, creditor);
  await older.close();
  await writeBackup(store.connection, file, { program: "0.1.0", at: "2026-03-31T08:00:00.000Z" });
  const newer = join(folder, "newer");
  cpSync(MIGRATIONS, newer, { recursive: true });
  const number = String((await listMigrations()).length).padStart(4, "0");
  writeFileSync(join(newer, `${number}_colour.sql`), "alter table creditor add colour text;");
  const target = await testStore();
  await restoreBackup(target.connection, file, newer);
  const options = {
    ...optionsFor({ kind: "url", url: urlOf(target.connection) }),
    migrations: newer,
  };
  const opened = await openStore(options);
  expect(opened.applied).toEqual([]);
  const restored = sql<{ code: string; colour: null }>`select code, colour from creditor`;
  expect(await one(opened.database.db, restored)).toEqual({ code: "acme", colour: null });
  await opened.close();
  await store.drop();
  await target.drop();
});

test("a store that can't be opened leaves nothing running", async () => {
  const dataDir = join(folder, "older-program");
  const newer = join(folder, "of-the-future");
  cpSync(MIGRATIONS, newer, { recursive: true });
  const number = String((await listMigrations()).length).padStart(4, "0");
  writeFileSync(join(newer, `${number}_future.sql`), "select 1;");
  const options = optionsFor({ kind: "embedded", dataDir });
  await (await openStore({ ...options, migrations: newer })).close();
  await expect(openStore(options)).rejects.toThrow("was written by a newer huikuan");
  expect(readdirSync(join(dataDir, "postgres"))).not.toContain("postmaster.pid");
});

/** A fresh, migrated database for a test file: a clone of the run's template, made in 60 ms. */
import { inject } from "vitest";
import { asOwner, type Connection, inDatabase } from "../../src/store/connection.ts";
import { type Database, openDatabase } from "../../src/store/database.ts";

let made = 0;

async function create(name: string, template: string): Promise<void> {
  await asOwner(inject("server"), (client) =>
    client.query(`create database ${name} template ${template} strategy wal_log`),
  );
}

async function drop(name: string): Promise<void> {
  await asOwner(inject("server"), (client) =>
    client.query(`drop database if exists ${name} with (force)`),
  );
}

export type TestStore = {
  readonly connection: Connection;
  readonly drop: () => Promise<void>;
};

/** A database of its own without a pool: cloned from the template, or empty. */
export async function testStore(kind: "migrated" | "empty" = "migrated"): Promise<TestStore> {
  made += 1;
  const name = `${inject("template")}_${process.pid}_${process.env["VITEST_POOL_ID"] ?? 0}_${made}`;
  await create(name, kind === "migrated" ? inject("template") : "template0 encoding 'UTF8'");
  return { connection: inDatabase(inject("server"), name), drop: () => drop(name) };
}

/** An open, migrated database; `close` closes the pool and drops the database. */
export async function testDatabase(): Promise<Database> {
  const store = await testStore();
  const database = await openDatabase(store.connection);
  const close = async () => {
    await database.close();
    await store.drop();
  };
  return { ...database, close };
}

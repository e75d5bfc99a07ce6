/** Migrations are applied once, in order, all or nothing, and never edited. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { type TestStore, testStore } from "../../test/kit/database.ts";
import { asOwner, inDatabase } from "./connection.ts";
import { listMigrations, MIGRATIONS, migrate, schemaState } from "./migrate.ts";
import { dumpSchema } from "./schema-dump.ts";

const folder = mkdtempSync(join(tmpdir(), "huikuan-migrations-"));
let store: TestStore;

beforeEach(async () => {
  store = await testStore("empty");
  rmSync(folder, { recursive: true, force: true });
  cpSync(MIGRATIONS, folder, { recursive: true });
});
afterEach(() => store.drop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const count = (await listMigrations()).length;
const next = `${String(count).padStart(4, "0")}_next.sql`;
const add = (name: string, text: string) => writeFileSync(join(folder, name), text);
const ask = (text: string) =>
  asOwner(store.connection, async (client) => (await client.query(text)).rows);

describe("migrations", () => {
  test("are applied once and in order, and recorded with their checksum", async () => {
    expect(await migrate(store.connection, folder)).toHaveLength(count);
    expect(await migrate(store.connection, folder)).toEqual([]);
    add(next, "create table next (id uuid primary key);");
    expect(await migrate(store.connection, folder)).toMatchObject([
      { version: count, name: "next" },
    ]);
    const recorded = await ask("select version, name, length(checksum) as size from migration");
    expect(recorded.at(-1)).toEqual({ version: count, name: "next", size: 64 });
  });

  test("of several programs starting at once are applied by one of them", async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(store.connection, folder)));
    expect(runs.map((applied) => applied.length).sort()).toEqual([0, 0, 0, count]);
  });

  test("are all or nothing", async () => {
    add(next, "create table next (id uuid primary key); select 1 / 0;");
    await expect(migrate(store.connection, folder)).rejects.toThrow("division by zero");
    expect(await asOwner(store.connection, dumpSchema)).not.toContain("create table");
  });

  test("must not be edited once applied", async () => {
    await migrate(store.connection, folder);
    add("0001_book.sql", "create table other ();");
    const sentence = "Migration 1 (book) was edited after it had been applied";
    await expect(migrate(store.connection, folder)).rejects.toThrow(sentence);
    await expect(schemaState(store.connection, folder)).rejects.toThrow(sentence);
  });

  test("a line ending changed by a version control system is no edit", async () => {
    await migrate(store.connection, folder);
    const [, book] = await listMigrations();
    add("0001_book.sql", (book?.text ?? "").replaceAll("\n", "\r\n"));
    expect(await migrate(store.connection, folder)).toEqual([]);
  });

  test("of a newer program make an older one stop", async () => {
    add(next, "select 1;");
    await migrate(store.connection, folder);
    const sentence = new RegExp(`newer huikuan \\(schema ${count}; .* up to ${count - 1}\\)`);
    await expect(migrate(store.connection)).rejects.toThrow(sentence);
    await expect(schemaState(store.connection)).rejects.toThrow(sentence);
  });

  test("are numbered without gap or double", async () => {
    add(`${String(count + 1).padStart(4, "0")}_gap.sql`, "select 1;");
    await expect(listMigrations(folder)).rejects.toThrow(`gap.sql is migration number ${count}`);
    rmSync(folder, { recursive: true });
    cpSync(MIGRATIONS, folder, { recursive: true });
    add("0001_again.sql", "select 1;");
    await expect(listMigrations(folder)).rejects.toThrow("is migration number");
  });
});

describe("the state of a schema", () => {
  test("before the first run, after it, and with a creditor", async () => {
    const fresh = await schemaState(store.connection, folder);
    expect([fresh.version, fresh.pending.length, fresh.holdsRows]).toEqual([-1, count, false]);
    await migrate(store.connection, folder);
    expect(await schemaState(store.connection, folder)).toEqual({
      version: count - 1,
      pending: [],
      holdsRows: false,
    });
    await ask(
      `insert into creditor (id, code, name, created_at)
       values (gen_random_uuid(), 'a', 'A', now())`,
    );
    expect((await schemaState(store.connection, folder)).holdsRows).toBe(true);
  });
});

test("a database that can't hold every character is refused", async () => {
  const { connection } = store;
  const name = `${inject("template")}_ascii`;
  const create = `create database ${name} template template0 encoding 'SQL_ASCII' locale 'C'`;
  await asOwner(inject("server"), (client) => client.query(create));
  await expect(migrate(inDatabase(connection, name))).rejects.toThrow("stores text as SQL_ASCII");
  await asOwner(inject("server"), (client) => client.query(`drop database ${name}`));
});

test("a user who may not change the schema is told what to do", async () => {
  await ask("drop role if exists huikuan_guest");
  await ask("create role huikuan_guest login");
  const { connection } = store;
  const guest =
    connection.kind === "socket"
      ? { ...connection, user: "huikuan_guest" }
      : {
          ...connection,
          url: Object.assign(new URL(connection.url), { username: "huikuan_guest" }).href,
        };
  await expect(migrate(guest)).rejects.toThrow(/permission denied|is not allowed|does not answer/);
  await ask("drop role huikuan_guest");
});

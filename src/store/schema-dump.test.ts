/** The schema checked in is the one that the migrations make. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { testStore } from "../../test/kit/database.ts";
import { asOwner } from "./connection.ts";
import { dumpSchema } from "./schema-dump.ts";

test("schema.sql says what the migrations make (`npm run fix` writes it)", async () => {
  const store = await testStore();
  const checkedIn = readFileSync(new URL("./schema.sql", import.meta.url), "utf8");
  expect(await asOwner(store.connection, dumpSchema)).toBe(checkedIn);
  await store.drop();
});

test("columns, keys, checks, indexes, triggers, rights, views and functions are in it", async () => {
  const store = await testStore("empty");
  const dump = await asOwner(store.connection, async (client) => {
    await client.query(`
      create table parent (id bigint generated always as identity primary key);
      create table child (
        id uuid primary key, parent_id bigint not null references parent,
        amount bigint default 0 check (amount >= 0), gone text, note text unique
      );
      alter table child drop column gone;
      create index child_parent on child (parent_id);
      create function nothing() returns trigger language plpgsql as 'begin return null; end';
      create trigger child_said after insert on child execute function nothing();
      create view rich as select id from child where amount > 100;
    `);
    return await dumpSchema(client);
  });
  for (const part of [
    "create table parent (\n  id bigint not null generated as identity,",
    "  parent_id bigint not null,",
    "  amount bigint default 0,",
    "  constraint child_amount_check CHECK ((amount >= 0))",
    "  constraint child_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES parent(id)",
    "  constraint child_note_key UNIQUE (note)",
    "CREATE INDEX child_parent ON public.child USING btree (parent_id);",
    "CREATE TRIGGER child_said AFTER INSERT ON public.child",
    "create view rich as",
    "CREATE OR REPLACE FUNCTION public.nothing()",
  ]) {
    expect(dump).toContain(part);
  }
  expect(dump).not.toContain("gone");
  expect(dump.match(/child_pkey/g)).toHaveLength(1);
  await store.drop();
});

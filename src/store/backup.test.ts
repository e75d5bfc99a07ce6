/** A backup restored is the same store; anything less than a whole one is refused. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestStore, testStore } from "../../test/kit/database.ts";
import { writeBackup } from "./backup.ts";
import { asOwner, type Connection } from "./connection.ts";
import { openDatabase } from "./database.ts";
import { restoreBackup } from "./restore.ts";
import { dumpSchema } from "./schema-dump.ts";
import { jsonText, run, sql } from "./sql.ts";

const MADE = { program: "0.1.0", at: "2026-03-31T08:00:00.000Z" };
const folder = mkdtempSync(join(tmpdir(), "huikuan-backup-"));
const file = join(folder, "whole.gz");
const letter = randomBytes(3_000_000);
const creditor = randomUUID();
const stores: TestStore[] = [];
let source: Connection;

async function freshStore(kind: "migrated" | "empty" = "migrated"): Promise<Connection> {
  const store = await testStore(kind);
  stores.push(store);
  return store.connection;
}

/** A creditor with 2,500 settled and open invoices, a document, and every odd kind of value. */
async function fill(connection: Connection): Promise<void> {
  const database = await openDatabase(connection);
  const customer = randomUUID();
  await run(
    database.db,
    sql`insert into creditor (id, code, name, created_at)
      values (${creditor}, 'acme', '云杉 "精密"\n机械\\', '2026-03-31 08:00:00.123456+00')`,
  );
  await run(
    database.db,
    sql`insert into customer (creditor_id, id, number, name, wake_on, created_at)
      values (${creditor}, ${customer}, 'K1', '客户😀', '-infinity', '2026-03-31T08:00:00Z')`,
  );
  await run(
    database.db,
    sql`insert into document
      (creditor_id, sha256, bytes, media_type, file_name, kind, source, created_at)
      select ${creditor}, sha256(b.bytes), b.bytes, 'application/pdf', '函.pdf', 'letter', 'made',
        now()
      from (values (${letter}::bytea), (''::bytea)) b (bytes)`,
  );
  await run(
    database.db,
    sql`insert into audit_entry (creditor_id, at, actor, action, input, outcome)
      values (${creditor}, now(), 'a', 'b', ${jsonText({ n: 10n ** 20n })}, 'null')`,
  );
  await run(
    database.db,
    sql`with n as (
        select n, gen_random_uuid() as item, gen_random_uuid() as entry
        from generate_series(1, 2500) n
      ), items as (
        insert into item (creditor_id, id, customer_id, kind, number, currency, amount, open_amount,
          issued_on, due_on)
        select ${creditor}, item, ${customer}, 'invoice', 'INV' || n, 'CNY', n, n,
          date '2026-01-01', date '2026-01-31' from n
      ), entries as (
        insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
        select ${creditor}, entry, 'document', date '2026-01-01', date '2026-01-01', '[]' from n
      )
      insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
        effective_on, booked_on)
      select ${creditor}, entry, line, account, case line when 1 then item end,
        case line when 1 then n else -n end, 'CNY', date '2026-01-01', date '2026-01-01'
      from n, (values (1, 'receivable'), (2, 'sales')) l (line, account)`,
  );
  await database.close();
}

/** Every row of every table as text, in an order of its own. */
async function contentOf(connection: Connection): Promise<Record<string, string>> {
  return await asOwner(connection, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
    );
    const content: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `select count(*) || ':' ||
           md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as digest
         from ${name} t`,
      );
      content[name] = rows[0]?.digest ?? "";
    }
    return content;
  });
}

beforeAll(async () => {
  source = await freshStore();
  await fill(source);
  await writeBackup(source, file, MADE);
});
afterAll(async () => {
  for (const store of stores) await store.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe("a backup restored", () => {
  test("holds every row and document, and the same schema and rights", async () => {
    const target = await freshStore("empty");
    const head = await restoreBackup(target, file);
    expect(head.tables.find(({ name }) => name === "item")?.rows).toBe(2500);
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(await asOwner(target, dumpSchema)).toBe(await asOwner(source, dumpSchema));
  });

  test("goes on numbering where it stopped, with its checks at work again", async () => {
    const target = await freshStore();
    await restoreBackup(target, file);
    const database = await openDatabase(target);
    const added = sql`insert into audit_entry (creditor_id, at, actor, action, input, outcome)
      values (null, now(), 'a', 'b', '{}', '{}')`;
    expect(await run(database.db, added)).toBe(1);
    const unsound = sql`update item set open_amount = 0 where number = 'INV7'`;
    await expect(run(database.db, unsound)).rejects.toThrow("not the sum of its postings");
    await database.close();
  });

  test("takes the place of what the program seeds by itself", async () => {
    const target = await freshStore();
    const seeded = "insert into setting (key, value) values ('secret', '\"theirs\"')";
    await asOwner(target, (client) => client.query(seeded));
    await restoreBackup(target, file);
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test("is refused where there is content, which stays as it was", async () => {
    const before = await contentOf(source);
    await expect(restoreBackup(source, file)).rejects.toThrow("is not empty");
    expect(await contentOf(source)).toEqual(before);
  });
});

/** A file whose seal fits but whose ledger does not: made by another program, or by hand. */
test("a ledger that does not add up is not kept, however well it is sealed", async () => {
  for (const [name, from, to] of [
    ["open amount", /"CNY","9","9"/, '"CNY","9","8"'],
    ["posting", /"receivable",("[^"]*"),"9"/, '"receivable",$1,"8"'],
    ["currency", /,"CNY","9","9"/, ',"USD","9","9"'],
  ] as const) {
    const path = join(folder, `unsound-${name}.gz`);
    const lines = gunzipSync(readFileSync(file))
      .toString("utf8")
      .trimEnd()
      .split("\n")
      .slice(0, -1);
    const changed = lines.map((line) => line.replace(from, to));
    expect(changed).not.toEqual(lines);
    const text = `${changed.join("\n")}\n`;
    const seal = { sha256: createHash("sha256").update(text).digest("hex") };
    writeFileSync(path, gzipSync(`${text}${JSON.stringify(seal)}\n`));
    const target = await freshStore("empty");
    await expect(restoreBackup(target, path)).rejects.toThrow("damaged or cut");
    expect(await contentOf(target)).toEqual({});
  }
});

describe("a file that is not a whole backup", () => {
  const whole = () => readFileSync(file);
  const lines = () => gunzipSync(whole()).toString("utf8").trimEnd().split("\n");
  const packed = (texts: readonly string[]) => gzipSync(`${texts.join("\n")}\n`);
  const flipped = () => {
    const bytes = Buffer.from(whole());
    const middle = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 0xff, middle);
    return bytes;
  };
  const changed = (from: RegExp, to: string) => () =>
    packed(lines().map((line) => line.replace(from, to)));

  test.each<[string, () => Buffer, string]>([
    ["nothing", () => Buffer.alloc(0), "not a backup"],
    ["a letter", () => Buffer.from("Dear customer"), "not a backup"],
    ["other gzip", () => gzipSync("hello"), "not a backup"],
    ["five megabytes of chance", () => randomBytes(5_000_000), "not a backup"],
    ["cut in the middle", () => whole().subarray(0, whole().length / 2), "damaged or cut"],
    ["without its last bytes", () => whole().subarray(0, whole().length - 4), "damaged or cut"],
    ["a byte flipped", flipped, "damaged or cut"],
    ["without its seal", () => packed(lines().slice(0, -1)), "damaged or cut"],
    ["a row less", () => packed(lines().toSpliced(40, 1)), "damaged or cut"],
    ["an amount changed", changed(/"INV9"/, '"INV9x"'), "damaged or cut"],
    ["something after the seal", () => packed([...lines(), "[]"]), "damaged or cut"],
    [
      "a schema we never had",
      changed(/"migrations":\["[0-9a-f]{4}/, '"migrations":["0000'),
      "never",
    ],
    [
      "a newer program's",
      changed(/"migrations":\[/, `"migrations":[${'"x",'.repeat(99)}`),
      "newer",
    ],
  ])("%s is refused with one sentence, and nothing is stored", async (name, content, sentence) => {
    const path = join(folder, `${name.replaceAll(" ", "-")}.gz`);
    writeFileSync(path, content());
    const target = await freshStore("empty");
    await expect(restoreBackup(target, path)).rejects.toThrow(sentence);
    expect(await contentOf(target)).toEqual({});
  });

  test("a file that is not there is the system's own complaint", async () => {
    const target = await freshStore("empty");
    await expect(restoreBackup(target, join(folder, "none.gz"))).rejects.toThrow("ENOENT");
  });
});

test("a backup that can't be written leaves no half file", async () => {
  await expect(writeBackup(source, join(folder, "no", "folder.gz"), MADE)).rejects.toThrow(
    "ENOENT",
  );
  await writeBackup(source, join(folder, "again.gz"), MADE);
  expect(readdirSync(folder).filter((name) => name.includes("half"))).toEqual([]);
});

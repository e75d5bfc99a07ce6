/** Transactions are kept, undone and tried again; a lost database is one sentence. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { Unavailable } from "../domain/values/result.ts";
import { asOwner } from "./connection.ts";
import { type Database, openDatabase, withRetry } from "./database.ts";
import { maybe, one, rows, run, sql } from "./sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await run(database.db, sql`insert into setting (key, value) values ('a', '0'), ('b', '0')`);
});
afterAll(() => database.close());

const settingOf = async (key: string) =>
  (await one(database.db, sql<{ value: number }>`select value from setting where key = ${key}`))
    .value;
const bump = (key: string) =>
  sql`update setting set value = to_jsonb(value::integer + 1) where key = ${key}`;

describe("a transaction", () => {
  test("is kept when the work ends and undone when it throws", async () => {
    await database.transaction((tx) => run(tx, bump("a")));
    const failing = database.transaction(async (tx) => {
      await run(tx, bump("a"));
      throw new Error("on second thoughts");
    });
    await expect(failing).rejects.toThrow("on second thoughts");
    expect(await settingOf("a")).toBe(1);
  });

  test("is tried again after a deadlock, so that both are kept", async () => {
    const before = (await settingOf("a")) + (await settingOf("b"));
    let tries = 0;
    const both = (first: string, second: string) =>
      database.transaction(async (tx) => {
        tries += 1;
        await run(tx, bump(first));
        await run(tx, sql`select pg_sleep(0.1)`);
        await run(tx, bump(second));
      });
    await Promise.all([both("a", "b"), both("b", "a")]);
    expect(tries).toBeGreaterThan(2);
    expect((await settingOf("a")) + (await settingOf("b"))).toBe(before + 4);
  });

  test("gives up after four tries, and tries nothing else again", async () => {
    const failing = (code: string) => {
      let tries = 0;
      const done = withRetry(async () => {
        tries += 1;
        throw Object.assign(new Error(code), { code });
      });
      return done.catch(() => tries);
    };
    expect(await failing("40001")).toBe(4);
    expect(await failing("40P01")).toBe(4);
    expect(await failing("23505")).toBe(1);
  });

  test("refuses a query on its own pool, and a transaction inside it", async () => {
    const sentence = "inside a transaction every query takes the transaction";
    const inside = database.transaction(() => rows(database.db, sql`select 1`));
    await expect(inside).rejects.toThrow(sentence);
    const nested = database.transaction(() => database.transaction(async () => 1));
    await expect(nested).rejects.toThrow(sentence);
  });

  test("does not mind another database, nor work that outlives it", async () => {
    const other = await testDatabase();
    const query = sql<{ n: number }>`select 1 as n`;
    expect(await database.transaction(() => one(other.db, query))).toEqual({ n: 1 });
    let later: Promise<unknown> = Promise.resolve();
    await database.transaction(async () => {
      later = pause(20).then(() => one(database.db, query));
    });
    expect(await later).toEqual({ n: 1 });
    await other.close();
  });
});

describe("reading", () => {
  test("sees one unmoving picture and can't write", async () => {
    const seen = await database.reading(async (tx) => {
      const read = () =>
        maybe(tx, sql<{ value: number }>`select value from setting where key = 'a'`);
      const before = await read();
      await asOwner(database.connection, (client) =>
        client.query("update setting set value = '77' where key = 'a'"),
      );
      return [before, await read()];
    });
    expect(seen[0]).toEqual(seen[1]);
    expect(await settingOf("a")).toBe(77);
    const writing = database.reading((tx) => run(tx, bump("a")));
    await expect(writing).rejects.toThrow("read-only transaction");
  });
});

describe("when connections die", () => {
  test("idle ones are replaced, and a transaction that lost its own says so", async () => {
    const kill = () =>
      asOwner(database.connection, (client) =>
        client.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid()`),
      );
    await Promise.all([1, 2, 3].map(() => rows(database.db, sql`select pg_sleep(0.01)`)));
    await kill();
    expect(await withPatience(() => one(database.db, sql`select 1 as n`))).toEqual({ n: 1 });
    const cut = database.transaction(async (tx) => {
      await kill();
      await run(tx, bump("a"));
    });
    await expect(cut).rejects.toThrow(Unavailable);
    expect(await withPatience(() => one(database.db, sql`select 1 as n`))).toEqual({ n: 1 });
  });

  /** The pool learns of a death by an event; until then one query may still meet it. */
  async function withPatience<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        expect(error).toBeInstanceOf(Unavailable);
        if (attempt === 20) throw error;
      }
    }
  }
});

describe("a database that is not there is one sentence, without the password", () => {
  const refusalOf = async (url: string): Promise<string> => {
    const opened = await openDatabase({ kind: "url", url }).catch((error: unknown) => error);
    expect(opened).toBeInstanceOf(Unavailable);
    const { message, sentence } = opened as Unavailable;
    expect(message).not.toContain("secret");
    expect(sentence.zh).toMatch(/。$/);
    return message;
  };

  test.each([
    [
      "postgres://li:secret@127.0.0.1:1/ar",
      "PostgreSQL at 127.0.0.1:1/ar does not answer: nothing",
    ],
    [
      "postgres://li:secret@localhost:1/ar",
      "PostgreSQL at localhost:1/ar does not answer: nothing",
    ],
    ["postgres://li:secret@host.invalid/ar", "PostgreSQL at host.invalid/ar does not answer: "],
    [
      "postgres://li:secret@/ar?host=/nowhere",
      "PostgreSQL at localhost/ar does not answer: nothing",
    ],
  ])("%s", async (url, sentence) => {
    expect(await refusalOf(url)).toContain(sentence);
  });

  test("the server is there, the database is not", async () => {
    const { connection } = database;
    const gone =
      connection.kind === "socket"
        ? { ...connection, database: "gone" }
        : {
            ...connection,
            url: Object.assign(new URL(connection.url), { pathname: "/gone" }).href,
          };
    await expect(openDatabase(gone)).rejects.toThrow("there is no such database");
  });
});

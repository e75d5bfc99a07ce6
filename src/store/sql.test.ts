/** Values come back as we use them, and a query that promises one row gives one. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import type { Database } from "./database.ts";
import { jsonText, maybe, one, rows, run, sql } from "./sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.close();
});

describe("values come back as we use them", () => {
  test("int8 is a BigInt of any size, days are text, moments are ISO instants", async () => {
    const row = await one(
      database.db,
      sql<Record<string, unknown>>`
        select 9007199254740993::int8 as big, null::int8 as none, date '2026-02-28' as day,
          timestamptz '2026-03-31 16:00:00.5+08' as moment, timestamptz '-infinity' as never,
          array[1, null]::int8[] as bigs, array[date '2024-02-29'] as days,
          array[timestamptz '2026-01-01 00:00+00', null] as moments`,
    );
    expect(row).toEqual({
      big: 9007199254740993n,
      none: null,
      day: "2026-02-28",
      moment: "2026-03-31T08:00:00.500Z",
      never: "-infinity",
      bigs: [1n, null],
      days: ["2024-02-29"],
      moments: ["2026-01-01T00:00:00.000Z", null],
    });
  });

  test("a bigint inside JSON is written as text", async () => {
    const value = { amount: 10n ** 18n, nested: [{ minor: -1n }] };
    const row = await one(
      database.db,
      sql<{ back: unknown }>`select ${jsonText(value)}::jsonb as back`,
    );
    expect(row.back).toEqual({ amount: "1000000000000000000", nested: [{ minor: "-1" }] });
  });
});

describe("four ways to take an answer", () => {
  const series = (count: number) =>
    sql<{ n: number }>`select n from generate_series(1, ${count}) n`;

  test("rows gives all, one gives the only one, maybe gives it or null", async () => {
    expect(await rows(database.db, series(3))).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(await one(database.db, series(1))).toEqual({ n: 1 });
    expect(await maybe(database.db, series(1))).toEqual({ n: 1 });
    expect(await maybe(database.db, series(0))).toBeNull();
  });

  test("another number of rows than promised is a bug", async () => {
    await expect(one(database.db, series(0))).rejects.toThrow("finds one row, not 0");
    await expect(one(database.db, series(2))).rejects.toThrow("finds one row, not 2");
    await expect(maybe(database.db, series(2))).rejects.toThrow("at most one row, not 2");
  });

  test("run says how many rows it wrote", async () => {
    const insert = sql`insert into setting (key, value) values ('a', '1'), ('b', '2')`;
    expect(await run(database.db, insert)).toBe(2);
    expect(await run(database.db, sql`delete from setting where key = 'a'`)).toBe(1);
    expect(await run(database.db, sql`select 1`)).toBe(0);
  });
});

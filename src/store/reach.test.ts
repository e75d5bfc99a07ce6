/** Who does not see the whole book meets nothing of a colleague's customer in any table. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook, newId, type StoredBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { insertOneOfEach, type Row } from "../../test/kit/one-of-each.ts";
import { NOBODY } from "../domain/desk/scope.ts";
import type { UserId } from "../domain/values/ids.ts";
import { asOwner } from "./connection.ts";
import type { Database } from "./database.ts";
import { fences } from "./fences.ts";
import { listFenced } from "./rights.ts";
import { type Executor, one, rows, run, sql } from "./sql.ts";

let database: Database;
let book: StoredBook;
let tables: readonly string[];
let own: ReadonlyMap<string, Row>;
let theirs: ReadonlyMap<string, Row>;
const [AN, BAI] = [newId(), newId()] as unknown as [UserId, UserId];

beforeAll(async () => {
  database = await testDatabase();
  book = await database.transaction((tx) =>
    insertBook(tx, { customers: 4, items: [], allocations: [] }),
  );
  for (const [id, name] of [
    [AN, "安"],
    [BAI, "白"],
  ]) {
    await run(
      database.db,
      sql`insert into app_user (id, name, email, created_at, updated_at)
          values (${id}, ${name}, ${`${id}@house.example`}, now(), now())`,
    );
  }
  const [first, second, third] = book.customers;
  await run(database.db, sql`update customer set owner_id = ${AN} where id = ${first}`);
  await run(database.db, sql`update customer set owner_id = ${BAI} where id = ${second}`);
  await run(
    database.db,
    sql`update customer set owner_id = ${BAI}, sales_id = ${AN} where id = ${third}`,
  );
  const given = { creditor: book.creditor, user: BAI };
  const made = await insertOneOfEach(database.connection, [
    { ...given, customer: first ?? "" },
    { ...given, customer: second ?? "" },
  ]);
  own = made[0] ?? new Map();
  theirs = made[1] ?? new Map();
  tables = [...fences(await asOwner(database.connection, listFenced)).keys()].filter(
    (name) => name !== "customer" && name !== "meeting",
  );
});
afterAll(() => database.close());

/** Picks the row by the columns it was written with that tell it apart. */
const which = (row: Row) =>
  sql.join(
    Object.entries(row)
      .filter(([name, value]) => (name === "id" || name.endsWith("_id")) && value != null)
      .map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` and `,
  );

async function sees(tx: Executor, table: string, row: Row | undefined): Promise<boolean> {
  if (row === undefined) throw new Error(`${table} has a row of the customer`);
  const query = sql<{ found: boolean }>`select exists (select from ${sql.table(table)}
    where ${which(row)}) as found`;
  return (await one(tx, query)).found;
}

describe("own customers", () => {
  test("every table that hangs on a customer shows one's own rows and no colleague's", async () => {
    expect(tables.length).toBeGreaterThan(30);
    const seen: Record<string, unknown> = {};
    for (const table of tables) {
      seen[table] = await database.reading(
        async (tx) => [
          await sees(tx, table, own.get(table)),
          await sees(tx, table, theirs.get(table)),
        ],
        [AN],
      );
    }
    expect(seen).toEqual(Object.fromEntries(tables.map((table) => [table, [true, false]])));
  });

  test("whoever sees the whole book sees both", async () => {
    for (const table of tables) {
      const both = await database.reading(async (tx) => [
        await sees(tx, table, own.get(table)),
        await sees(tx, table, theirs.get(table)),
      ]);
      expect(both, table).toEqual([true, true]);
    }
  });

  test("a colleague's rows are neither changed nor taken away", async () => {
    const changeable = await rows<{ name: string }>(
      database.db,
      sql`select name from unnest(${tables}::text[]) as t (name)
          where has_table_privilege('huikuan_scoped', name, 'delete')
            and has_table_privilege('huikuan_scoped', name, 'update')`,
    );
    expect(changeable.length).toBeGreaterThan(25);
    for (const { name: table } of changeable) {
      const row = theirs.get(table) ?? {};
      const touched = await database.transaction(
        async (tx) => {
          const fenced = sql.table(table);
          const changed = await run(
            tx,
            sql`update ${fenced} set creditor_id = creditor_id where ${which(row)}`,
          );
          return changed + (await run(tx, sql`delete from ${fenced} where ${which(row)}`));
        },
        [AN],
      );
      expect(touched, table).toBe(0);
    }
  });

  test("nothing is written to a colleague's customer", async () => {
    const insert = sql`insert into hold (creditor_id, id, customer_id, kind, reason, from_on)
      values (${book.creditor}, ${newId()}, ${book.customers[1]}, 'courtesy', 'x', '2026-03-01')`;
    await expect(database.transaction((tx) => run(tx, insert), [AN])).rejects.toThrow(
      "row-level security",
    );
  });
});

describe("a reach", () => {
  const numbers = async (reach: Parameters<Database["reading"]>[1]) =>
    (
      await database.reading(
        (tx) => rows<{ id: string }>(tx, sql`select id from customer order by number`),
        reach,
      )
    ).map(({ id }) => book.customers.indexOf(id as never));

  test("holds customers that one owns or sells to", async () => {
    expect((await numbers([AN])).toSorted()).toEqual([0, 2]);
    expect((await numbers([BAI])).toSorted()).toEqual([1, 2]);
    expect((await numbers([AN, BAI])).toSorted()).toEqual([0, 1, 2]);
  });

  test("holds what nobody owns only where that is said", async () => {
    expect((await numbers([AN, NOBODY])).toSorted()).toEqual([0, 2, 3]);
    expect((await numbers("all")).toSorted()).toEqual([0, 1, 2, 3]);
    expect(await numbers([])).toEqual([]);
  });

  test("ends with its transaction: the next on the same connection sees everything", async () => {
    await numbers([AN]);
    const many = await Promise.all(Array.from({ length: 12 }, () => numbers("all")));
    expect(many.every((found) => found.length === 4)).toBe(true);
  });

  test("narrows a database for whatever is done with it, and knows no statement outside", async () => {
    const narrow = database.within([AN]);
    const count = (tx: Executor) =>
      one<{ count: number }>(tx, sql`select count(*)::integer as count from customer`);
    expect(await narrow.reading(count)).toEqual({ count: 2 });
    expect(await narrow.transaction(count)).toEqual({ count: 2 });
    expect(await narrow.within("all").reading(count, "all")).toEqual({ count: 2 });
    expect(() => narrow.db).toThrow("reads and writes in transactions");
    expect(await database.within("all").reading(count)).toEqual({ count: 4 });
  });
});

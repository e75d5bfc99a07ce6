/** Steps of one transaction: a failed step leaves the others, a failed whole leaves nothing. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import type { Database } from "./database.ts";
import { inOneTransaction } from "./one-transaction.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => run(database.db, sql`delete from setting`));
afterAll(() => database.close());

const keep = (key: string) => (tx: Executor) =>
  run(tx, sql`insert into setting (key, value) values (${key}, '1')`);
const kept = async (executor: Executor = database.db) =>
  (await rows<{ key: string }>(executor, sql`select key from setting order by key`)).map(
    ({ key }) => key,
  );

test("a step that fails takes only itself away", async () => {
  const seen = await inOneTransaction(database, async (steps) => {
    await steps.transaction(keep("a"));
    const failed = steps.transaction(async (tx) => {
      await keep("b")(tx);
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    await steps.transaction(keep("c"));
    return steps.reading(kept);
  });
  expect(seen).toEqual(["a", "c"]);
  expect(await kept()).toEqual(["a", "c"]);
});

test("when the whole fails nothing is stored", async () => {
  const failed = inOneTransaction(database, async (steps) => {
    await steps.transaction(keep("a"));
    throw new Error("stopped");
  });
  await expect(failed).rejects.toThrow("stopped");
  expect(await kept()).toEqual([]);
});

test("steps asked for at once wait for each other, whatever becomes of them", async () => {
  await inOneTransaction(database, async (steps) => {
    const outcomes = await Promise.allSettled([
      steps.transaction(keep("a")),
      steps.transaction(async (tx) => {
        await keep("b")(tx);
        await keep("b")(tx);
      }),
      steps.transaction(keep("c")),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });
  expect(await kept()).toEqual(["a", "c"]);
});

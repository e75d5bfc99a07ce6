/** What the application may do to the ledger, and how a demo creditor is removed. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import type { Database } from "./database.ts";
import { type Executor, one, rows, run, sql } from "./sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A creditor with one invoice, posted, and one audit entry. */
async function book(tx: Executor, demo: boolean): Promise<{ creditor: string; item: string }> {
  const [creditor, customer, item, entry] = [1, 2, 3, 4].map(() => randomUUID());
  const code = `c-${creditor?.slice(0, 8)}`;
  await run(
    tx,
    sql`insert into creditor (id, code, name, demo, created_at)
      values (${creditor}, ${code}, 'C', ${demo}, now())`,
  );
  await run(
    tx,
    sql`insert into customer (creditor_id, id, number, name, created_at)
      values (${creditor}, ${customer}, '1', 'K', now())`,
  );
  await run(
    tx,
    sql`with i as (
        insert into item (creditor_id, id, customer_id, kind, number, currency, amount, open_amount,
          issued_on, due_on)
        values (${creditor}, ${item}, ${customer}, 'invoice', '1', 'CNY', 100, 100, '2026-01-01',
          '2026-01-31')
      ), e as (
        insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
        values (${creditor}, ${entry}, 'document', '2026-01-01', '2026-01-01', '[]')
      )
      insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
        effective_on, booked_on)
      values
        (${creditor}, ${entry}, 1, 'receivable', ${item}, 100, 'CNY', '2026-01-01', '2026-01-01'),
        (${creditor}, ${entry}, 2, 'sales', null, -100, 'CNY', '2026-01-01', '2026-01-01')`,
  );
  await run(
    tx,
    sql`insert into audit_entry (creditor_id, at, actor, action, input, outcome)
      values (${creditor}, now(), 'a', 'b', '{}', '{}')`,
  );
  return { creditor: creditor ?? "", item: item ?? "" };
}

describe("the application's role", () => {
  test("is what every connection of the pool becomes, and stays after a reset", async () => {
    const who = sql<{ name: string }>`select current_user::text as name`;
    const names = await Promise.all([1, 2, 3].map(() => one(database.db, who)));
    expect(names).toEqual([1, 2, 3].map(() => ({ name: "huikuan_app" })));
  });

  test.each(["entry", "posting", "audit_entry"])(
    "adds to %s and never changes it",
    async (table) => {
      await book(database.db, false);
      const name = sql.table(table);
      await expect(run(database.db, sql`delete from ${name}`)).rejects.toThrow("permission denied");
      await expect(run(database.db, sql`truncate ${name} cascade`)).rejects.toThrow(
        "permission denied",
      );
      const update = sql`update ${name} set creditor_id = creditor_id`;
      await expect(run(database.db, update)).rejects.toThrow("permission denied");
    },
  );

  test.each([
    ["the schema", sql`create table extra (id uuid)`],
    ["a table", sql`alter table item add column extra text`],
    ["the record of migrations", sql`delete from migration`],
    ["the triggers", sql`alter table item disable trigger user`],
  ])("does not change %s", async (_, query) => {
    await expect(run(database.db, query)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe("the ledger's checks", () => {
  test("an open amount is the sum of the item's postings", async () => {
    const { item } = await book(database.db, false);
    const change = sql`update item set open_amount = 99 where id = ${item}`;
    await expect(run(database.db, change)).rejects.toThrow("not the sum of its postings");
  });

  test("an entry balances", async () => {
    const { item } = await book(database.db, false);
    const posting = sql`insert into posting
      select p.creditor_id, p.entry_id, 3, p.account, p.item_id, 1, p.currency, p.effective_on,
        p.booked_on
      from posting p where p.item_id = ${item}`;
    await expect(run(database.db, posting)).rejects.toThrow("does not balance");
  });
});

describe("removing a creditor", () => {
  test("takes the demo's rows out of every table and nobody else's", async () => {
    const kept = await book(database.db, false);
    const removed = await book(database.db, true);
    await run(database.db, sql`select remove_creditor(${removed.creditor})`);
    const left = sql<{ creditor_id: string }>`select distinct creditor_id from posting
      union select creditor_id from audit_entry union select id from creditor`;
    const ids = (await rows(database.db, left)).map((row) => row.creditor_id);
    expect(ids).toContain(kept.creditor);
    expect(ids).not.toContain(removed.creditor);
  });

  test("is refused for a creditor that is no demo, and for one that is not there", async () => {
    const { creditor } = await book(database.db, false);
    for (const id of [creditor, randomUUID()]) {
      const remove = sql`select remove_creditor(${id})`;
      await expect(run(database.db, remove)).rejects.toThrow("only a demo creditor can be removed");
    }
    const left = sql`select from creditor where id = ${creditor}`;
    expect(await rows(database.db, left)).toHaveLength(1);
  });
});

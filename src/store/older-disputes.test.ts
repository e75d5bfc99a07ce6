/** Disputes that an earlier program stored get a department, a deadline and their thread. */
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestStore, testStore } from "../../test/kit/database.ts";
import { asOwner } from "./connection.ts";
import { MIGRATIONS, migrate } from "./migrate.ts";

const folder = mkdtempSync(join(tmpdir(), "huikuan-older-"));
let store: TestStore;
beforeAll(async () => {
  store = await testStore("empty");
  const older = readdirSync(MIGRATIONS).filter((file) => file < "0011");
  for (const file of older) cpSync(join(MIGRATIONS, file), join(folder, file));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await store.drop();
});

const ask = (text: string) =>
  asOwner(store.connection, async (client) => (await client.query(text)).rows);

const ID = "00000000-0000-7000-8000-00000000000";

const OLDER = `
  insert into creditor (id, code, name, created_at) values ('${ID}1', 'old', '甲', now());
  insert into customer (creditor_id, id, number, name, created_at)
  values ('${ID}1', '${ID}2', 'C1', '乙', now());
  insert into item (creditor_id, id, customer_id, kind, number, currency, amount, open_amount,
    issued_on, due_on)
  values ('${ID}1', '${ID}3', '${ID}2', 'invoice', 'F1', 'CNY', 1000, 0, '2026-01-05',
    '2026-02-05');
  insert into dispute (creditor_id, id, customer_id, item_id, amount, currency, reason, note,
    opened_on, closed_on, outcome)
  values
    ('${ID}1', '${ID}4', '${ID}2', '${ID}3', 300, 'CNY', 'quality', '受潮', '2026-03-02', null,
      null),
    ('${ID}1', '${ID}5', '${ID}2', '${ID}3', 200, 'CNY', 'price', null, '2026-03-03', '2026-03-09',
      'credited'),
    ('${ID}1', '${ID}6', '${ID}2', '${ID}3', 100, 'CNY', 'amount', null, '2026-03-04', '2026-03-10',
      'withdrawn')`;

test("what was closed has its parts; what is open waits for a department", async () => {
  await migrate(store.connection, folder);
  await ask(OLDER);
  cpSync(MIGRATIONS, folder, { recursive: true });
  await migrate(store.connection, folder);
  const told = await ask(`select state, department, answer_by::text as due,
      credited::integer as credited, chased_again::integer as chased from dispute order by id`);
  expect(told).toEqual([
    { state: "open", department: "quality", due: "2026-03-09", credited: 0, chased: null },
    { state: "closed", department: "sales", due: "2026-03-10", credited: 200, chased: 0 },
    { state: "closed", department: "billing", due: "2026-03-11", credited: 0, chased: 100 },
  ]);
  const thread = await ask(`select kind, said, facts->>'outcome' as outcome from dispute_event
      order by dispute_id, day, kind`);
  expect(thread).toEqual([
    { kind: "raised", said: "受潮", outcome: null },
    { kind: "raised", said: null, outcome: null },
    { kind: "closed", said: null, outcome: "credited" },
    { kind: "raised", said: null, outcome: null },
    { kind: "closed", said: null, outcome: "withdrawn" },
  ]);
  const tasks = await ask(`select role, due_on::text as due, because->0->'amount'->>'amount' as sum
      from desk_task`);
  expect(tasks).toEqual([{ role: "sales", due: "2026-03-09", sum: "3.00" }]);
});

/** The demo company: made whole or made anew, alive on its last day, and gone when removed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "../../test/kit/arbitraries.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, sharedTestDesk } from "../../test/kit/desk.ts";
import { createCreditor } from "../actions/create-creditor.ts";
import { finishDemo } from "../actions/finish-demo.ts";
import { accepted, type Desk, perform, performShared } from "../actions/perform.ts";
import { removeDemoCompany } from "../actions/remove-demo.ts";
import { permissionsOf } from "../domain/desk/permission.ts";
import { standardPolicy } from "../main.ts";
import { ageReceivables } from "../reports/ageing.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { one, rows, sql } from "../store/sql.ts";
import { viewCreditorCodes } from "../views/demo-desk.ts";
import { DEMO_CODE, type DemoOptions, loadDemo } from "./load.ts";

const today = day("2026-03-18");
const policy = standardPolicy();
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await seedCalendars(database.db);
});
afterAll(() => database.close());

const options = (more: Partial<DemoOptions> = {}): DemoOptions => ({
  desk: sharedTestDesk(database),
  policy,
  today,
  customers: 14,
  days: 40,
  ...more,
});
const remove = () =>
  performShared(sharedTestDesk(database), removeDemoCompany, { code: DEMO_CODE });

/** What a demo consists of, without what was removed. */
const pictureOf = () =>
  rows(
    database.db,
    sql`select i.id, i.number, i.open_amount::text as open, c.name from item i
        join customer c on c.creditor_id = i.creditor_id and c.id = i.customer_id
        order by i.id`,
  );

test("an interrupted load leaves no demo, and the next one makes it whole", async () => {
  const interrupted = loadDemo(
    options({
      onDay: (played) => {
        if (played === 20) throw new Error("interrupted");
      },
    }),
  );
  await expect(interrupted).rejects.toThrow("interrupted");
  expect((await viewCreditorCodes(database)).has(DEMO_CODE)).toBe(false);
  expect(accepted(await loadDemo(options())).days).toBe(40);
  expect(await viewCreditorCodes(database)).toEqual(new Set([DEMO_CODE]));
});

test("its last day is alive: something to do, something late, past letters sent", async () => {
  const found = await one<{ today: number; sent: number; waiting: number; lines: number }>(
    database.db,
    sql`select
          (select count(*)::integer from plan_step where day = ${today}) as today,
          (select count(*)::integer from message where state = 'sent') as sent,
          (select count(*)::integer from message
            where state <> 'sent' and queued_at < ${today}) as waiting,
          (select count(*)::integer from plan_step where track = 'task') as lines`,
  );
  expect(found.today).toBeGreaterThan(0);
  expect(found.sent).toBeGreaterThan(20);
  expect(found.waiting).toBe(0);
  expect(found.lines).toBeGreaterThan(10);
  const { creditorId } = await deskOfDemo();
  const aged = await ageReceivables(database.db, { creditors: [creditorId], on: today });
  expect(aged.ties).toBe(true);
  expect(aged.totals.map(({ currency }) => currency)).toContain("CNY");
});

test("it is refused a second time, and the same seed and day make the same", async () => {
  expect(await loadDemo(options())).toMatchObject({ refusal: { code: "creditor_code_taken" } });
  const before = await pictureOf();
  accepted(await remove());
  expect(await pictureOf()).toEqual([]);
  accepted(await loadDemo(options()));
  expect(await pictureOf()).toEqual(before);
}, 60_000);

async function deskOfDemo(): Promise<Desk> {
  const { id } = await one<{ id: Desk["creditorId"] }>(
    database.db,
    sql`select id from creditor where code = ${DEMO_CODE}`,
  );
  return { ...sharedTestDesk(database), creditorId: id };
}

test("only a demo is removed or finished: a real creditor is refused, and so is an auditor", async () => {
  accepted(await remove());
  expect(await remove()).toMatchObject({ refusal: { code: "demo_not_loaded" } });
  const shared = sharedTestDesk(database);
  const offer = { code: DEMO_CODE, name: "真公司", policy };
  const { id } = accepted(await performShared(shared, createCreditor, offer));
  expect(await remove()).toMatchObject({ refusal: { code: "not_a_demo" } });
  const finished = await perform({ ...shared, creditorId: id }, finishDemo, { code: "x" });
  expect(finished).toMatchObject({ refusal: { code: "not_a_demo" } });
  const auditor = { ...operator, permissions: permissionsOf(["auditor"]) };
  const desk = sharedTestDesk(database, { actor: auditor });
  const asked = await performShared(desk, removeDemoCompany, { code: DEMO_CODE });
  expect(asked).toMatchObject({ refusal: { code: "not_permitted" } });
});

/** A year entered by an administrator counts at once, and wakes whose deadlines it may move. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { day } from "../../test/kit/arbitraries.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, sharedTestDesk } from "../../test/kit/desk.ts";
import type { CalendarYear } from "../domain/countries/calendar-year.ts";
import { permissionsOf } from "../domain/desk/permission.ts";
import { isProvisional, isWorkingDay } from "../domain/values/calendar.ts";
import { loadCalendar, seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import { importCalendar } from "./import-calendar.ts";
import { performShared } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await seedCalendars(database.db);
});
afterAll(() => database.close());

const offer: CalendarYear = {
  country: "CN",
  year: 2027,
  source: "国办通知",
  days: [
    { day: day("2027-01-01"), kind: "off" },
    { day: day("2027-01-03"), kind: "work" },
  ],
};

/** Two creditors with a customer each; one customer owes something, the other nothing. */
async function twoBooks(): Promise<void> {
  const [owing, settled] = [1, 2].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
  await run(
    database.db,
    sql`insert into creditor (id, code, name, country, created_at)
        values (${owing}, 'a', '甲', 'CN', now()), (${settled}, 'b', '乙', 'CN', now())`,
  );
  await run(
    database.db,
    sql`insert into customer (creditor_id, id, number, name, wake_on, created_at)
        values (${owing}, ${owing}, '1', '丙', null, now()),
          (${settled}, ${settled}, '1', '丁', null, now())`,
  );
  await run(
    database.db,
    sql`with entered as (
          insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
          values (${owing}, ${owing}, 'document', '2026-01-01', '2026-01-01', '[]')),
        claimed as (
          insert into item (creditor_id, id, customer_id, kind, number, currency, amount,
            open_amount, issued_on, due_on)
          values (${owing}, ${owing}, ${owing}, 'invoice', 'R1', 'CNY', 100, 100, '2026-01-01',
            '2026-01-31'))
        insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
          effective_on, booked_on)
        values (${owing}, ${owing}, 1, 'receivable', ${owing}, 100, 'CNY', '2026-01-01',
            '2026-01-01'),
          (${owing}, ${owing}, 2, 'sales', null, -100, 'CNY', '2026-01-01', '2026-01-01')`,
  );
}

test("the year counts at once and wakes who owes something", async () => {
  await twoBooks();
  const outcome = await performShared(sharedTestDesk(database), importCalendar, offer);
  expect(outcome).toEqual({ ok: true, value: { year: 2027, off: 1, work: 1, woken: 1 } });

  const calendar = await loadCalendar(database.db, "CN");
  expect(isWorkingDay(calendar, day("2027-01-01"))).toBe(false);
  expect(isWorkingDay(calendar, day("2027-01-03"))).toBe(true);
  expect(isProvisional(calendar, day("2027-12-31"))).toBe(false);
  const customers = await rows<{ name: string; wakeOn: string | null }>(
    database.db,
    sql`select name, wake_on as "wakeOn" from customer order by name`,
  );
  expect(customers).toEqual([
    { name: "丁", wakeOn: null },
    { name: "丙", wakeOn: "-infinity" },
  ]);
});

test("a year that cannot be right is refused, and nothing changes", async () => {
  const desk = sharedTestDesk(database);
  const outcome = await performShared(desk, importCalendar, { ...offer, year: 2028 });
  expect(outcome).toMatchObject({ refusal: { code: "calendar_day_outside_year" } });
  expect((await loadCalendar(database.db, "CN")).coveredUntil).toBe("2027-12-31");
});

test("an auditor reads calendars, and enters none", async () => {
  const actor = { ...operator, permissions: permissionsOf(["auditor"]) };
  const outcome = await performShared(sharedTestDesk(database, { actor }), importCalendar, offer);
  expect(outcome).toMatchObject({ refusal: { code: "not_permitted" } });
});

/** The ladder at the debtor on a real database: it rises by its clocks, and tells why. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBook, newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { stillClock, testDesk } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import { ok } from "../domain/values/result.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listDebtorEvents } from "../store/escalations.ts";
import { listLetterCustomers } from "../store/letters.ts";
import { run, sql } from "../store/sql.ts";
import { defineAction } from "./action.ts";
import { escalateLate } from "./escalate-late.ts";
import { keepCases } from "./keep-cases.ts";
import { perform } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const item = (number: string, customer: number, dueOn: string) => ({
  ...{ number, customer, dueOn, amount: 100_000n, currency: "CNY" },
  issuedOn: "2026-01-10",
});

test("thirty days without money and a broken promise raise it, each once, and letters follow", async () => {
  const { creditor, customers } = await insertBook(database.db, {
    customers: 3,
    items: [
      item("F-1", 0, "2026-03-01"),
      item("F-2", 1, "2026-03-25"),
      item("F-3", 2, "2026-03-25"),
    ],
    allocations: [],
  });
  const clock = stillClock();
  const on = (today: string) => testDesk(database, creditor, { today, clock });
  const keep = defineAction<null, null, never>({
    name: "keep_cases",
    permission: "plan:run",
    run: async (context) => {
      await keepCases(context, customers);
      return ok(null);
    },
  });
  const escalate = async (day: string) => {
    const done = await perform(on(day), escalateLate, { day: plainDate(day) });
    return done.ok ? done.value.debtors : 0;
  };
  await perform(on("2026-03-02"), keep, null);
  await perform(on("2026-03-28"), keep, null);
  expect(await escalate("2026-03-31")).toBe(0);
  await run(
    database.db,
    sql`insert into promise (creditor_id, id, customer_id, currency, amount, pay_on, judge_on,
          taken_on, state, judged_on)
        values (${creditor}, ${newId()}, ${customers[1]}, 'CNY', 100000, '2026-04-01',
          '2026-04-04', '2026-03-28', 'broken', '2026-04-04')`,
  );
  await perform(on("2026-04-06"), keep, null);
  expect(await escalate("2026-04-06")).toBe(2);
  expect(await escalate("2026-04-06")).toBe(0);
  const levels = await listLetterCustomers(database.db, creditor, customers);
  expect(levels.map(({ debtorLevel }) => debtorLevel).toSorted()).toEqual([
    "clerk",
    "finance_head",
    "finance_head",
  ]);
  const told = async (at: number) => {
    const customer = customers[at] ?? newId();
    return await listDebtorEvents(database.db, creditor, customer as never, 10);
  };
  expect(await told(0)).toMatchObject([
    {
      ...{ day: "2026-04-06", from: "clerk", to: "finance_head" },
      because: [{ code: "days_without_money", since: "2026-03-02", afterDays: 30 }],
    },
  ]);
  expect(await told(1)).toMatchObject([{ because: [{ code: "promises_broken", broken: 1 }] }]);
  expect(await told(2)).toEqual([]);
});

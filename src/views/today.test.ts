/** Today's list: what is left over, who is to be called back, what was promised for today. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { type TestServer, testServer } from "../../test/kit/server.ts";
import { closeDay } from "../actions/close-day.ts";
import { logContact } from "../actions/log-contact.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { takePromise } from "../actions/take-promise.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { look } from "./look.ts";
import { viewToday } from "./today.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const on = (today: string): Desk =>
  testDesk(server.database, server.book.creditor, { today, clock: server.house.clock });
const todayOn = (day: string, show: "to_do" | "done" = "to_do") =>
  look(on(day), (sight) => viewToday(sight, { show, offset: 0, size: 200 }));
const late = () => server.book.customers[0] as CustomerId;

test("a customer is called back on the day that was agreed, until somebody spoke to them again", async () => {
  const call = (today: string, followUpOn: string | null) =>
    perform(on(today), logContact, {
      customer: late(),
      step: null,
      contact: null,
      channel: "call",
      outcome: "reached",
      said: "月底前答复",
      overdueReason: null,
      followUpOn: followUpOn === null ? null : plainDate(followUpOn),
    });
  accepted(await call("2026-03-31", "2026-04-02"));
  expect((await todayOn("2026-04-01")).followUps).toEqual([]);
  const due = await todayOn("2026-04-02");
  expect(due.counts.followUps).toBe(1);
  expect(due.followUps).toMatchObject([
    { customer: { number: "K1" }, followUpOn: "2026-04-02", said: "月底前答复" },
  ]);
  accepted(await call("2026-04-02", null));
  expect((await todayOn("2026-04-03")).followUps).toEqual([]);
});

test("what is promised for today is summed per currency", async () => {
  const item = server.book.items[0] as ItemId;
  const offer = { customer: late(), takenFrom: null, payOn: plainDate("2026-04-03") };
  const items = [{ item, amount: moneyOf("1200.00", "CNY") }];
  accepted(await perform(on("2026-03-31"), takePromise, { ...offer, items }));
  expect((await todayOn("2026-04-02")).promisedToday).toEqual([]);
  expect((await todayOn("2026-04-03")).promisedToday).toEqual([moneyOf("1200.00", "CNY")]);
});

test("a task that nobody did stays on the list of the next days, and says since when", async () => {
  accepted(await closeDay(on("2026-03-31")));
  const first = await todayOn("2026-03-31");
  expect(first).toMatchObject({ planned: true, total: first.lines.length });
  const tasks = first.lines.filter(({ track }) => track === "task").map(({ id }) => id);
  expect(tasks.length).toBeGreaterThan(0);
  accepted(await perform(on("2026-03-31"), releasePlan, { steps: tasks }));
  const later = await todayOn("2026-04-01");
  expect(later.planned).toBe(false);
  const line = later.lines.find(({ id }) => id === tasks[0]);
  expect(line).toMatchObject({ leftOver: true, day: "2026-03-31", can: { logOutcome: true } });
});

test("windows of the list meet without a gap", async () => {
  const all = (await todayOn("2026-03-31")).lines.map(({ id }) => id);
  const windows = await Promise.all(
    all.map((_, offset) =>
      look(on("2026-03-31"), (sight) => viewToday(sight, { show: "to_do", offset, size: 1 })),
    ),
  );
  expect(windows.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(all);
  expect(new Set(all).size).toBe(all.length);
  expect(all).not.toContain(newId());
});

/** Today: one line a customer, what waits there, whose it is, what sleeps, what was done. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { type TestServer, testServer } from "../../test/kit/server.ts";
import { closeDay } from "../actions/close-day.ts";
import { type LogContact, logContact } from "../actions/log-contact.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { scheduleCallBack } from "../actions/schedule-call-back.ts";
import { snoozeCase } from "../actions/snooze-case.ts";
import { takePromise } from "../actions/take-promise.ts";
import { wakeCase } from "../actions/wake-case.ts";
import { type Instant, plainDate } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { look } from "./look.ts";
import { type TodayAsked, viewToday } from "./today.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const on = (today: string): Desk =>
  testDesk(server.database, server.book.creditor, { today, clock: server.house.clock });
const todayOn = (day: string, asked: Partial<TodayAsked> = {}) =>
  look(on(day), (sight) => viewToday(sight, { show: "to_do", offset: 0, size: 200, ...asked }));
const late = () => server.book.customers[0] as CustomerId;
const lineOf = async (day: string, asked: Partial<TodayAsked> = {}) =>
  (await todayOn(day, asked)).lines.find(({ id }) => id === late());

const call = (today: string, followUpOn: string | null, desk = on(today)) =>
  perform(desk, logContact, {
    customer: late(),
    step: null,
    contact: null,
    channel: "call",
    outcome: "no_answer",
    said: "月底前答复",
    overdueReason: null,
    followUpOn: followUpOn === null ? null : plainDate(followUpOn),
  } as LogContact);

describe("call-backs", () => {
  test("a customer is on the list on the day that was agreed, until somebody spoke to them", async () => {
    accepted(await call("2026-03-31", "2026-04-02"));
    expect(await lineOf("2026-04-01")).toBeUndefined();
    const due = await lineOf("2026-04-02", { kind: "call_back" });
    expect(due?.work[0]).toMatchObject({
      kind: "call_back",
      on: "2026-04-02",
      note: "月底前答复",
      due: true,
    });
    expect((await todayOn("2026-04-02")).counts.kinds).toContainEqual({
      kind: "call_back",
      customers: 1,
    });
    accepted(await call("2026-04-02", null));
    expect(await lineOf("2026-04-02", { kind: "call_back" })).toBeUndefined();
  });

  test("an agreed hour is due when it has come", async () => {
    const agreed = { customer: late(), on: plainDate("2026-04-02"), note: "找王会计" };
    accepted(await perform(on("2026-04-02"), scheduleCallBack, { ...agreed, at: "23:50" }));
    expect((await lineOf("2026-04-02"))?.work[0]).toMatchObject({ at: "23:50", due: false });
    accepted(await perform(on("2026-04-02"), scheduleCallBack, { ...agreed, at: "00:10" }));
    const { lines } = await todayOn("2026-04-02");
    expect(lines[0]).toMatchObject({ id: late() });
    expect(lines[0]?.work[0]).toMatchObject({ at: "00:10", due: true, note: "找王会计" });
    const clock = { ...server.house.clock, now: () => "2026-04-02T09:00:00Z" as Instant };
    const evening = { ...on("2026-04-02"), clock };
    accepted(await call("2026-04-02", null, evening));
    expect(await lineOf("2026-04-02", { kind: "call_back" })).toBeUndefined();
  });
});

test("what is promised for today is summed per currency", async () => {
  const item = server.book.items[0] as ItemId;
  const offer = { customer: late(), takenFrom: null, payOn: plainDate("2026-04-03") };
  const items = [{ item, amount: moneyOf("1200.00", "CNY") }];
  accepted(await perform(on("2026-03-31"), takePromise, { ...offer, items }));
  expect((await todayOn("2026-04-02")).promisedToday).toEqual([]);
  expect((await todayOn("2026-04-03")).promisedToday).toEqual([moneyOf("1200.00", "CNY")]);
});

describe("after the day's plan", () => {
  test("each customer has one line with all that waits there; what nobody did stays", async () => {
    accepted(await closeDay(on("2026-03-31")));
    const first = await todayOn("2026-03-31");
    expect(first).toMatchObject({ planned: true, total: first.lines.length });
    expect(first.counts.toDo).toBe(first.lines.length);
    expect(new Set(first.lines.map(({ id }) => id)).size).toBe(first.lines.length);
    const tasks = first.lines.flatMap(({ work }) =>
      work.filter(({ kind }) => kind === "task").flatMap(({ step }) => step?.id ?? []),
    );
    expect(tasks.length).toBeGreaterThan(0);
    accepted(await perform(on("2026-03-31"), releasePlan, { steps: tasks }));
    const later = await todayOn("2026-04-01", { kind: "task" });
    expect(later.planned).toBe(false);
    const items = later.lines.flatMap(({ work }) => work);
    expect(items.find(({ step }) => step?.id === tasks[0])).toMatchObject({
      late: true,
      on: "2026-03-31",
      step: { can: { logOutcome: true } },
    });
  });

  test("who is not late yet has a line without a case", async () => {
    const { lines } = await todayOn("2026-03-31");
    const early = lines.filter((line) => line.case === null);
    for (const line of early) {
      expect(line).toMatchObject({ priority: { points: 0 }, overdue: [], oldestDays: 0 });
      expect(line.can.snooze).toEqual({ code: "case_not_open" });
    }
    const owing = lines.filter((line) => line.case !== null);
    expect(owing.length).toBeGreaterThan(0);
    const points = owing.map(({ priority }) => priority.points);
    expect(points).toEqual(points.toSorted((left, right) => right - left));
  });

  test("windows of the list meet without a gap", async () => {
    const all = (await todayOn("2026-03-31")).lines.map(({ id }) => id);
    const windows = await Promise.all(
      all.map((_, offset) => todayOn("2026-03-31", { offset, size: 1 })),
    );
    expect(windows.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(all);
    expect(all).not.toContain(newId());
  });

  test("each kind of work finds as many customers as it counts", async () => {
    const { counts } = await todayOn("2026-03-31");
    for (const { kind, customers } of counts.kinds) {
      const { total, lines } = await todayOn("2026-03-31", { kind });
      expect([kind, total, lines.length]).toEqual([kind, customers, customers]);
    }
  });
});

test("who is snoozed is off the list until their day, and back when it is undone", async () => {
  const snooze = { customer: late(), until: plainDate("2026-04-06"), reason: "财务出差" };
  accepted(await perform(on("2026-04-04"), snoozeCase, snooze));
  expect(await lineOf("2026-04-05")).toBeUndefined();
  expect((await lineOf("2026-04-05", { show: "snoozed" }))?.case).toMatchObject({
    snoozed: { until: "2026-04-06", reason: "财务出差", by: "operator" },
  });
  expect(await lineOf("2026-04-06")).toBeDefined();
  accepted(await perform(on("2026-04-05"), wakeCase, { customer: late() }));
  expect((await todayOn("2026-04-05")).counts.snoozed).toBe(0);
  const again = await perform(on("2026-04-05"), wakeCase, { customer: late() });
  expect(again).toMatchObject({ refusal: { code: "case_not_snoozed" } });
});

test("what one does oneself is on one's own list of what is done", async () => {
  accepted(await call("2026-03-31", null));
  const done = await todayOn("2026-03-31", { show: "done" });
  expect(done.lines.map(({ id }) => id)).toContain(late());
  expect(done.total).toBe(done.counts.done);
});

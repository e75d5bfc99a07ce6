/** Customers over HTTP: windows of the list, one page with its acts. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as contract from "../contract/customer.ts";
import * as dispute from "../contract/dispute.ts";
import * as hold from "../contract/hold.ts";
import * as outcome from "../contract/outcome.ts";
import * as plan from "../contract/plan.ts";
import * as promise from "../contract/promise.ts";
import { today } from "../contract/today.ts";

let server: TestServer;
let collector: Caller;
let manager: Caller;
let late: string;
let early: string;
beforeAll(async () => {
  server = await testServer();
  collector = server.as("collector");
  manager = server.as("credit_manager");
  [late = "", early = ""] = server.book.customers;
});
afterAll(() => server.close());

const list = (query: Record<string, string> = {}) => collector.get(contract.customers, { query });
const page = (customer: string) => collector.get(contract.customerPage, { params: { customer } });

describe("the list", () => {
  test("shows what each owes, what is late and what is unused", async () => {
    const { rows, total, currency, currencies } = await list();
    expect({ total, currency, currencies }).toEqual({
      total: 3,
      currency: "CNY",
      currencies: ["CNY"],
    });
    expect(rows.map(({ number, balances, oldestDays }) => [number, balances, oldestDays])).toEqual([
      ["K1", [sums("17500.50", "17500.50", "0.00")], 20],
      ["K2", [sums("8800.00", "0.00", "-200.00")], 0],
      ["K3", [], 0],
    ]);
  });

  test.each([
    ["name", "asc", ["K1", "K2", "K3"]],
    ["name", "desc", ["K3", "K2", "K1"]],
    ["number", "desc", ["K3", "K2", "K1"]],
    ["overdue", "desc", ["K1", "K2", "K3"]],
    ["balance", "asc", ["K3", "K2", "K1"]],
    ["oldest_days", "desc", ["K1", "K2", "K3"]],
    ["grade", "asc", ["K1", "K2", "K3"]],
  ])(
    "sorted by %s %s, window after window, every customer comes once",
    async (sort, direction, all) => {
      const seen: string[] = [];
      let cursor: string | null = "";
      do {
        const query: Record<string, string> = { sort, direction, size: "1" };
        const answer = await list(cursor ? { ...query, cursor } : query);
        seen.push(...answer.rows.map(({ number }) => number));
        cursor = answer.next;
      } while (cursor !== null && seen.length < 9);
      expect(seen).toEqual(all);
    },
  );

  test("a cursor that is none of ours begins anew", async () => {
    expect((await list({ cursor: "garbage" })).rows).toHaveLength(3);
    const foreign = Buffer.from(JSON.stringify(["abc", newId()])).toString("base64url");
    expect((await list({ cursor: foreign, sort: "overdue" })).rows).toHaveLength(3);
    const empty = Buffer.from("null").toString("base64url");
    expect((await list({ cursor: empty })).rows).toHaveLength(3);
  });

  test.each([
    ["open", ["K1", "K2"]],
    ["overdue", ["K1"]],
    ["held", []],
    ["disputed", []],
    ["promised", []],
  ])("filtered by %s", async (filter, numbers) => {
    const { rows, total } = await list({ filter });
    expect(rows.map(({ number }) => number)).toEqual(numbers);
    expect(total).toBe(numbers.length);
  });

  test("searched by number or name; % and _ mean themselves", async () => {
    expect((await list({ search: "k2" })).rows.map(({ number }) => number)).toEqual(["K2"]);
    expect((await list({ search: "客户 3" })).rows).toHaveLength(1);
    expect((await list({ search: "%" })).rows).toEqual([]);
    expect((await list({ search: "K_" })).rows).toEqual([]);
  });
});

const sums = (balance: string, overdue: string, unapplied: string) => ({
  balance: { amount: balance, currency: "CNY" },
  overdue: { amount: overdue, currency: "CNY" },
  unapplied: { amount: unapplied, currency: "CNY" },
});

describe("a customer's page", () => {
  test("before the first run says what the day will bring, and why", async () => {
    const { next } = await page(late);
    expect(next.now).toEqual([]);
    expect(next.day).toBe("2026-03-31");
    expect(next.steps[0]).toMatchObject({ id: null, totals: [{ amount: "17500.50" }] });
    expect(next.steps[0]?.because.length).toBeGreaterThan(0);
    expect(next.steps[0]?.can.release).toEqual({ code: "only_foreseen" });
  });

  test("ages what is open, and shows each document's days", async () => {
    const { items, ageing: bars, balances, asOf } = await page(late);
    expect(asOf).toBe("2026-03-31");
    expect(items.map(({ number, days, bucket }) => [number, days, bucket])).toEqual([
      ["F-1", 20, "1-30"],
      ["F-2", 1, "1-30"],
    ]);
    expect(bars[0]?.buckets[1]).toEqual({
      key: "1-30",
      amount: { amount: "17500.50", currency: "CNY" },
    });
    expect(balances).toMatchObject([{ overdue: { amount: "17500.50" }, oldestDays: 20 }]);
    const other = await page(early);
    expect(other.balances).toMatchObject([
      { balance: { amount: "8800.00" }, unapplied: { amount: "-200.00" }, oldestDays: 0 },
    ]);
    expect(other.items.map(({ number, days }) => [number, days])).toEqual([
      ["F-3", -7],
      ["R-1", null],
    ]);
  });

  test("who owes nothing promises nothing, and the button says so", async () => {
    const { can, next } = await page(server.book.customers[2] ?? "");
    expect(can).toMatchObject({ takePromise: { code: "nothing_open" }, logContact: true });
    expect(next).toEqual({ now: [], day: null, steps: [], skips: [] });
    const auditor = await server
      .as("auditor")
      .get(contract.customerPage, { params: { customer: late } });
    expect(auditor.can.edit).toEqual({ code: "not_permitted", permission: "customer:write" });
  });

  test("there is none of an unknown customer", async () => {
    const params = { customer: newId() };
    const response = await collector.raw(contract.customerPage, { params });
    expect([response.status, (await problemOf(response)).code]).toEqual([
      404,
      "customer_not_found",
    ]);
  });
});

describe("what is agreed with a customer", () => {
  const invoice = () => server.book.items[0] ?? "";
  const money = (amount: string) => ({ amount, currency: "CNY" });

  test("a promise rests its part, and is withdrawn", async () => {
    const params = { customer: late };
    const offer = { payOn: "2026-04-08", takenFrom: "李会计" };
    const taken = await collector.get(promise.takePromise, {
      params,
      body: { ...offer, items: [{ item: invoice(), amount: money("3000.00") }] },
    });
    const seen = await page(late);
    expect(seen.promises).toMatchObject([
      { id: taken.id, state: "open", amount: money("3000.00"), can: { withdraw: true } },
    ]);
    expect(seen.balances[0]?.promised).toEqual(money("3000.00"));
    expect(seen.items[0]?.promised).toEqual(money("3000.00"));
    expect(seen.timeline[0]).toMatchObject({ kind: "promise_taken", takenFrom: "李会计" });
    expect((await list({ filter: "promised" })).rows).toHaveLength(1);

    const withdrawn = { params: { promise: taken.id }, body: { reason: "客户收回承诺" } };
    await collector.get(promise.withdrawPromise, withdrawn);
    const again = await collector.raw(promise.withdrawPromise, withdrawn);
    expect([again.status, (await problemOf(again)).code]).toEqual([409, "promise_has_ended"]);
    const after = await page(late);
    expect(after.timeline.map(({ kind }) => kind)).toContain("promise_judged");
    expect(after.promises[0]?.can.withdraw).toMatchObject({ code: "promise_has_ended" });
    expect(after.promises[0]).toMatchObject({ endReason: "客户收回承诺", endedBy: "collector" });
  });

  test("more than is open is refused with what is free", async () => {
    const body = { payOn: "2026-04-08", items: [{ item: invoice(), amount: money("5000.01") }] };
    const response = await collector.raw(promise.takePromise, { params: { customer: late }, body });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { code: "promise_exceeds_open", free: money("5000.00") },
    ]);
  });

  test("an amount that is none, a day that is none: refused with the place", async () => {
    const items = [{ item: invoice(), amount: money("12.345") }];
    const body = { payOn: "2026-02-30", items };
    const response = await collector.raw(promise.takePromise, { params: { customer: late }, body });
    expect(await response.json()).toMatchObject({
      code: "input_invalid",
      issues: [
        { path: "payOn", reason: "day_does_not_exist" },
        { path: "items.0.amount.amount", reason: "amount_too_precise" },
      ],
    });
  });

  test("a dispute is raised by a collector and closed by a manager", async () => {
    const body = { item: invoice(), amount: money("1000.00"), reason: "quality", note: "返工" };
    const raised = await collector.get(dispute.raiseDispute, { params: { customer: late }, body });
    const seen = await page(late);
    expect(seen.disputes[0]).toMatchObject({ reason: "quality", item: { number: "F-1" } });
    expect(seen.disputes[0]?.can.close).toMatchObject({ code: "not_permitted" });
    expect(seen.items[0]?.disputed).toEqual(money("1000.00"));
    expect((await list({ filter: "disputed" })).rows).toHaveLength(1);
    const closed = { params: { dispute: raised.id }, body: { outcome: "withdrawn" } };
    await manager.get(dispute.closeDispute, closed);
    const again = await manager.raw(dispute.closeDispute, closed);
    expect((await problemOf(again)).code).toBe("dispute_is_closed");
    expect((await page(late)).timeline.map(({ kind }) => kind)).toContain("dispute_closed");
  });

  test("a hold rests everything until it is lifted", async () => {
    const body = { kind: "courtesy", reason: "春节后付款", until: "2026-04-20" };
    const placed = await collector.get(hold.placeHold, { params: { customer: late }, body });
    const seen = await page(late);
    expect(seen.holds[0]).toMatchObject({ active: true, item: null, can: { lift: true } });
    expect(seen.items.every(({ held }) => held)).toBe(true);
    expect(seen.next.skips).toMatchObject([{ reason: "held" }]);
    expect((await list({ filter: "held" })).rows).toHaveLength(1);
    await collector.get(hold.liftHold, { params: { hold: placed.id } });
    const after = await page(late);
    expect(after.holds[0]).toMatchObject({
      active: false,
      can: { lift: { code: "hold_has_ended" } },
    });
    expect(after.timeline.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["hold_placed", "hold_ended"]),
    );
  });

  test("a call is logged; who asked to be called back is on today's list that day", async () => {
    const contact = (await page(late)).contacts[0]?.id;
    const said = { said: "下周付", overdueReason: "cash", contact };
    const body = { channel: "call", outcome: "reached", ...said };
    const params = { customer: late };
    await collector.get(outcome.logContact, { params, body });
    const seen = await page(late);
    expect(seen.timeline[0]).toMatchObject({ kind: "contact", said: "下周付", by: "collector" });
    const follow = { ...body, followUpOn: "2026-04-02" };
    await collector.get(outcome.logContact, { params, body: follow });
    expect((await collector.get(today, { query: { kind: "call_back" } })).lines).toEqual([]);
  });

  test("a planned task is done by logging its outcome, once", async () => {
    await manager.get(plan.runPlan, { body: {} });
    await manager.get(plan.releasePlan, { body: { all: true } });
    const { lines } = await collector.get(today, { query: { kind: "task" } });
    const work = lines.find(({ customer }) => customer.id === late)?.work ?? [];
    const step = work.find(({ kind }) => kind === "task")?.step?.id ?? "";
    const asked = { params: { step }, body: { channel: "call", outcome: "no_answer" } };
    await collector.get(outcome.logStepOutcome, asked);
    const again = await collector.raw(outcome.logStepOutcome, asked);
    expect([again.status, (await problemOf(again)).code]).toEqual([409, "task_not_waiting"]);
    const done = await collector.get(today, { query: { show: "done" } });
    expect(done.lines.flatMap((line) => line.work.map((item) => item.step?.id))).toContain(step);
    const missing = await collector.raw(outcome.logStepOutcome, {
      ...asked,
      params: { step: newId() },
    });
    expect((await problemOf(missing)).code).toBe("step_not_found");
  });

  test("after the release the page says what waits and what comes after it", async () => {
    const { next, items, timeline } = await page(late);
    expect(next.now.map(({ state }) => state)).toContain("released");
    expect(next.day === null ? "" : next.day > "2026-03-31").toBe(true);
    expect(items.some(({ lastStep }) => lastStep?.on === "2026-03-31")).toBe(true);
    expect(timeline.map(({ kind }) => kind)).toContain("message");
  });
});

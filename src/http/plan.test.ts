/** The plan of a day over HTTP: run, looked at, released, taken back, dropped. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import { search } from "../contract/customer.ts";
import * as hold from "../contract/hold.ts";
import * as outbox from "../contract/outbox.ts";
import * as contract from "../contract/plan.ts";
import { today } from "../contract/today.ts";

let server: TestServer;
let manager: Caller;
beforeAll(async () => {
  server = await testServer();
  manager = server.as("credit_manager");
});
afterAll(() => server.close());

const stepsOf = async (query: Record<string, string> = {}) =>
  (await manager.get(contract.planSteps, { query })).steps;

const letter = async () => {
  const found = (await stepsOf({ track: "demand" }))[0];
  if (found?.id == null) throw new Error("a demand is planned");
  return { ...found, id: found.id };
};

describe("before anybody ran the day", () => {
  test("the page says so and offers to run it", async () => {
    const page = await manager.get(contract.plan);
    expect(page).toMatchObject({ day: "2026-03-31", run: null, can: { run: true } });
    expect(page.can.releaseAll).toEqual({ code: "nothing_to_release" });
    expect(page.entry.choices.map(({ entry }) => entry)).toEqual(
      expect.arrayContaining(["first_letter", "by_age"]),
    );
  });

  test("a dry run counts and stores nothing", async () => {
    const seen = await manager.get(contract.runPlan, { body: { dryRun: true } });
    expect(seen).toMatchObject({ dryRun: true, firstDay: true });
    expect(seen.steps).toBeGreaterThan(0);
    expect((await manager.get(contract.plan)).run).toBeNull();
    expect(await stepsOf()).toEqual([]);
  });
});

describe("the first day", () => {
  beforeAll(async () => {
    const params = { customer: server.book.customers[1] ?? "" };
    const body = { kind: "courtesy", reason: "总经理要求暂缓", until: "2026-04-30" };
    await manager.get(hold.placeHold, { params, body });
    const ran = await manager.get(contract.runPlan, { body: {} });
    expect(ran).toMatchObject({ day: "2026-03-31", dryRun: false, firstDay: true, released: 0 });
  });

  test("releases nothing without a person", async () => {
    const page = await manager.get(contract.plan);
    expect(page.run).toMatchObject({ state: "closed", firstDay: true, policyVersion: 1 });
    expect(page.totals.every(({ state }) => state === "planned")).toBe(true);
    expect(page.can).toMatchObject({ releaseAll: true, chooseEntry: true });
    expect(page.days).toEqual(["2026-03-31"]);
  });

  test("each line says what it asks for, of whom, and why", async () => {
    const demand = await letter();
    expect(demand).toMatchObject({
      customer: { number: "K1" },
      stage: "early",
      state: "planned",
      totals: [{ amount: "17500.50", currency: "CNY" }],
      can: { release: true, drop: true },
    });
    expect(demand.items.map(({ number, days }) => [number, days])).toEqual([
      ["F-1", 20],
      ["F-2", 1],
    ]);
    expect(demand.name.zh).not.toBe(demand.step);
    expect(demand.because.length).toBeGreaterThan(0);
  });

  test("what is left out is counted by its reason, and listed", async () => {
    const { skips } = await manager.get(contract.plan);
    const listed = await manager.get(contract.planSkips);
    expect(listed.total).toBe(skips.reduce((sum, { count }) => sum + count, 0));
    expect(listed.skips).toHaveLength(listed.total);
    expect(skips).toEqual([{ reason: "held", count: 1, customers: 1 }]);
    expect(listed.skips).toMatchObject([
      { customer: { number: "K2" }, reason: "held", items: [{ number: "F-3" }] },
    ]);
    expect((await manager.get(contract.planSkips, { query: { reason: "frequency" } })).total).toBe(
      0,
    );
  });

  test("the list of today shows it with points and what is owed in all", async () => {
    const list = await manager.get(today);
    const line = list.lines.find(({ work }) => work.some(({ kind }) => kind === "letter"));
    expect(list).toMatchObject({ day: "2026-03-31", planned: true });
    expect(line).toMatchObject({ overdue: [{ amount: "17500.50" }], oldestDays: 20 });
    const points = list.lines.map(({ priority }) => priority.points);
    expect(points).toEqual(points.toSorted((left, right) => right - left));
    const [seen] = (await server.as("auditor").get(today)).lines;
    const forbidden = { code: "not_permitted", permission: "plan:release" };
    expect(seen?.work.map(({ step }) => step?.can.release ?? null)).toContainEqual(forbidden);
    expect(seen?.can.snooze).toMatchObject({ code: "not_permitted" });
  });

  test("the letter can be looked at before it leaves", async () => {
    const { id: step } = await letter();
    const response = await manager.raw(contract.stepLetter, { params: { step } });
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  test("a collector releases lines, but not the whole day", async () => {
    const response = await server
      .as("collector")
      .raw(contract.releasePlan, { body: { all: true } });
    expect(await response.json()).toMatchObject({
      code: "not_permitted",
      permission: "plan:release_all",
    });
  });
});

describe("after a release", () => {
  const before = { count: 0 };
  beforeAll(() => {
    before.count = server.told.count;
  });
  const release = async () => {
    const { id } = await letter();
    return await manager.get(contract.releasePlan, { body: { steps: [id] } });
  };

  test("the message waits in the outbox, the worker is told, and it can be taken back", async () => {
    expect(await release()).toEqual({ released: 1, stale: 0 });
    expect(server.told.count).toBe(before.count + 1);
    const { rows, counts } = await manager.get(outbox.outbox);
    expect(rows).toMatchObject([
      {
        state: "queued",
        recipientAddress: "clerk@customer.example",
        can: { withdraw: true, resend: { code: "message_in_other_state", state: "queued" } },
      },
    ]);
    expect(counts.queued).toBe(1);
    expect((await manager.get(contract.plan)).sending.queued).toBe(1);

    const { id, message } = await letter();
    expect(message).toMatchObject({ state: "queued" });
    expect(await manager.get(contract.undoRelease, { body: { steps: [id] } })).toEqual({
      undone: 1,
      gone: 0,
    });
    expect((await letter()).state).toBe("planned");
  });

  test("its letter is found by number and shown as it was frozen", async () => {
    await release();
    const [row] = (await manager.get(outbox.outbox, { query: { state: "queued" } })).rows;
    const message = row?.id ?? "";
    const found = await manager.get(search, { query: { q: row?.number ?? "" } });
    expect(found.letters).toMatchObject([{ id: message, customer: { number: "K1" } }]);
    const shown = await manager.raw(outbox.messageLetter, { params: { message } });
    expect(shown.headers.get("content-type")).toBe("application/pdf");
    const step = (await letter()).id;
    const same = await manager.raw(contract.stepLetter, { params: { step } });
    expect(Buffer.from(await same.arrayBuffer())).toEqual(Buffer.from(await shown.arrayBuffer()));
  });

  test("a waiting message is withdrawn with a reason", async () => {
    const [row] = (await manager.get(outbox.outbox, { query: { state: "queued" } })).rows;
    const params = { message: row?.id ?? "" };
    const body = { reason: "客户来电，已安排付款" };
    const state = await manager.get(outbox.withdrawMessage, { params, body });
    expect(state).toMatchObject({ state: "withdrawn" });
    const again = await manager.raw(outbox.resendMessage, { params, body });
    expect(await again.json()).toMatchObject({ code: "message_in_other_state" });
  });
});

describe("what cannot be done says why", () => {
  let unknown: string;
  beforeEach(() => {
    unknown = newId();
  });

  test("lines that are not waiting", async () => {
    const body = { steps: [unknown] };
    const released = await manager.raw(contract.releasePlan, { body });
    expect([released.status, await released.json()]).toEqual([
      409,
      { type: "/problems/nothing_to_release", code: "nothing_to_release" },
    ]);
    const undone = await manager.raw(contract.undoRelease, { body });
    expect(await undone.json()).toMatchObject({ code: "nothing_to_undo" });
    const dropped = await manager.raw(contract.dropSteps, { body: { ...body, reason: "x" } });
    expect(await dropped.json()).toMatchObject({ code: "nothing_to_drop" });
  });

  test("letters that there are not", async () => {
    const step = await manager.raw(contract.stepLetter, { params: { step: unknown } });
    expect([step.status, (await problemOf(step)).code]).toEqual([404, "step_not_found"]);
    const message = await manager.raw(outbox.messageLetter, { params: { message: unknown } });
    expect([message.status, (await problemOf(message)).code]).toEqual([404, "message_not_found"]);
    const noId = await manager.raw(contract.stepLetter, { params: { step: "1; drop table" } });
    expect((await problemOf(noId)).code).toBe("id_malformed");
    const task = (await stepsOf({ track: "task" }))[0];
    const none = await manager.raw(contract.stepLetter, { params: { step: task?.id ?? "" } });
    expect((await problemOf(none)).code).toBe("step_has_no_letter");
  });

  test("a day that has not come", async () => {
    const response = await manager.raw(contract.runPlan, { body: { day: "2026-04-01" } });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { code: "day_in_future", today: "2026-03-31" },
    ]);
  });
});

test("dropping needs a reason, and all that waits is released at once", async () => {
  const task = (await stepsOf({ track: "task", state: "planned" }))[0];
  const steps = [task?.id ?? ""];
  const body = { steps, reason: "客户已破产清算" };
  expect(await manager.get(contract.dropSteps, { body })).toEqual({ dropped: 1 });
  const [dropped] = await stepsOf({ state: "dropped" });
  expect(dropped).toMatchObject({ dropReason: "客户已破产清算", can: { undo: true } });
  await manager.get(contract.undoRelease, { body: { steps } });
  const changed = await manager.get(contract.releasePlan, { body: { all: true } });
  expect(changed).toEqual({ released: 0, stale: 1 }); // a letter was withdrawn since it was planned
  await manager.get(contract.runPlan, { body: {} });
  const all = await manager.get(contract.releasePlan, { body: { all: true } });
  expect(all.released).toBeGreaterThan(0);
  expect(await stepsOf({ state: "planned" })).toEqual([]);
});

test("another entry is chosen, an unknown one refused", async () => {
  expect(await manager.get(contract.chooseEntry, { body: { entry: "by_age" } })).toEqual({
    entry: "by_age",
  });
  const response = await manager.raw(contract.chooseEntry, { body: { entry: "tomorrow" } });
  expect([response.status, (await problemOf(response)).code]).toEqual([422, "entry_unknown"]);
});

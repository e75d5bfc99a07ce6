/** The day, closed on a real database: first day, ordinary days, gaps, and a person at the plan. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock, testDesk } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { readPolicyFile } from "../formats/policy-yaml.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listSkips, listSteps } from "../store/plans.ts";
import { run, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { createCreditor } from "./create-creditor.ts";
import { dropSteps } from "./drop-steps.ts";
import { accepted, type Desk, perform, performShared } from "./perform.ts";
import { placeHold } from "./place-hold.ts";
import { previewDay } from "./preview-day.ts";
import { releasePlan } from "./release-plan.ts";
import { undoRelease } from "./undo-release.ts";

const policyFile = readPolicyFile(readFileSync("policies/standard-b2b.yaml", "utf8"));
if (!policyFile.ok) throw new Error(JSON.stringify(policyFile.refusal));
const policy = policyFile.value;

let database: Database;
const clock = stillClock("2026-01-05T02:00:00Z");
let creditors = 0;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const id = (seed: number): string => `00000000-0000-7000-8000-${String(seed).padStart(12, "0")}`;

/** A creditor with one customer who owes one invoice, and a contact with an address. */
async function creditorWith(dueOn: string, minor = 500_000n) {
  creditors += 1;
  const shared = { database, actor: operator, clock };
  const code = `c${creditors}`;
  const made = await performShared(shared, createCreditor, { code, name: "云杉", policy });
  const creditorId: CreditorId = accepted(made).id;
  const customer = id(creditors * 10) as CustomerId;
  const [contact, item, entry] = [1, 2, 3].map((at) => id(creditors * 10 + at));
  await database.transaction(async (tx) => {
    await sql`insert into customer (creditor_id, id, number, name, wake_on, created_at)
      values (${creditorId}, ${customer}, 'K1', '客户一', '-infinity', now())`.execute(tx);
    await sql`insert into contact (creditor_id, id, customer_id, name, role, email)
      values (${creditorId}, ${contact}, ${customer}, '李会计', 'clerk', 'li@k1.example')`.execute(
      tx,
    );
    await sql`with booked as (
        insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
        values (${creditorId}, ${entry}, 'document', '2026-01-01', '2026-01-01', '[]')
        returning creditor_id, id)
      , listed as (
        insert into item (creditor_id, id, customer_id, kind, number, currency, amount,
          open_amount, issued_on, due_on)
        values (${creditorId}, ${item}, ${customer}, 'invoice', 'F1', 'CNY', ${minor}, ${minor},
          '2026-01-01', ${dueOn}) returning id)
      insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
        effective_on, booked_on)
      select booked.creditor_id, booked.id, line.no, line.account, line.item, line.amount, 'CNY',
        '2026-01-01', '2026-01-01'
      from booked, listed, (values (1, 'receivable', ${item}::uuid, ${minor}::bigint),
        (2, 'sales', null, ${-minor}::bigint)) as line (no, account, item, amount)`.execute(tx);
  });
  const on = (today: string): Desk => testDesk(database, creditorId, { today, clock });
  const goLive = () =>
    run(database.db, sql`update creditor set live_on = '2026-01-02' where id = ${creditorId}`);
  return { creditorId, customer, on, goLive };
}

const stepsOf = (creditorId: CreditorId, day: string) =>
  database.reading((tx) => listSteps(tx, creditorId, plainDate(day)));
const messagesOf = async (creditorId: CreditorId) =>
  (
    await database.reading((tx) =>
      sql<{ state: string; template: string; to: string }>`
        select state, template, recipient_address as to from message
        where creditor_id = ${creditorId} order by number`.execute(tx),
    )
  ).rows;

describe("the first day", () => {
  test("plans the first letter, and nothing leaves without a person", async () => {
    const { creditorId, on } = await creditorWith("2025-12-01");
    const closed = accepted(await closeDay(on("2026-01-06")));
    expect(closed).toMatchObject({ firstDay: true, lookedAt: 1, released: 0 });
    const steps = await stepsOf(creditorId, "2026-01-06");
    expect(steps.map(({ step, state }) => [step, state])).toContainEqual([
      "first-letter",
      "planned",
    ]);
    expect(await messagesOf(creditorId)).toEqual([]);
  });
});

test("a day without a line begins nothing: the next one is the first day", async () => {
  const { on } = await creditorWith("2025-12-01");
  expect(accepted(await closeDay(on("2026-01-10")))).toMatchObject({ planned: 0, firstDay: true });
  const monday = accepted(await closeDay(on("2026-01-12")));
  expect(monday).toMatchObject({ firstDay: true, released: 0 });
  expect(monday.planned).toBeGreaterThan(0);
});

describe("an ordinary day", () => {
  test("the letter goes by itself, once, and the same day again changes nothing", async () => {
    const { creditorId, on, goLive } = await creditorWith("2026-03-02");
    await goLive();
    accepted(await closeDay(on("2026-01-06")));
    accepted(await closeDay(on("2026-03-03")));
    const sent = (await messagesOf(creditorId)).filter(
      ({ template }) => template === "first-demand",
    );
    expect(sent).toEqual([{ state: "queued", template: "first-demand", to: "li@k1.example" }]);
    const before = await stepsOf(creditorId, "2026-03-03");
    const first = await messagesOf(creditorId);
    accepted(await closeDay(on("2026-03-03")));
    expect(await stepsOf(creditorId, "2026-03-03")).toEqual(before);
    expect(await messagesOf(creditorId)).toEqual(first);
  });

  test("a week that nobody closed is caught up by one letter", async () => {
    const { creditorId, on } = await creditorWith("2026-03-02");
    accepted(await closeDay(on("2026-01-06")));
    const closed = accepted(await closeDay(on("2026-03-20")));
    expect(closed.missedSince).toBe("2026-01-07");
    const demands = (await stepsOf(creditorId, "2026-03-20")).filter(
      ({ track }) => track === "demand",
    );
    expect(demands.length).toBe(1);
  });

  test("a day before the last one and a day that has not come are refused", async () => {
    const { on } = await creditorWith("2026-03-02");
    accepted(await closeDay(on("2026-01-06")));
    expect(await closeDay(on("2026-01-05"))).toMatchObject({
      refusal: { code: "day_already_passed", lastDay: "2026-01-06" },
    });
    expect(await closeDay(on("2026-01-07"), { day: plainDate("2026-01-08") })).toMatchObject({
      refusal: { code: "day_in_future" },
    });
  });
});

test("a preview shows the same steps and stores nothing", async () => {
  const { creditorId, on } = await creditorWith("2025-12-01");
  const seen = accepted(await previewDay(on("2026-01-06"), plainDate("2026-01-06")));
  expect(await stepsOf(creditorId, "2026-01-06")).toEqual([]);
  accepted(await closeDay(on("2026-01-06")));
  const stored = await stepsOf(creditorId, "2026-01-06");
  expect(seen.planned.flatMap(({ steps }) => steps.map(({ step }) => step)).sort()).toEqual(
    stored.map(({ step }) => step).sort(),
  );
});

describe("a person at the plan", () => {
  const planned = async () => {
    const made = await creditorWith("2025-12-01");
    const desk = made.on("2026-01-06");
    accepted(await closeDay(desk));
    const steps = await stepsOf(made.creditorId, "2026-01-06");
    const letter = steps.find(({ step }) => step === "first-letter");
    if (letter === undefined) throw new Error("there is a letter");
    return { ...made, desk, letter };
  };

  test("releases a line, takes it back, and releases it again: one message", async () => {
    const { creditorId, desk, letter } = await planned();
    const steps = [letter.id];
    expect(accepted(await perform(desk, releasePlan, { steps })).released).toBe(1);
    expect(accepted(await perform(desk, undoRelease, { steps }))).toEqual({ undone: 1, gone: 0 });
    expect((await messagesOf(creditorId)).map(({ state }) => state)).toEqual(["withdrawn"]);
    expect(accepted(await perform(desk, releasePlan, { steps })).released).toBe(1);
    const states = (await messagesOf(creditorId)).map(({ state }) => state).sort();
    expect(states).toEqual(["queued", "withdrawn"]);
  });

  test("what changed since the plan was made is not released", async () => {
    const { customer, desk, letter, creditorId } = await planned();
    const hold = { kind: "courtesy", reason: "客户要求", until: plainDate("2026-02-01") } as const;
    accepted(await perform(desk, placeHold, { customer, ...hold }));
    const released = accepted(await perform(desk, releasePlan, { steps: [letter.id] }));
    expect(released).toEqual({ released: 0, stale: [letter.id] });
    expect(await messagesOf(creditorId)).toEqual([]);
    accepted(await closeDay(desk));
    const skips = await database.reading((tx) =>
      listSkips(tx, creditorId, plainDate("2026-01-06")),
    );
    expect(skips.map(({ reason }) => reason)).toContain("held");
  });

  test("drops a line with a reason; the item passes over that step", async () => {
    const { desk, letter, creditorId } = await planned();
    const steps = [letter.id];
    expect(await perform(desk, dropSteps, { steps, reason: " " })).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    accepted(await perform(desk, dropSteps, { steps, reason: "刚通过电话" }));
    const [dropped] = (await stepsOf(creditorId, "2026-01-06")).filter(
      ({ state }) => state === "dropped",
    );
    expect(dropped).toMatchObject({ id: letter.id, dropReason: "刚通过电话" });
    expect(await perform(desk, releasePlan, { steps })).toMatchObject({
      refusal: { code: "nothing_to_release" },
    });
  });
});

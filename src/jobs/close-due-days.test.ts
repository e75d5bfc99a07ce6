/** Days that close themselves, and those that a person begins. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock } from "../../test/kit/desk.ts";
import { openOn, taken } from "../../test/kit/imports.ts";
import { entryOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { closeDay } from "../actions/close-day.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { publishPolicy } from "../actions/publish-policy.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { readPolicyFile } from "../formats/policy-yaml.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { viewWaitingSteps } from "../views/day-plan.ts";
import { closeDueDays } from "./close-due-days.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

async function creditor(): Promise<(now: string) => Desk> {
  const owed = { number: "F1", customer: 0, currency: "CNY", amount: 100_000n };
  const items = [{ ...owed, issuedOn: "2026-01-01", dueOn: "2026-02-01" }];
  const book = await insertBook(database.db, { customers: 1, items, allocations: [] });
  const desk = (now: string): Desk => ({
    database,
    actor: operator,
    creditorId: book.creditor,
    clock: stillClock(now),
  });
  const file = readPolicyFile(readFileSync("policies/standard-b2b.yaml", "utf8"));
  if (!file.ok) throw new Error("the policy can be read");
  accepted(await perform(desk("2026-03-01T00:00:00Z"), publishPolicy, file.value));
  return desk;
}

/** A person makes the first plan and releases all of it. */
async function begin(desk: Desk): Promise<void> {
  const { day } = accepted(await closeDay(desk));
  const steps = await viewWaitingSteps(database, desk.creditorId, day);
  accepted(await perform(desk, releasePlan, { steps }));
}

const closing = (desk: Desk, live = true) =>
  closeDueDays([{ desk, timeZone: "Asia/Shanghai", live }]);

test("a day is closed once, from six in the creditor's own morning", async () => {
  const at = await creditor();
  await begin(at("2026-03-02T02:00:00Z"));
  expect(await closing(at("2026-03-02T21:59:00Z"))).toEqual([]);
  const [closed] = await closing(at("2026-03-02T22:00:00Z"));
  expect(closed).toMatchObject({ ok: true, value: { day: "2026-03-03" } });
  expect(await closing(at("2026-03-03T10:00:00Z"))).toEqual([]);
  const [next] = await closing(at("2026-03-04T00:00:00Z"));
  expect(next).toMatchObject({ value: { day: "2026-03-04", missedSince: null } });
});

test("what came before its invoice is settled before the day is planned", async () => {
  const at = await creditor();
  await begin(at("2026-03-02T02:00:00Z"));
  const desk = at("2026-03-03T02:00:00Z");
  const paid = { amount: "320.00", bookedOn: "2026-03-03", remark: "付 INV-2026-0077" };
  await takenLines(desk, [entryOf({ ...paid, counterName: "客户 0" })]);
  expect(await linesOf(desk)).toMatchObject([{ state: "open" }]);
  const invoice =
    "客户编号,发票号码,开票日期,到期日,价税合计\nK1,INV-2026-0077,2026-03-03,2026-03-03,320.00";
  await taken(desk, "invoices", invoice);
  await closing(at("2026-03-04T00:00:00Z"));
  expect(await linesOf(desk)).toMatchObject([{ state: "booked" }]);
  expect(await openOn(desk, "2026-03-04")).toEqual({ F1: 100_000n });
});

test("a creditor's first day is left to a person, and so is what nobody has released", async () => {
  const at = await creditor();
  expect(await closing(at("2026-03-03T02:00:00Z"), false)).toEqual([]);
  accepted(await closeDay(at("2026-03-03T02:00:00Z")));
  expect(await closing(at("2026-03-04T02:00:00Z"))).toEqual([]);
});

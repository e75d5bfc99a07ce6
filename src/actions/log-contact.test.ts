/** Contacts on a real database: tasks done once, with what follows from an answer. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook, newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { stillClock, testDesk } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ContactId, CustomerId, ItemId, PlanStepId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { readPolicyFile } from "../formats/policy-yaml.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listSteps } from "../store/plans.ts";
import { run, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { type LogContact, logContact } from "./log-contact.ts";
import { accepted, perform } from "./perform.ts";
import { publishPolicy } from "./publish-policy.ts";
import { saveContact } from "./save-contact.ts";

const clock = stillClock("2026-04-01T02:00:00Z");
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

/** A customer with a call on the worklist of 2026-03-02. */
async function withCall() {
  const item = { number: "F1", customer: 0, currency: "CNY", amount: 5_000_000n };
  const dated = { issuedOn: "2026-01-01", dueOn: "2026-03-01" };
  const items = [{ ...item, ...dated }];
  const book = await insertBook(database.db, { customers: 1, items, allocations: [] });
  const on = (today: string) => testDesk(database, book.creditor, { today, clock });
  const customer = book.customers[0] as CustomerId;
  const file = readPolicyFile(readFileSync("policies/standard-b2b.yaml", "utf8"));
  if (!file.ok) throw new Error("the policy can be read");
  accepted(await perform(on("2026-01-02"), publishPolicy, file.value));
  const person = { name: "李会计", role: "clerk", email: "li@k.example", phone: null } as const;
  const rest = { id: null, customer, language: null, source: "名片", optedOut: false };
  const known = { ...person, ...rest, basis: "contract" } as const;
  const { id: contact } = accepted(await perform(on("2026-01-02"), saveContact, known));
  await run(
    database.db,
    sql`update creditor set live_on = '2026-01-02' where id = ${book.creditor}`,
  );
  accepted(await closeDay(on("2026-03-02")));
  const day = plainDate("2026-03-02");
  const steps = await database.reading((tx) => listSteps(tx, book.creditor, day));
  const call = steps.find(({ track }) => track === "task");
  if (call === undefined) throw new Error("there is a call");
  const desk = on("2026-03-02");
  return { book, customer, contact, item: book.items[0] as ItemId, desk, call };
}

type World = Awaited<ReturnType<typeof withCall>>;

const entry = ({ customer, contact, call }: World, rest: Partial<LogContact> = {}): LogContact => ({
  customer,
  step: call.id,
  contact,
  channel: "call",
  outcome: "reached",
  said: "下周付",
  overdueReason: "procedure",
  followUpOn: plainDate("2026-03-09"),
  ...rest,
});

const count = async (table: "dispute" | "message" | "contact_log", { book }: World) =>
  (
    await sql<{ n: number }>`select count(*)::integer as n from ${sql.table(table)}
        where creditor_id = ${book.creditor}`.execute(database.db)
  ).rows[0]?.n;

describe("a task is done", () => {
  test("by its entry, once", async () => {
    const world = await withCall();
    expect(world.call.state).toBe("released");
    accepted(await perform(world.desk, logContact, entry(world)));
    expect(await perform(world.desk, logContact, entry(world))).toMatchObject({
      refusal: { code: "task_not_waiting" },
    });
    expect(await count("contact_log", world)).toBe(1);
  });

  test("and a contested invoice is disputed in the same breath", async () => {
    const world = await withCall();
    const dispute = {
      item: world.item,
      amount: moneyOf("800.00", "CNY"),
      reason: "quality",
      note: null,
    } as const;
    accepted(await perform(world.desk, logContact, entry(world, { outcome: "disputed", dispute })));
    expect(await count("dispute", world)).toBe(1);
  });

  test("and nothing of it is kept when the dispute can't be", async () => {
    const world = await withCall();
    const dispute = {
      item: world.item,
      amount: moneyOf("50000.01", "CNY"),
      reason: "quality",
      note: null,
    } as const;
    const outcome = await perform(world.desk, logContact, entry(world, { dispute }));
    expect(outcome).toMatchObject({ refusal: { code: "dispute_exceeds_open" } });
    expect(await count("contact_log", world)).toBe(0);
    accepted(await perform(world.desk, logContact, entry(world)));
  });

  test("and a copy of the invoice leaves when the customer does not have it", async () => {
    const world = await withCall();
    const before = await count("message", world);
    const invoiceCopies = [world.item, newId<ItemId>()];
    accepted(await perform(world.desk, logContact, entry(world, { invoiceCopies })));
    expect(await count("message", world)).toBe((before ?? 0) + 1);
    const copies = await sql<{ to: string }>`select recipient_address as to from message
        where creditor_id = ${world.book.creditor} and template = 'invoice-copy'`.execute(
      database.db,
    );
    expect(copies.rows).toEqual([{ to: "li@k.example" }]);
  });
});

test("a contact out of turn needs no task; an unknown customer or task is refused", async () => {
  const world = await withCall();
  expect((await perform(world.desk, logContact, entry(world, { step: null }))).ok).toBe(true);
  const nobody = entry(world, { customer: newId<CustomerId>() });
  expect(await perform(world.desk, logContact, nobody)).toMatchObject({
    refusal: { code: "customer_not_found" },
  });
  const nothing = entry(world, { step: newId<PlanStepId>() });
  expect(await perform(world.desk, logContact, nothing)).toMatchObject({
    refusal: { code: "task_not_waiting" },
  });
  const shouted = entry(world, { outcome: "shouted" });
  expect(await perform(world.desk, logContact, shouted)).toMatchObject({
    refusal: { code: "outcome_unknown" },
  });
});

test("two people of one name and role at a customer are one too many", async () => {
  const { desk, customer } = await withCall();
  const person = { name: "李会计", role: "clerk", email: null, phone: null } as const;
  const rest = { customer, language: null, source: null, optedOut: false };
  const again = await perform(desk, saveContact, { id: null, ...person, ...rest });
  expect(again).toMatchObject({ refusal: { code: "contact_exists", name: "李会计" } });
  const unknown = { id: newId<ContactId>(), ...person, ...rest };
  expect(await perform(desk, saveContact, unknown)).toMatchObject({
    refusal: { code: "contact_not_found" },
  });
});

/** Promises lived through on a real database, day after day. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook, newId, type StoredBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { stillClock, testDesk } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { readPolicyFile } from "../formats/policy-yaml.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listSkips, listSteps } from "../store/plans.ts";
import { run, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { publishPolicy } from "./publish-policy.ts";
import { takePromise } from "./take-promise.ts";
import { withdrawPromise } from "./withdraw-promise.ts";

let database: Database;
const clock = stillClock("2026-04-01T02:00:00Z");
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

type Owing = {
  readonly book: StoredBook;
  readonly customer: CustomerId;
  readonly item: ItemId;
  on(day: string): Desk;
};

/** A customer who owes 1,000.00 CNY since 2026-03-01, and whose first letter went on 03-02. */
async function owing(): Promise<Owing> {
  const item = { number: "F1", customer: 0, currency: "CNY", amount: 100_000n };
  const dated = { issuedOn: "2026-01-01", dueOn: "2026-03-01" };
  const book = await insertBook(database.db, {
    customers: 1,
    items: [{ ...item, ...dated }],
    allocations: [],
  });
  const on = (today: string) => testDesk(database, book.creditor, { today, clock });
  const file = readPolicyFile(readFileSync("policies/standard-b2b.yaml", "utf8"));
  if (!file.ok) throw new Error("the policy can be read");
  accepted(await perform(on("2026-01-02"), publishPolicy, file.value));
  await run(
    database.db,
    sql`update creditor set live_on = '2026-01-02' where id = ${book.creditor}`,
  );
  accepted(await closeDay(on("2026-03-02")));
  const [customer] = book.customers;
  if (customer === undefined) throw new Error("there is a customer");
  return { book, customer, item: book.items[0] as ItemId, on };
}

/** Money comes in and is matched to the item. */
async function pay({ book, item, customer }: Owing, minor: bigint, on: string): Promise<void> {
  const [entry] = [newId()];
  await run(
    database.db,
    sql`with booked as (
          insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
          values (${book.creditor}, ${entry}, 'snapshot', ${on}, ${on}, '[]')
          returning creditor_id, id),
        settled as (
          update item set open_amount = open_amount - ${minor}
          where creditor_id = ${book.creditor} and id = ${item} returning id)
        insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
          effective_on, booked_on)
        select booked.creditor_id, booked.id, line.no, line.account, line.item, line.amount, 'CNY',
          ${on}::date, ${on}::date
        from booked, settled, (values (1, 'receivable', ${item}::uuid, ${-minor}::bigint),
          (2, 'settled_in_erp', null, ${minor}::bigint)) as line (no, account, item, amount)`,
  );
  await run(
    database.db,
    sql`update customer set wake_on = '-infinity'
        where creditor_id = ${book.creditor} and id = ${customer}`,
  );
}

const promise = async (who: Owing, amount = "1000.00") =>
  perform(who.on("2026-03-04"), takePromise, {
    customer: who.customer,
    takenFrom: "李会计",
    payOn: plainDate("2026-03-12"),
    items: [{ item: who.item, amount: moneyOf(amount, "CNY") }],
  });

const stateOf = async ({ book }: Owing): Promise<string | undefined> =>
  (
    await sql<{
      state: string;
    }>`select state from promise where creditor_id = ${book.creditor}`.execute(database.db)
  ).rows[0]?.state;

const dayOf = async (who: Owing, day: string) => {
  accepted(await closeDay(who.on(day)));
  return database.reading(async (tx) => ({
    steps: await listSteps(tx, who.book.creditor, plainDate(day)),
    skips: await listSkips(tx, who.book.creditor, plainDate(day)),
  }));
};

describe("a promise of the whole amount", () => {
  test("rests until its judgement, and is broken when nothing came", async () => {
    const who = await owing();
    expect(accepted(await promise(who)).judgeOn).toBe("2026-03-16");
    const resting = await dayOf(who, "2026-03-13");
    expect(resting.steps).toEqual([]);
    expect(resting.skips.map(({ reason }) => reason)).toContain("promised");
    const judged = await dayOf(who, "2026-03-16");
    expect(await stateOf(who)).toBe("broken");
    expect(judged.steps.length).toBeGreaterThan(0);
    const reasons = judged.steps.flatMap(({ because }) => because.map(({ code }) => code));
    expect(reasons).toContain("promise_broken");
  });

  test("is kept as soon as all of it came in", async () => {
    const who = await owing();
    accepted(await promise(who));
    await pay(who, 100_000n, "2026-03-10");
    await dayOf(who, "2026-03-11");
    expect(await stateOf(who)).toBe("kept");
  });

  test("is partially kept when a part came in by its judgement", async () => {
    const who = await owing();
    accepted(await promise(who));
    await pay(who, 40_000n, "2026-03-10");
    await dayOf(who, "2026-03-11");
    expect(await stateOf(who)).toBe("open");
    await dayOf(who, "2026-03-16");
    expect(await stateOf(who)).toBe("partially_kept");
  });
});

test("no more is promised than what is open and not promised already", async () => {
  const who = await owing();
  accepted(await promise(who, "700.00"));
  expect(await promise(who, "300.01")).toMatchObject({ refusal: { code: "promise_exceeds_open" } });
  expect((await promise(who, "300.00")).ok).toBe(true);
});

test("a customer that is not there promises nothing", async () => {
  const who = await owing();
  const nobody = { ...who, customer: newId<CustomerId>() };
  expect(await promise(nobody)).toMatchObject({ refusal: { code: "customer_not_found" } });
});

test("a withdrawn promise rests nothing any more, and is withdrawn once", async () => {
  const who = await owing();
  const { id } = accepted(await promise(who));
  const desk = who.on("2026-03-05");
  const reason = "登记错了客户";
  accepted(await perform(desk, withdrawPromise, { id, reason }));
  expect(await perform(desk, withdrawPromise, { id, reason })).toMatchObject({
    refusal: { code: "promise_has_ended", state: "withdrawn" },
  });
  const day = await dayOf(who, "2026-03-16");
  expect(day.skips.map(({ reason }) => reason)).not.toContain("promised");
  expect(await stateOf(who)).toBe("withdrawn");
});

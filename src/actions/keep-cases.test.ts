/** Cases lived through: opened and closed by what happens, woken, recounted, never two. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { stillClock, testDesk } from "../../test/kit/desk.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { type LogContact, logContact } from "./log-contact.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { placeHold } from "./place-hold.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Owing = { readonly customer: CustomerId; readonly on: (day: string, hour?: string) => Desk };

/** A customer who owes 1,000.00 CNY since 2026-03-01. */
async function owing(amount = 100_000n): Promise<Owing> {
  const item = { number: "F1", customer: 0, currency: "CNY", amount };
  const { creditor, customers } = await insertBook(database.db, {
    customers: 1,
    items: [{ ...item, issuedOn: "2026-01-01", dueOn: "2026-03-01" }],
    allocations: [],
  });
  const on = (today: string, hour = "02") =>
    testDesk(database, creditor, { today, clock: stillClock(`${today}T${hour}:00:00Z`) });
  return { customer: customers[0] as CustomerId, on };
}

const courtesy = (customer: CustomerId, until: string) => ({
  customer,
  kind: "courtesy" as const,
  reason: "等回信",
  until: plainDate(until),
});

const touch = async ({ on, customer }: Owing, day: string) =>
  accepted(await perform(on(day), placeHold, courtesy(customer, "2026-12-31")));

const casesOf = ({ customer }: Owing) =>
  rows(
    database.db,
    sql<Record<string, unknown>>`select id, opened_on, closed_on, stage, points, next_kind,
        next_on, reason, snoozed_until, overdue, call_back_on from collection_case
        where customer_id = ${customer} order by opened_on, id`,
  );

const call = (customer: CustomerId, change: Partial<LogContact> = {}): LogContact =>
  ({
    customer,
    step: null,
    contact: null,
    channel: "call",
    outcome: "reached",
    said: null,
    overdueReason: null,
    followUpOn: null,
    ...change,
  }) as LogContact;

describe("a case", () => {
  test("is there from the first day past due on, whatever was done to the customer", async () => {
    const book = await owing();
    await touch(book, "2026-03-01");
    expect(await casesOf(book)).toEqual([]);
    await touch(book, "2026-03-02");
    expect(await casesOf(book)).toMatchObject([
      {
        opened_on: "2026-03-02",
        closed_on: null,
        stage: "early",
        overdue: { CNY: "100000" },
        next_kind: "review",
      },
    ]);
    await touch(book, "2026-04-02");
    expect(await casesOf(book)).toMatchObject([{ opened_on: "2026-03-02", stage: "middle" }]);
  });

  test("takes the reason that the last contact found, and its call-back comes next", async () => {
    const book = await owing();
    const found = call(book.customer, {
      overdueReason: "cash",
      followUpOn: plainDate("2026-03-09"),
    });
    accepted(await perform(book.on("2026-03-05"), logContact, found));
    expect(await casesOf(book)).toMatchObject([
      { reason: "cash", next_kind: "call_back", next_on: "2026-03-09" },
    ]);
  });
});

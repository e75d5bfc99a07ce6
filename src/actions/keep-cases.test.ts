/** Cases lived through: opened and closed by what happens, woken, recounted, never two. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { insertBook, newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { stillClock, testDesk } from "../../test/kit/desk.ts";
import { CASE_SORTS } from "../contract/case.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { CustomerId, UserId } from "../domain/values/ids.ts";
import type { Database } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import { viewCaseEvents } from "../views/case-events.ts";
import { viewCaseSheet } from "../views/case-sheet.ts";
import { type CasesFilter, viewCaseReasons, viewCases, viewCustomerCases } from "../views/cases.ts";
import { look } from "../views/look.ts";
import { bulkWork } from "./bulk-work.ts";
import { cancelCallBack } from "./cancel-call-back.ts";
import { type LogContact, logContact } from "./log-contact.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { placeHold } from "./place-hold.ts";
import { reviewCases } from "./review-cases.ts";
import { scheduleCallBack } from "./schedule-call-back.ts";
import { setCaseReason } from "./set-case-reason.ts";
import { snoozeCase } from "./snooze-case.ts";
import { wakeCase } from "./wake-case.ts";

const ALL = {
  state: "open",
  sort: "points",
  direction: "desc",
  offset: 0,
  size: 200,
} as const;

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
    outcome: "no_answer",
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

describe("what is set on a case", () => {
  const snooze = { until: plainDate("2026-03-14"), reason: "财务出差" };

  test("a snooze hides it until its day; the day's close wakes it and says why", async () => {
    const book = await owing();
    await touch(book, "2026-03-05");
    const { customer, on } = book;
    accepted(await perform(on("2026-03-05"), snoozeCase, { customer, ...snooze }));
    expect(await casesOf(book)).toMatchObject([
      { next_kind: "review", next_on: "2026-03-14", snoozed_until: "2026-03-14" },
    ]);
    const early = await perform(on("2026-03-13"), reviewCases, { day: plainDate("2026-03-13") });
    expect(early.ok && early.value.count).toBe(1);
    expect(await casesOf(book)).toMatchObject([{ snoozed_until: "2026-03-14" }]);
    accepted(await perform(on("2026-03-14"), reviewCases, { day: plainDate("2026-03-14") }));
    expect(await casesOf(book)).toMatchObject([{ snoozed_until: null }]);
    const events = await look(on("2026-03-14"), (sight) => viewCaseEvents(sight, customer));
    expect(events.map(({ event, because, said }) => [event, because, said])).toEqual([
      ["opened", null, null],
      ["snoozed", null, "财务出差"],
      ["woken", "day_came", null],
    ]);
  });

  test("a call-back is next at its hour until somebody spoke to the customer", async () => {
    const book = await owing();
    await touch(book, "2026-03-05");
    const { customer, on } = book;
    const agreed = { customer, on: plainDate("2026-03-06"), at: "15:30", note: "找王会计" };
    accepted(await perform(on("2026-03-05", "03"), scheduleCallBack, agreed));
    expect(await casesOf(book)).toMatchObject([
      { next_kind: "call_back", next_on: "2026-03-06", call_back_on: "2026-03-06" },
    ]);
    accepted(await perform(on("2026-03-06", "08"), logContact, call(customer)));
    expect(await casesOf(book)).toMatchObject([{ next_kind: "review", call_back_on: null }]);
  });

  test("a call-back is taken back; a reason is said; both are told", async () => {
    const book = await owing();
    await touch(book, "2026-03-05");
    const { customer, on } = book;
    const agreed = { customer, on: plainDate("2026-03-09"), at: null, note: null };
    const day = on("2026-03-05", "03");
    accepted(await perform(day, scheduleCallBack, agreed));
    accepted(await perform(day, cancelCallBack, { customer }));
    const none = await perform(on("2026-03-05", "04"), cancelCallBack, { customer });
    expect(none).toMatchObject({ refusal: { code: "no_call_back" } });
    const said = { customer, reason: "malice" as const, note: "拒接电话" };
    accepted(await perform(on("2026-03-05", "05"), setCaseReason, said));
    const seen = await look(day, (sight) => viewCustomerCases(sight, customer));
    expect(seen?.cases[0]?.reason).toMatchObject({
      reason: "malice",
      nature: "wilful",
      note: "拒接电话",
    });
    const events = await look(day, (sight) => viewCaseEvents(sight, customer));
    expect(events.map(({ event }) => event)).toEqual([
      "opened",
      "call_back",
      "call_back_cancelled",
      "reason",
    ]);
  });

  test("nothing is set where nothing is overdue, nor on a customer out of reach", async () => {
    const { customer, on } = await owing();
    const day = on("2026-02-01");
    const refusal = (code: string) => ({ ok: false, refusal: { code } });
    expect(await perform(day, snoozeCase, { customer, ...snooze })).toMatchObject(
      refusal("case_not_open"),
    );
    const elsewhere = newId<CustomerId>();
    expect(await perform(day, wakeCase, { customer: elsewhere })).toMatchObject(
      refusal("customer_not_found"),
    );
    const stranger = { ...day, actor: { ...day.actor, reach: [newId<UserId>()] } };
    expect(await perform(stranger, wakeCase, { customer })).toMatchObject(
      refusal("customer_not_found"),
    );
  });

  test("many at once: each by itself, and a rehearsal changes nothing", async () => {
    const book = await owing();
    await touch(book, "2026-03-05");
    const { customer, on } = book;
    const act = { kind: "snooze" as const, ...snooze };
    const ids = [customer, newId<CustomerId>()];
    const seen = await bulkWork(on("2026-03-05"), act, ids, { dryRun: true });
    expect(seen).toMatchObject([{ customer: { customer }, outcome: true }]);
    expect(await casesOf(book)).toMatchObject([{ snoozed_until: null }]);
    await bulkWork(on("2026-03-05"), act, ids, { dryRun: false });
    expect(await casesOf(book)).toMatchObject([{ snoozed_until: "2026-03-14" }]);
    const release = await bulkWork(on("2026-03-05"), { kind: "release" }, ids, { dryRun: true });
    expect(release).toMatchObject([{ outcome: { code: "nothing_to_release" }, letters: 0 }]);
  });
});

describe("a case closes", () => {
  /** Everything is paid, as an allocation books it. */
  const pay = ({ customer }: Owing) =>
    run(
      database.db,
      sql`with settled as (
            update item set open_amount = 0 where customer_id = ${customer}
            returning creditor_id, id, amount, currency),
          booked as (
            insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
            select creditor_id, ${newId()}, 'allocation', '2026-03-10', '2026-03-10', '[]'
            from settled returning creditor_id, id)
          insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
            effective_on, booked_on)
          select s.creditor_id, b.id, l.line, l.account,
            case when l.line = 1 then s.id end, case when l.line = 1 then -s.amount
              else s.amount end, s.currency, '2026-03-10', '2026-03-10'
          from settled s, booked b,
            (values (1::smallint, 'receivable'), (2::smallint, 'cash')) as l (line, account)`,
    );

  test("when nothing is overdue; what it knew stays, and a later one is another", async () => {
    const book = await owing();
    const found = call(book.customer, { overdueReason: "procedure" });
    accepted(await perform(book.on("2026-03-05"), logContact, found));
    await pay(book);
    await touch(book, "2026-03-10");
    expect(await casesOf(book)).toMatchObject([
      { closed_on: "2026-03-10", reason: "procedure", next_kind: null },
    ]);
    const closed = await look(book.on("2026-03-10"), (sight) =>
      viewCases(sight, { ...ALL, state: "closed" }),
    );
    expect(closed).toMatchObject({ total: 1, rows: [{ closedOn: "2026-03-10" }] });
    const reasons = await look(book.on("2026-03-10"), (sight) => viewCaseReasons(sight, "all"));
    expect(reasons.rows).toMatchObject([
      { reason: "procedure", nature: "objective", cases: 1, averageDays: 5 },
    ]);
  });
});

describe("the list of cases", () => {
  test("filters by owner, reason, stage and snooze; sums what it finds", async () => {
    const book = await owing(123_456n);
    await touch(book, "2026-03-05");
    const day = book.on("2026-03-05");
    const found = (filter: Partial<CasesFilter>) =>
      look(day, (sight) => viewCases(sight, { ...ALL, ...filter }));
    const all = await found({});
    expect(all).toMatchObject({ total: 1, overdue: [{ minor: 123_456n, currency: "CNY" }] });
    expect(all.stages).toContainEqual({ stage: "early", cases: 1 });
    expect((await found({ owner: "none" })).total).toBe(1);
    expect((await found({ owner: "me" })).total).toBe(0);
    expect((await found({ reason: "none" })).total).toBe(1);
    expect((await found({ reason: "cash" })).total).toBe(0);
    expect((await found({ stage: "late" })).total).toBe(0);
    expect((await found({ snoozed: "yes" })).total).toBe(0);
    for (const sort of CASE_SORTS) expect((await found({ sort })).rows).toHaveLength(1);
    const sheet = await look(day, (sight) => viewCaseSheet(sight, ALL, "zh"));
    expect(sheet.rows[0]).toContain("早期");
    expect(sheet.rows[0]).toHaveLength(sheet.columns.length);
  });
});

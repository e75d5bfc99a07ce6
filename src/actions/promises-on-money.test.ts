/** Promises in the store: kept by applied money alone, escalated when broken, judged anew. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { actorNamed, testDesk } from "../../test/kit/desk.ts";
import { applied, type Owed, owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { PERMISSIONS } from "../domain/desk/permission.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { PromiseId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { listReliability } from "../store/promise-reliability.ts";
import { rows, run, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { accepted, perform } from "./perform.ts";
import { returnPayment } from "./return-payment.ts";
import { takePromise } from "./take-promise.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const cny = (amount: string) => moneyOf(amount, "CNY");

const offer = (owed: Owed, amount = "1000.00", payOn = "2026-03-16") => ({
  ...{ customer: owed.customer, payOn: plainDate(payOn), takenFrom: "李会计" },
  items: [{ item: owed.item("F1"), amount: cny(amount) }],
});

const take = async (owed: Owed, amount?: string, payOn?: string, on = "2026-03-09") =>
  accepted(await perform(owed.on(on), takePromise, offer(owed, amount, payOn))).id;

/** Money of 10 March unless said, received and applied to F1. */
async function pay(owed: Owed, amount: string, receivedOn = "2026-03-10") {
  const desk = owed.on(receivedOn < "2026-03-10" ? "2026-03-10" : receivedOn);
  const { id } = await recorded(desk, receiptOf(owed.customer, { amount, receivedOn }));
  await applied(desk, id, [[owed.item("F1"), amount]]);
  return id;
}

type Told = { readonly state: string; readonly came: bigint };

const told = async ({ book }: Owed): Promise<readonly Told[]> =>
  database.reading((tx) =>
    rows<Told>(
      tx,
      sql`select p.state, sum(i.came)::bigint as came from promise p
          join promise_item i on i.creditor_id = p.creditor_id and i.promise_id = p.id
          where p.creditor_id = ${book.creditor}
          group by p.creditor_id, p.id order by p.id`,
    ),
  );

const events = ({ book }: Owed) =>
  database.reading((tx) =>
    rows<{ move: string; actor: string; reason: string | null }>(
      tx,
      sql`select was || ' ' || state as move, actor, reason from promise_event
          where creditor_id = ${book.creditor} order by day, at, id`,
    ),
  );

const escalations = ({ book }: Owed) =>
  database.reading((tx) =>
    rows<{ subject: PromiseId; because: readonly { readonly code: string }[] }>(
      tx,
      sql`select subject_id as subject, because from desk_task
          where creditor_id = ${book.creditor} and kind = 'escalation' and because @>
            '[{"code": "promise_broken"}]' order by opened_at, id`,
    ),
  );

describe("what keeps a promise", () => {
  test("money applied to its item, and nothing less", async () => {
    const owed = await owedBook(database);
    await take(owed);
    await pay(owed, "400.00");
    accepted(await closeDay(owed.on("2026-03-12")));
    expect(await told(owed)).toEqual([{ state: "open", came: 0n }]);
    await pay(owed, "600.00", "2026-03-19");
    accepted(await closeDay(owed.on("2026-03-20")));
    expect(await told(owed)).toEqual([{ state: "kept", came: 100_000n }]);
    expect(await events(owed)).toEqual([{ move: "open kept", actor: "operator", reason: null }]);
  });

  test("a credit that leaves nothing is no money: it falls away", async () => {
    const owed = await owedBook(database);
    await take(owed);
    const [memo, entry, use] = [newId(), newId(), newId()];
    await run(
      database.db,
      sql`with made as (
            insert into item (creditor_id, id, customer_id, kind, number, currency, amount,
              open_amount, issued_on)
            values (${owed.book.creditor}, ${memo}, ${owed.customer}, 'credit_memo', 'M-1', 'CNY',
              -100000, 0, '2026-03-10')),
          lowered as (
            update item set open_amount = open_amount - 100000
            where creditor_id = ${owed.book.creditor} and id = ${owed.item("F1")}),
          entered as (
            insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
            values (${owed.book.creditor}, ${entry}, 'document', '2026-03-10', '2026-03-10', '[]'),
              (${owed.book.creditor}, ${use}, 'allocation', '2026-03-10', '2026-03-10', '[]'))
          insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
            effective_on, booked_on)
          select ${owed.book.creditor}::uuid, p.entry::uuid, p.line, p.account, p.item::uuid,
            p.amount, 'CNY', '2026-03-10', '2026-03-10'
          from (values (${entry}, 1, 'receivable', ${memo}, -100000),
            (${entry}, 2, 'sales', null, 100000), (${use}, 1, 'receivable', ${memo}, 100000),
            (${use}, 2, 'receivable', ${owed.item("F1")}, -100000))
            as p (entry, line, account, item, amount)`,
    );
    await run(database.db, sql`update customer set wake_on = '-infinity'`);
    accepted(await closeDay(owed.on("2026-03-11")));
    expect(await told(owed)).toEqual([{ state: "withdrawn", came: 0n }]);
    expect(await events(owed)).toMatchObject([{ reason: "nothing_left_to_pay" }]);
  });

  test("money received before it was taken counts for nothing", async () => {
    const owed = await owedBook(database);
    await take(owed, "600.00", "2026-03-16", "2026-03-11");
    await pay(owed, "400.00", "2026-03-10");
    accepted(await closeDay(owed.on("2026-03-20")));
    expect(await told(owed)).toEqual([{ state: "broken", came: 0n }]);
  });

  test("money that came in time and was matched late keeps it after all", async () => {
    const owed = await owedBook(database);
    await take(owed);
    accepted(await closeDay(owed.on("2026-03-20")));
    await pay(owed, "1000.00", "2026-03-19");
    accepted(await closeDay(owed.on("2026-03-23")));
    expect(await told(owed)).toEqual([{ state: "kept", came: 100_000n }]);
    const moves = (await events(owed)).map(({ move }) => move);
    expect(moves).toEqual(["open broken", "broken kept"]);
  });

  test("a returned payment breaks it, and that is escalated as well", async () => {
    const owed = await owedBook(database);
    const promise = await take(owed);
    const receipt = await pay(owed, "1000.00", "2026-03-12");
    accepted(await closeDay(owed.on("2026-03-12")));
    expect(await escalations(owed)).toEqual([]);
    const back = { kind: "bank_return", returnedOn: plainDate("2026-03-25") } as const;
    const rest = { amount: null, charge: null, claimCharge: false, reasonCode: null };
    accepted(
      await perform(owed.on("2026-03-25"), returnPayment, {
        ...{ receipt, ...back, ...rest, reasonText: "退汇", bankLine: null, notice: null },
      }),
    );
    expect(await told(owed)).toEqual([{ state: "broken", came: 0n }]);
    expect(await events(owed)).toMatchObject([
      { move: "open kept" },
      { move: "kept broken", reason: "money_taken_back" },
    ]);
    expect(await escalations(owed)).toMatchObject([{ subject: promise }]);
  });
});

describe("a broken promise", () => {
  test("is called up to a senior once, however often the day is closed", async () => {
    const owed = await owedBook(database);
    const promise = await take(owed);
    accepted(await closeDay(owed.on("2026-03-20")));
    accepted(await closeDay(owed.on("2026-03-20")));
    expect(await escalations(owed)).toMatchObject([
      { subject: promise, because: [{ code: "promise_broken", items: ["F1"] }] },
    ]);
  });

  test("too many are refused, unless somebody who decides says why", async () => {
    const owed = await owedBook(database);
    for (const [on, payOn, judge] of [
      ["2026-03-02", "2026-03-02", "2026-03-06"],
      ["2026-03-06", "2026-03-06", "2026-03-10"],
      ["2026-03-10", "2026-03-10", "2026-03-14"],
    ] as const) {
      await take(owed, "10.00", payOn, on);
      accepted(await closeDay(owed.on(judge)));
    }
    const desk = owed.on("2026-03-15");
    const again = offer(owed, "10.00", "2026-03-20");
    expect(await perform(desk, takePromise, again)).toMatchObject({
      refusal: { code: "promises_broken_too_often", broken: 3, allowed: 2 },
    });
    const permissions = PERMISSIONS.filter((one) => one !== "approval:decide");
    const collector = testDesk(database, owed.book.creditor, {
      ...{ today: "2026-03-15", actor: actorNamed("小王", permissions) },
    });
    const overruled = { ...again, overruled: "老板亲口答应" };
    expect(await perform(collector, takePromise, overruled)).toMatchObject({
      refusal: { code: "not_permitted", permission: "approval:decide" },
    });
    expect((await perform(desk, takePromise, overruled)).ok).toBe(true);
    const judged = await database.reading((tx) =>
      listReliability(tx, owed.book.creditor, [owed.customer], plainDate("2025-03-15")),
    );
    expect(judged).toMatchObject([{ kept: 0, broken: 3, amount: 3000n, keptAmount: 0n }]);
  });
});

test("nothing is promised that a dispute or an agreement claims already", async () => {
  const owed = await owedBook(database);
  const agreement = newId();
  await run(
    database.db,
    sql`with agreed as (
          insert into agreement (creditor_id, id, customer_id, kind, number, currency, amount,
            last_on, days, reason, terms, facts, clauses, state, proposed_on, proposed_at,
            proposed_by, signed_on, active_on)
          values (${owed.book.creditor}, ${agreement}, ${owed.customer}, 'repayment_plan', 'P-1',
            'CNY', 70000, '2026-06-30', 90, '资金紧张', '{}', '{}', '{}', 'active', '2026-03-05',
            now(), '小王', '2026-03-06', '2026-03-06')
          returning creditor_id, id)
        insert into agreement_item (creditor_id, agreement_id, item_id, amount, open_when_made,
          settled, old_due_on)
        select creditor_id, id, ${owed.item("F1")}, 70000, 100000, 10000, '2026-03-01'
        from agreed`,
  );
  const free = await perform(owed.on("2026-03-09"), takePromise, offer(owed, "400.01"));
  expect(free).toMatchObject({ refusal: { code: "promise_exceeds_open", free: cny("400.00") } });
  expect((await perform(owed.on("2026-03-09"), takePromise, offer(owed, "400.00"))).ok).toBe(true);
});

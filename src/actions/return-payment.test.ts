/** Returned payments on a real database: the book, the ladder and the promises as if unpaid. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import {
  applied,
  type Owed,
  openNow,
  owedBook,
  receiptOf,
  recorded,
} from "../../test/kit/hand-receipts.ts";
import { emptyBook, taken } from "../../test/kit/imports.ts";
import { ledgerOf } from "../../test/kit/money-in.ts";
import { composeLetter } from "../documents/letter.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { MessageId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { findMessage } from "../store/messages.ts";
import { listSteps } from "../store/plans.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { findReturnedOf } from "../store/returned-payments.ts";
import { rows, run, sql } from "../store/sql.ts";
import { closeDay } from "./close-day.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { previewReturn } from "./preview-return.ts";
import { type ReturnPayment, returnPayment } from "./return-payment.ts";
import { takePromise } from "./take-promise.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const cny = (text: string) => moneyOf(text, "CNY");

const backOf = (receipt: ReceiptId, different: Partial<ReturnPayment> = {}): ReturnPayment => ({
  ...{ receipt, kind: "bank_return", returnedOn: plainDate("2026-03-16"), amount: null },
  ...{ charge: null, claimCharge: false, reasonCode: "AC04", reasonText: "账户已销户" },
  ...{ bankLine: null, notice: null },
  ...different,
});

const promiseStates = (desk: Desk) =>
  desk.database.reading((tx) =>
    rows<{ state: string; on: string | null }>(
      tx,
      sql`select state, judged_on as on from promise where creditor_id = ${desk.creditorId}`,
    ),
  );

const clauseIs = ({ book, customer }: Owed, clause: string | null) =>
  run(
    database.db,
    sql`insert into contract (creditor_id, id, customer_id, number, return_charge_clause)
        values (${book.creditor}, ${customer}, ${customer}, 'HT-1', ${clause})`,
  );

/** 700.00 came: 600.00 on F1, 50.00 on F2, 50.00 left. */
async function paid(owed: Owed): Promise<ReceiptId> {
  const desk = owed.on("2026-03-10");
  const { id } = await recorded(desk, receiptOf(owed.customer, { amount: "700.00" }));
  await applied(desk, id, [
    [owed.item("F1"), "600.00"],
    [owed.item("F2"), "50.00"],
  ]);
  return id;
}

describe("a payment that came back", () => {
  test("opens again what it settled, with its due days, and ends as nothing", async () => {
    const owed = await owedBook(database);
    const before = {
      open: await openNow(owed.on("2026-03-10")),
      ledger: await ledgerOf(owed.on("2026-03-10")),
    };
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    expect(await openNow(desk)).toEqual({ F1: 40_000n, F2: 45_000n, "RC-20260310-1": -5_000n });
    const back = accepted(await perform(desk, returnPayment, backOf(id)));
    expect(await openNow(desk)).toEqual(before.open);
    expect(await ledgerOf(desk)).toEqual(before.ledger);
    const line = await database.reading((tx) => findReceiptLine(tx, owed.book.creditor, id));
    expect(line).toMatchObject({ state: "returned", rest: 0n, customer: owed.customer });
    const returned = await database.reading((tx) => findReturnedOf(tx, owed.book.creditor, id));
    expect(returned).toMatchObject({
      ...{ id: back.id, amount: 70_000n, reasonCode: "AC04", charge: 0n, chargeItem: null },
      ...{ messageState: "queued", seenBy: null },
    });
    const reopened = returned?.reopened.map(({ number, minor, dueOn }) => ({
      number,
      minor,
      dueOn,
    }));
    expect(new Set(reopened)).toEqual(
      new Set([
        { number: "F1", minor: "60000", dueOn: "2026-03-01" },
        { number: "F2", minor: "5000", dueOn: "2026-04-15" },
      ]),
    );
  });

  test("is booked once, not before it came, not as a part, not as another kind", async () => {
    const owed = await owedBook(database);
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    const refusal = async (different: Partial<ReturnPayment>) => {
      const done = await perform(desk, returnPayment, backOf(id, different));
      return done.ok ? "ok" : done.refusal.code;
    };
    expect(await refusal({ returnedOn: plainDate("2026-03-09") })).toBe("return_before_receipt");
    expect(await refusal({ returnedOn: plainDate("2026-03-17") })).toBe("return_in_future");
    expect(await refusal({ amount: cny("100.00") })).toBe("return_is_not_whole");
    expect(await refusal({ kind: "bounced_cheque" })).toBe("return_kind_does_not_fit");
    expect(await openNow(desk)).toMatchObject({ F1: 40_000n });
    expect(await refusal({})).toBe("ok");
    expect(await refusal({})).toBe("return_booked_already");
  });

  test("of nobody known leaves the unidentified money, and nobody is told", async () => {
    const owed = await owedBook(database);
    const desk = owed.on("2026-03-16");
    const { id } = await recorded(desk, receiptOf(null));
    expect(await ledgerOf(desk)).toMatchObject({
      "cash CNY": 60_000n,
      "unidentified CNY": -60_000n,
    });
    const { message } = accepted(await perform(desk, returnPayment, backOf(id)));
    expect(message).toBeNull();
    expect(await ledgerOf(desk)).not.toHaveProperty("unidentified CNY");
  });

  test("used as credit for another receipt's claims takes that application back too", async () => {
    const owed = await owedBook(database);
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    const first = await database.reading((tx) => findReceiptLine(tx, owed.book.creditor, id));
    if (first?.item == null) throw new Error("the first receipt has its item");
    const second = await recorded(desk, receiptOf(owed.customer, { amount: "10.00" }));
    await applied(desk, second.id, [[owed.item("F2"), "60.00"]], [[first.item, "50.00"]]);
    expect(await openNow(desk)).toEqual({ F1: 40_000n, F2: 39_000n });
    accepted(await perform(desk, returnPayment, backOf(id)));
    expect(await openNow(desk)).toEqual({ F1: 100_000n, F2: 50_000n, "RC-20260310-2": -1_000n });
  });
});

describe("the bank's charge", () => {
  test("is the creditor's cost where no contract says otherwise", async () => {
    const owed = await owedBook(database);
    await clauseIs(owed, null);
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    const claiming = backOf(id, { charge: cny("15.00"), claimCharge: true });
    expect(await perform(desk, returnPayment, claiming)).toMatchObject({
      refusal: { code: "charge_without_clause" },
    });
    accepted(await perform(desk, returnPayment, backOf(id, { charge: cny("15.00") })));
    expect(await ledgerOf(desk)).toMatchObject({ "bank_charge CNY": 1_500n, "cash CNY": -1_500n });
    expect(await openNow(desk)).toEqual({ F1: 100_000n, F2: 50_000n });
  });

  test("is claimed by a debit memo that cites the clause", async () => {
    const owed = await owedBook(database);
    await clauseIs(owed, "第8.3条：退票费用由买方承担");
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    const claiming = backOf(id, { charge: cny("15.00"), claimCharge: true });
    accepted(await perform(desk, returnPayment, claiming));
    expect(await openNow(desk)).toMatchObject({ F1: 100_000n, "RC-20260310-1-BC": 1_500n });
    expect(await ledgerOf(desk)).not.toHaveProperty("bank_charge CNY");
    const returned = await database.reading((tx) => findReturnedOf(tx, owed.book.creditor, id));
    expect(returned).toMatchObject({
      ...{ charge: 1_500n, chargeNumber: "RC-20260310-1-BC" },
      chargeClause: "第8.3条：退票费用由买方承担",
    });
  });
});

describe("what had followed from the money", () => {
  test.each([
    ["2026-03-12", { state: "open", on: null }],
    ["2026-03-20", { state: "broken", on: "2026-03-20" }],
  ])("a promise it kept for 12 March, told of it on %s", async (day, expected) => {
    const owed = await owedBook(database);
    const promised = owed.on("2026-03-06");
    const items = [{ item: owed.item("F1"), amount: cny("600.00") }];
    const offer = { payOn: plainDate("2026-03-12"), items, takenFrom: null };
    accepted(await perform(promised, takePromise, { ...offer, customer: owed.customer }));
    const id = await paid(owed);
    accepted(await closeDay(owed.on("2026-03-11")));
    expect(await promiseStates(promised)).toEqual([{ state: "kept", on: "2026-03-11" }]);
    const back = backOf(id, { returnedOn: plainDate("2026-03-12") });
    const preview = await previewReturn(owed.on(day), id);
    expect(preview?.promises).toMatchObject([{ state: "kept", payOn: "2026-03-12" }]);
    accepted(await perform(owed.on(day), returnPayment, back));
    expect(await promiseStates(promised)).toEqual([expected]);
  });

  test("the customer is told by a letter that names the days and what is unpaid again", async () => {
    const owed = await owedBook(database);
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    const { message } = accepted(await perform(desk, returnPayment, backOf(id)));
    const found = await database.reading((tx) =>
      findMessage(tx, owed.book.creditor, message as MessageId),
    );
    if (found === null) throw new Error("the customer is told");
    expect(found.facts).toMatchObject({
      testMode: true,
      payBy: null,
      template: "payment-returned",
    });
    const letter = composeLetter(found.facts);
    expect(letter.subject).toContain("700.00");
    const words = JSON.stringify(letter.blocks);
    for (const said of ["2026年3月10日", "2026年3月16日", "账户已销户", "F1", "F2", "650.00"]) {
      expect(words).toContain(said);
    }
  });

  test("two people who book it at once book it once", async () => {
    const owed = await owedBook(database);
    const id = await paid(owed);
    const desk = owed.on("2026-03-16");
    const both = await Promise.all([1, 2].map(() => perform(desk, returnPayment, backOf(id))));
    const told = both.map((done) => (done.ok ? "ok" : done.refusal.code)).sort();
    expect(told).toEqual(["ok", "return_booked_already"]);
    expect(await openNow(desk)).toEqual({ F1: 100_000n, F2: 50_000n });
  });

  test("the customer is on the ladder where it was: steps it had are not done again", async () => {
    const [returned, never] = [await owedBook(database), await owedBook(database)];
    const planned = async (owed: Owed, day: string) => {
      accepted(await closeDay(owed.on(day)));
      const steps = await database.reading((tx) =>
        listSteps(tx, owed.book.creditor, plainDate(day)),
      );
      return steps.map(({ step, totals }) => ({ step, totals }));
    };
    for (const owed of [returned, never]) await planned(owed, "2026-03-02");
    const desk = returned.on("2026-03-10");
    const { id } = await recorded(desk, receiptOf(returned.customer, { amount: "1000.00" }));
    await applied(desk, id, [[returned.item("F1"), "1000.00"]]);
    accepted(await perform(returned.on("2026-03-16"), returnPayment, backOf(id)));
    const [after, expected] = [
      await planned(returned, "2026-03-17"),
      await planned(never, "2026-03-17"),
    ];
    expect(after).toEqual(expected);
    expect(after.length).toBeGreaterThan(0);
  });
});

test("a receipt that a list brought comes back with what the list says it settled", async () => {
  const desk = await emptyBook(database, "2026-03-31");
  const invoices = "客户编号,客户名称,发票号码,开票日期,到期日,价税合计";
  await taken(desk, "invoices", `${invoices}\nC1,甲,A,2026-01-05,2026-02-05,100.00`);
  const receipts = "收款单号,收款日期,客户编号,收款金额,付款方,结算方式,核销发票";
  await taken(desk, "receipts", `${receipts}\nSK1,2026-03-01,C1,150.00,甲,支票,A`);
  expect(await openNow(desk)).toEqual({ SK1: -5_000n });
  const [receipt] = await database.reading((tx) =>
    rows<{ id: ReceiptId }>(tx, sql`select id from receipt where creditor_id = ${desk.creditorId}`),
  );
  if (receipt === undefined) throw new Error("the list brought a receipt");
  accepted(await perform(desk, returnPayment, backOf(receipt.id, { kind: "bounced_cheque" })));
  expect(await openNow(desk)).toEqual({ A: 10_000n });
});

/** Bills of exchange on a real database: money when cleared, exposure until then, and dishonour. */
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
import { ledgerOf } from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { BillId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { viewBill, viewBills } from "../views/bills.ts";
import { viewCustomers } from "../views/customer-list.ts";
import { viewCustomer } from "../views/customer-page.ts";
import { look } from "../views/look.ts";
import { viewToday } from "../views/today.ts";
import { acknowledgeReturn } from "./acknowledge-return.ts";
import { type MoveBill, moveBill } from "./move-bill.ts";
import { accepted, perform } from "./perform.ts";
import { type RecordedBill, recordReceipt } from "./record-receipt.ts";
import { returnPayment } from "./return-payment.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const billOf = (different: Partial<RecordedBill> = {}): RecordedBill => ({
  ...{ kind: "commercial_acceptance", medium: "electronic", number: "210533100001920260310" },
  ...{ drawer: "甲公司", acceptor: "甲集团财务公司", payee: "云杉", endorsers: ["乙贸易公司"] },
  issuedOn: plainDate("2026-03-01"),
  maturesOn: plainDate("2026-06-30"),
  ...different,
});

/** A bill of 1,000.00 came on 10 March 2026 and settled F1. */
async function held() {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-10");
  const receipt = receiptOf(owed.customer, { amount: "1000.00", method: "bill", bill: billOf() });
  const { id, bill } = await recorded(desk, receipt);
  if (bill === null) throw new Error("a bill is kept with its receipt");
  await applied(desk, id, [[owed.item("F1"), "1000.00"]]);
  return { owed, receipt: id, bill };
}

const move = async (
  owed: Owed,
  id: BillId,
  to: MoveBill["to"],
  on: string,
  version: number,
  different: Partial<MoveBill> = {},
) => {
  const given = { id, version, to, on: plainDate(on), note: null, charge: null };
  const step = { ...given, claimCharge: false, ...different };
  const done = await perform(owed.on(on), moveBill, step);
  return done.ok ? "ok" : done.refusal.code;
};

const today = (owed: Owed, day: string) =>
  look(owed.on(day), (sight) => viewToday(sight, { show: "to_do", offset: 0, size: 10 }));

describe("a bill in hand", () => {
  test("settles the claim without being cash, and counts as exposure", async () => {
    const { owed, bill } = await held();
    const desk = owed.on("2026-03-12");
    expect(await openNow(desk)).toEqual({ F2: 50_000n });
    expect(await ledgerOf(desk)).toMatchObject({ "bill CNY": 100_000n });
    expect(await ledgerOf(desk)).not.toHaveProperty("cash CNY");
    const page = await look(desk, (sight) =>
      viewCustomer(sight, owed.customer, { settledToo: false }),
    );
    expect(page?.uncleared).toEqual([moneyOf("1000.00", "CNY")]);
    expect(page?.timeline.map(({ kind }) => kind)).toContain("bill");
    const list = await look(desk, (sight) =>
      viewCustomers(sight, { sort: "name", direction: "asc", filter: "all", size: 10 }),
    );
    expect(list.rows.map(({ uncleared }) => uncleared)).toContainEqual([moneyOf("1000.00", "CNY")]);
    const bills = await look(desk, (sight) => viewBills(sight, { state: "live", size: 10 }));
    expect(bills).toMatchObject({ counts: { held: 1 }, rows: [{ id: bill, state: "held" }] });
    expect(bills.uncleared).toEqual([moneyOf("1000.00", "CNY")]);
  });

  test("its day of presentment stands on Today from maturity on, with the article", async () => {
    const { owed } = await held();
    expect((await today(owed, "2026-06-29")).bills).toEqual([]);
    const found = await today(owed, "2026-06-30");
    expect(found.counts.bills).toBe(1);
    expect(found.bills[0]?.deadline).toEqual({
      ...{ code: "present", day: "2026-07-10", days: 10 },
      article: "《票据法》第五十三条",
    });
  });

  test("becomes cash when it is cleared, less what the bank took", async () => {
    const { owed, bill } = await held();
    expect(await move(owed, bill, "cleared", "2026-06-30", 1)).toBe("bill_move_not_allowed");
    expect(await move(owed, bill, "presented", "2026-06-30", 1)).toBe("ok");
    expect(await move(owed, bill, "cleared", "2026-07-02", 1)).toBe("bill_changed");
    const charge = moneyOf("12.50", "CNY");
    expect(await move(owed, bill, "cleared", "2026-07-02", 2, { charge })).toBe("ok");
    const desk = owed.on("2026-07-02");
    expect(await ledgerOf(desk)).toMatchObject({
      ...{ "cash CNY": 98_750n, "bank_charge CNY": 1_250n },
    });
    expect(await ledgerOf(desk)).not.toHaveProperty("bill CNY");
    const page = await look(desk, (sight) => viewBill(sight, bill));
    expect(page).toMatchObject({ state: "cleared", version: 3, next: null, endedOn: "2026-07-02" });
    const customer = await look(desk, (sight) =>
      viewCustomer(sight, owed.customer, { settledToo: false }),
    );
    expect(customer?.uncleared).toEqual([]);
  });

  test("endorsed to somebody else it leaves the house and stays exposure", async () => {
    const { owed, bill } = await held();
    expect(await move(owed, bill, "endorsed", "2026-04-01", 1)).toBe("ok");
    const desk = owed.on("2026-04-01");
    expect(await ledgerOf(desk)).toMatchObject({ "endorsed CNY": 100_000n });
    const bills = await look(desk, (sight) => viewBills(sight, { state: "all", size: 10 }));
    expect(bills.uncleared).toEqual([moneyOf("1000.00", "CNY")]);
  });
});

describe("a dishonour", () => {
  test("is a returned payment: the claim is open again, recourse runs, the desk is told", async () => {
    const { owed, receipt, bill } = await held();
    expect(await move(owed, bill, "presented", "2026-06-30", 1)).toBe("ok");
    const refused = { note: "承兑人账户余额不足" };
    expect(await move(owed, bill, "dishonoured", "2026-07-02", 2, refused)).toBe("ok");
    const desk = owed.on("2026-07-03");
    expect(await openNow(desk)).toEqual({ F1: 100_000n, F2: 50_000n });
    expect(await ledgerOf(desk)).not.toHaveProperty("bill CNY");
    const page = await look(desk, (sight) => viewBill(sight, bill));
    expect(page?.deadlines.map(({ code, day }) => `${code} ${day}`)).toEqual([
      ...["notify 2026-07-05", "recourse 2027-01-02", "acceptor 2028-06-30"],
    ]);
    const found = await today(owed, "2026-07-03");
    expect(found.returned).toMatchObject([
      { receipt: { id: receipt }, kind: "dishonoured_bill", reasonText: "承兑人账户余额不足" },
    ]);
    expect(found.bills[0]?.deadline).toMatchObject({ code: "notify", days: 2 });
    const [returned] = found.returned;
    if (returned === undefined) throw new Error("the return stands on Today");
    accepted(await perform(owed.on("2026-07-03", "林晓"), acknowledgeReturn, { id: returned.id }));
    accepted(await perform(owed.on("2026-07-03", "周启"), acknowledgeReturn, { id: returned.id }));
    expect((await today(owed, "2026-07-03")).counts.returned).toBe(0);
    expect(await move(owed, bill, "notified", "2026-07-04", 3)).toBe("ok");
    expect((await today(owed, "2026-07-04")).bills).toEqual([]);
    expect(await move(owed, bill, "notified", "2026-07-04", 4)).toBe("bill_move_not_allowed");
    expect(await move(owed, bill, "recourse", "2026-08-01", 4)).toBe("ok");
  });

  test("booked from the receipt needs the bill to have been presented", async () => {
    const { owed, receipt, bill } = await held();
    const back = (id: ReceiptId) => ({
      ...{ receipt: id, kind: "dishonoured_bill" as const, returnedOn: plainDate("2026-07-02") },
      ...{ amount: null, charge: null, claimCharge: false, reasonCode: null, reasonText: null },
      ...{ bankLine: null, notice: null },
    });
    expect(await perform(owed.on("2026-07-02"), returnPayment, back(receipt))).toMatchObject({
      refusal: { code: "bill_move_not_allowed" },
    });
    expect(await move(owed, bill, "presented", "2026-06-30", 1)).toBe("ok");
    accepted(await perform(owed.on("2026-07-02"), returnPayment, back(receipt)));
    const page = await look(owed.on("2026-07-02"), (sight) => viewBill(sight, bill));
    expect(page).toMatchObject({ state: "dishonoured", endedOn: "2026-07-02" });
  });
});

test("a bill is recorded with its facts, once, and nothing else with them", async () => {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-10");
  const refusal = async (different: Parameters<typeof receiptOf>[1]) => {
    const done = await perform(desk, recordReceipt, receiptOf(owed.customer, different));
    return done.ok ? "ok" : done.refusal.code;
  };
  expect(await refusal({ method: "bill" })).toBe("receipt_needs_bill");
  expect(await refusal({ bill: billOf() })).toBe("receipt_is_no_bill");
  expect(await refusal({ method: "bill", bill: billOf({ acceptor: " " }) })).toBe(
    "bill_field_missing",
  );
  expect(await refusal({ method: "bill", bill: billOf() })).toBe("ok");
  expect(await refusal({ method: "bill", bill: billOf() })).toBe("bill_number_taken");
});

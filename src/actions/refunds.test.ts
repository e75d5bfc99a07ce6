/** Refunds on a real database: four eyes, never more than is left, cash to the cent. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import {
  applied,
  type Owed,
  openNow,
  owedBook,
  receiptOf,
  recorded,
} from "../../test/kit/hand-receipts.ts";
import { entryOf, ledgerOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ReceiptId, RefundId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { look } from "../views/look.ts";
import { viewReceipt } from "../views/receipt-page.ts";
import { viewRefunds } from "../views/refunds.ts";
import { decideRefund } from "./decide-refund.ts";
import { payRefund } from "./pay-refund.ts";
import { accepted, perform } from "./perform.ts";
import { requestRefund } from "./request-refund.ts";
import { type ReturnPayment, returnPayment } from "./return-payment.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const DAY = "2026-03-12";
const ask = async (owed: Owed, receipt: ReceiptId, amount: string, by = "陈静") => {
  const offer = { receipt, amount: moneyOf(amount, "CNY"), reason: "客户重复付款" };
  const done = await perform(owed.on(DAY, by), requestRefund, offer);
  return done.ok ? done.value.id : done.refusal.code;
};
const decide = async (owed: Owed, id: RefundId, by: string, approve = true) => {
  const done = await perform(owed.on(DAY, by), decideRefund, { id, approve, reason: null });
  return done.ok ? "ok" : done.refusal.code;
};
const pay = async (owed: Owed, id: RefundId, bankLine: string | null = null) => {
  const paid = { id, on: plainDate(DAY), bankLine: bankLine as never };
  const done = await perform(owed.on(DAY), payRefund, paid);
  return done.ok ? "ok" : done.refusal.code;
};

/** 1,100.00 came, 1,000.00 of it settled F1: 100.00 is left. */
async function overpaid() {
  const owed = await owedBook(database);
  const desk = owed.on("2026-03-10");
  const { id } = await recorded(desk, receiptOf(owed.customer, { amount: "1100.00" }));
  await applied(desk, id, [[owed.item("F1"), "1000.00"]]);
  return { owed, receipt: id };
}

test("asked, approved by another person, paid: cash and the rest go down together", async () => {
  const { owed, receipt } = await overpaid();
  expect(await ask(owed, receipt, "100.01")).toBe("refund_exceeds_rest");
  const id = (await ask(owed, receipt, "60.00")) as RefundId;
  expect(await ask(owed, receipt, "40.01")).toBe("refund_exceeds_rest");
  expect(await pay(owed, id)).toBe("refund_not_in_state");
  expect(await decide(owed, id, "陈静")).toBe("refund_is_own");
  expect(await decide(owed, id, "吴财")).toBe("ok");
  expect(await decide(owed, id, "吴财")).toBe("refund_not_in_state");
  expect(await pay(owed, id)).toBe("ok");
  expect(await pay(owed, id)).toBe("refund_not_in_state");
  expect(await openNow(owed.on(DAY))).toEqual({ F2: 50_000n, "RC-20260310-1": -4_000n });
  expect(await ledgerOf(owed.on(DAY))).toMatchObject({ "cash CNY": 104_000n });
  const page = await look(owed.on(DAY, "吴财"), (sight) => viewReceipt(sight, receipt));
  expect(page).toMatchObject({
    rest: { minor: 4_000n },
    refunds: [{ state: "paid", can: { pay: { code: "refund_not_in_state" } } }],
    can: { refund: true, return: { code: "return_after_refund" } },
  });
});

test("a refusal ends it, and money that was refunded can't come back as returned", async () => {
  const { owed, receipt } = await overpaid();
  const first = (await ask(owed, receipt, "60.00")) as RefundId;
  expect(await decide(owed, first, "吴财", false)).toBe("reason_missing");
  const why = { id: first, approve: false, reason: "先抵下期货款" };
  accepted(await perform(owed.on(DAY, "吴财"), decideRefund, why));
  const second = (await ask(owed, receipt, "100.00")) as RefundId;
  expect(await decide(owed, second, "吴财")).toBe("ok");
  expect(await pay(owed, second)).toBe("ok");
  const back: ReturnPayment = {
    ...{ receipt, kind: "bank_return", returnedOn: plainDate(DAY), amount: null, charge: null },
    ...{ claimCharge: false, reasonCode: null, reasonText: null, bankLine: null, notice: null },
  };
  expect(await perform(owed.on(DAY), returnPayment, back)).toMatchObject({
    refusal: { code: "return_after_refund" },
  });
  const list = await look(owed.on(DAY, "陈静"), (sight) => viewRefunds(sight, { size: 10 }));
  expect(list.counts).toEqual({ requested: 0, approved: 0, refused: 1, paid: 1 });
  expect(list.rows).toHaveLength(2);
});

test("the bank's outgoing line is booked with it, and only with the same amount", async () => {
  const { owed, receipt } = await overpaid();
  const desk = owed.on(DAY);
  const id = (await ask(owed, receipt, "60.00")) as RefundId;
  expect(await decide(owed, id, "吴财")).toBe("ok");
  await takenLines(desk, [
    entryOf({ amount: "-59.00", bookedOn: "2026-03-11", remark: "转账" }),
    entryOf({ amount: "-60.00", bookedOn: "2026-03-12", remark: "转出" }),
  ]);
  const [less, exact] = await linesOf(desk);
  expect(await pay(owed, id, less?.id ?? null)).toBe("refund_line_differs");
  expect(await pay(owed, id, exact?.id ?? null)).toBe("ok");
  const [, booked] = await linesOf(desk);
  expect(booked).toMatchObject({ state: "booked", what: "refund" });
});

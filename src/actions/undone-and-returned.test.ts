/** Undoing, returning and refunding in every order: nothing is lost, nothing is stuck. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, testDesk } from "../../test/kit/desk.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  type EntryDifferent,
  entryOf,
  itemOf,
  ledgerFaults,
  ledgerOf,
  linesOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ApplicationId, BankLineId, ItemId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { type ApplyCash, applyCash } from "./apply-cash.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { decideReceiptClaim } from "./decide-receipt-claim.ts";
import { decideRefund } from "./decide-refund.ts";
import { ignoreLine } from "./ignore-line.ts";
import { payRefund } from "./pay-refund.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { reopenLine } from "./reopen-line.ts";
import { requestRefund } from "./request-refund.ts";
import { returnPayment } from "./return-payment.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0101,2026-01-05,2026-02-05,1000.00\n` +
  `C1,${A},INV-2026-0102,2026-01-06,2026-02-06,777.70\n` +
  `C1,${A},INV-2026-0103,2026-03-20,2026-04-20,300.00\n` +
  "C2,苏州乙电子科技有限公司,INV-2026-0201,2026-01-07,2026-02-07,70";
const OPEN = {
  "INV-2026-0101": 100000n,
  "INV-2026-0102": 77770n,
  "INV-2026-0103": 30000n,
  "INV-2026-0201": 7000n,
};
const cny = (text: string) => moneyOf(text, "CNY");
const stranger: EntryDifferent = { counterName: "赵六", amount: "500.00" };

async function book(entries: readonly EntryDifferent[] = [stranger]): Promise<Desk> {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  await takenLines(
    desk,
    entries.map((entry) => entryOf(entry)),
  );
  return desk;
}

/** The same desk with somebody else at it. */
const other = (desk: Desk): Desk =>
  testDesk(database, desk.creditorId, {
    today: "2026-03-31",
    actor: { ...operator, name: "第二人" },
  });

async function lineAt(desk: Desk, at = 0) {
  const line = (await linesOf(desk))[at];
  if (line === undefined || line.receipt === null) throw new Error("no such line with money");
  return { ...line, receipt: line.receipt };
}

type Split = readonly (readonly [number: string, amount: string])[];

async function apply(
  desk: Desk,
  receipt: ReceiptId,
  split: Split,
  more: Partial<ApplyCash> = {},
): Promise<ApplicationId> {
  const allocations = [];
  for (const [number, amount] of split) {
    allocations.push({ item: await itemOf(desk, number), amount: cny(amount), paid: null });
  }
  const customer = await customerOf(desk, "C1");
  const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
  const wish = { receipt, customer, ...plain, learn: false, allocations, ...more };
  return accepted(await perform(desk, applyCash, wish)).application;
}

const undo = async (desk: Desk, id: ApplicationId) =>
  accepted(await perform(desk, undoApplication, { id, reason: "认错了" }));

const giveBack = (desk: Desk, receipt: ReceiptId, returnedOn = "2026-03-25") =>
  perform(desk, returnPayment, {
    ...{ receipt, kind: "bank_return", returnedOn: plainDate(returnedOn), amount: null },
    ...{ charge: null, claimCharge: false, reasonCode: null, reasonText: null },
    ...{ bankLine: null, notice: null },
  } as never);

const leave = (desk: Desk, id: BankLineId, duplicateOf: BankLineId | null = null) =>
  perform(desk, ignoreLine, { id, reason: "不是货款", duplicateOf });

async function receiptItem(desk: Desk, id: ReceiptId): Promise<ItemId> {
  const line = await database.reading((tx) => findReceiptLine(tx, desk.creditorId, id));
  if (!line?.item) throw new Error("it has a customer");
  return line.item;
}

async function sound(desk: Desk): Promise<void> {
  expect(await ledgerFaults(desk)).toEqual([]);
  for (const { state, what, receiptState } of await linesOf(desk)) {
    if (state === "open") expect(["returned", "ignored"]).not.toContain(receiptState);
    if (what === "receipt") expect(["identified", "returned"]).toContain(receiptState);
  }
}

test("two applications undone in either order free the receipt for another customer", async () => {
  for (const firstAt of [0, 1]) {
    const desk = await book();
    const before = await ledgerOf(desk);
    const { receipt, id: line } = await lineAt(desk);
    const made = [
      await apply(desk, receipt, [["INV-2026-0101", "200.00"]]),
      await apply(desk, receipt, [["INV-2026-0102", "300.00"]]),
    ];
    await undo(desk, made[firstAt] as ApplicationId);
    await sound(desk);
    await undo(desk, made[1 - firstAt] as ApplicationId);
    await sound(desk);
    expect(await ledgerOf(desk)).toEqual(before);
    expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
    expect(await lineAt(desk)).toMatchObject({ state: "open", receiptState: "unidentified" });
    accepted(await leave(desk, line));
    await sound(desk);
  }
});

test("an undone receipt whose rest another one used is free when that is undone too", async () => {
  const desk = await book([stranger, { ...stranger, amount: "600.00", bookedOn: "2026-03-11" }]);
  const before = await ledgerOf(desk);
  const [first, second] = [await lineAt(desk, 0), await lineAt(desk, 1)];
  const one = await apply(desk, first.receipt, [["INV-2026-0102", "300.00"]]);
  const credit = await receiptItem(desk, first.receipt);
  const two = await apply(desk, second.receipt, [["INV-2026-0101", "800.00"]], {
    credits: [{ item: credit, amount: cny("200.00") }],
  });
  await undo(desk, one);
  await sound(desk);
  await undo(desk, two);
  await sound(desk);
  expect(await openOn(desk, "2026-03-31")).toMatchObject(OPEN);
  expect(await ledgerOf(desk)).toEqual(before);
  accepted(await leave(desk, first.id));
  await sound(desk);
});

test("a refund that was asked for falls when its money is nobody's again", async () => {
  const desk = await book();
  const { receipt } = await lineAt(desk);
  const made = await apply(desk, receipt, [["INV-2026-0101", "200.00"]]);
  const asked = { receipt, amount: cny("300.00"), reason: "多付" };
  const { id } = accepted(await perform(desk, requestRefund, asked));
  accepted(await perform(other(desk), decideRefund, { id, approve: true, reason: null }));
  await undo(desk, made);
  await sound(desk);
  const wish = { allocations: [], customer: await customerOf(desk, "C2") };
  await apply(desk, receipt, [], wish);
  const paid = await perform(desk, payRefund, { id, on: plainDate("2026-03-31"), bankLine: null });
  expect(paid.ok).toBe(false);
  expect(await openOn(desk, "2026-03-31")).toMatchObject({ "BR-20260310-1/2": -50000n });
});

test("money of nobody that comes back takes its line with it", async () => {
  const desk = await book();
  const { receipt, id } = await lineAt(desk);
  accepted(await giveBack(desk, receipt));
  expect((await ledgerOf(desk))["cash CNY"]).toBeUndefined();
  await sound(desk);
  expect(await leave(desk, id)).toMatchObject({ ok: false });
  accepted(await perform(desk, runMatch, null));
  await sound(desk);
  expect((await ledgerOf(desk))["cash CNY"]).toBeUndefined();
});

test("money that was claimed and then came back leaves the match desk", async () => {
  const desk = await book();
  const { receipt } = await lineAt(desk);
  const customerId = await customerOf(desk, "C1");
  const claim = { receipt, customerId, reason: "客户来电确认" };
  const { id } = accepted(await perform(desk, claimReceipt, claim));
  accepted(await perform(other(desk), decideReceiptClaim, { id, approve: true, reason: null }));
  await sound(desk);
  accepted(await giveBack(desk, receipt));
  await sound(desk);
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
});

test("a payment that came back takes its rest out of other receipts' applications", async () => {
  const desk = await book([stranger, { ...stranger, amount: "600.00", bookedOn: "2026-03-11" }]);
  const [first, second] = [await lineAt(desk, 0), await lineAt(desk, 1)];
  await apply(desk, first.receipt, [["INV-2026-0102", "300.00"]]);
  const credit = await receiptItem(desk, first.receipt);
  await apply(desk, second.receipt, [["INV-2026-0101", "800.00"]], {
    credits: [{ item: credit, amount: cny("200.00") }],
  });
  accepted(await giveBack(desk, first.receipt));
  await sound(desk);
  expect(await openOn(desk, "2026-03-31")).toMatchObject({ ...OPEN, "BR-20260311-1": -60000n });
  expect(await lineAt(desk, 1)).toMatchObject({ state: "open" });
});

test("no claim is open before its issue because a payment for it came back", async () => {
  const desk = await book([{ ...stranger, bookedOn: "2026-03-10" }]);
  const { receipt } = await lineAt(desk);
  await apply(desk, receipt, [["INV-2026-0103", "300.00"]]);
  accepted(await giveBack(desk, receipt, "2026-03-15"));
  const { "INV-2026-0103": _, ...earlier } = OPEN;
  expect(await openOn(desk, "2026-03-14")).toMatchObject(earlier);
  expect(await openOn(desk, "2026-03-17")).toEqual(earlier);
  expect(await openOn(desk, "2026-03-21")).toEqual(OPEN);
  await sound(desk);
});

test("a credit is no claim and a claim no credit, whoever asks", async () => {
  const desk = await book([stranger, { ...stranger, amount: "600.00", bookedOn: "2026-03-11" }]);
  const credits = "客户编号,客户名称,发票号码,开票日期,到期日,价税合计";
  await taken(desk, "invoices", `${credits}\nC1,${A},CN-1,2026-02-01,,-150.00`);
  const [first, second] = [await lineAt(desk, 0), await lineAt(desk, 1)];
  await apply(desk, first.receipt, []);
  const unused = await receiptItem(desk, first.receipt);
  const before = await ledgerOf(desk);
  const customer = await customerOf(desk, "C1");
  const [memo, claim] = [await itemOf(desk, "CN-1"), await itemOf(desk, "INV-2026-0101")];
  const wish = (allocated: typeof memo, credit: typeof memo | null, amount: string) => ({
    ...{ receipt: second.receipt, customer, learn: false, shortfall: null, proposal: null },
    rest: { kind: "open" as const },
    allocations: [{ item: allocated, amount: cny(amount), paid: null }],
    credits: credit === null ? [] : [{ item: credit, amount: cny("100.00") }],
  });
  const other = await itemOf(desk, "INV-2026-0102");
  for (const [allocated, credit] of [
    [memo, null],
    [unused, null],
    [claim, other],
  ] as const) {
    const refused = await perform(desk, applyCash, wish(allocated, credit, "150.00"));
    expect(refused).toMatchObject({ ok: false, refusal: { code: "item_not_open" } });
  }
  expect(await ledgerOf(desk)).toEqual(before);
  accepted(await perform(desk, applyCash, wish(claim, memo, "150.00")));
  await sound(desk);
});

test("no two lines are left out as repetitions of each other", async () => {
  const desk = await book([stranger, { ...stranger, bookedOn: "2026-03-11" }]);
  const [first, second] = [await lineAt(desk, 0), await lineAt(desk, 1)];
  accepted(await leave(desk, second.id, first.id));
  expect(await leave(desk, first.id, second.id)).toMatchObject({ ok: false });
  await sound(desk);
});

test("a refund is not paid before its money came", async () => {
  const desk = await book();
  const { receipt } = await lineAt(desk);
  await apply(desk, receipt, []);
  const asked = { receipt, amount: cny("300.00"), reason: "多付" };
  const { id } = accepted(await perform(desk, requestRefund, asked));
  accepted(await perform(other(desk), decideRefund, { id, approve: true, reason: null }));
  const paid = await perform(desk, payRefund, { id, on: plainDate("2026-03-01"), bankLine: null });
  expect(paid).toMatchObject({ ok: false });
});

test("a line left out and taken up again has one receipt, whatever happened to it", async () => {
  const desk = await book();
  const before = await ledgerOf(desk);
  const { id, receipt } = await lineAt(desk);
  const made = await apply(desk, receipt, [["INV-2026-0101", "500.00"]]);
  await undo(desk, made);
  for (const _ of [1, 2]) {
    accepted(await leave(desk, id));
    await sound(desk);
    accepted(await perform(desk, reopenLine, { id, reason: "是货款" }));
    await sound(desk);
  }
  expect(await ledgerOf(desk)).toEqual(before);
  await apply(desk, receipt, [["INV-2026-0101", "500.00"]]);
  expect(await perform(desk, reopenLine, { id, reason: "是货款" })).toMatchObject({ ok: false });
  accepted(await giveBack(desk, receipt));
  await sound(desk);
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
});

/** Two people at the same money at the same moment: one wins, the other is told, nothing breaks. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { operator, stillClock, testDesk } from "../../test/kit/desk.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  entryOf,
  fileOf,
  importBankFile,
  itemOf,
  ledgerFaults,
  linesOf,
  statementOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ReceiptClaimId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Result } from "../domain/values/result.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { applyCash } from "./apply-cash.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { decideReceiptClaim } from "./decide-receipt-claim.ts";
import { decideRefund } from "./decide-refund.ts";
import { ignoreLine } from "./ignore-line.ts";
import { payRefund } from "./pay-refund.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { requestRefund } from "./request-refund.ts";
import { returnPayment } from "./return-payment.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
let second: Database;
beforeAll(async () => {
  database = await testDatabase();
  second = await openDatabase(database.connection);
});
afterAll(async () => {
  await second.close();
  await database.close();
});

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0101,2026-01-05,2026-02-05,1000.00\n` +
  `C1,${A},INV-2026-0102,2026-01-06,2026-02-06,777.70\n` +
  "C2,苏州乙电子科技有限公司,INV-2026-0201,2026-01-07,2026-02-07,70";
const stranger = entryOf({ counterName: "赵六", amount: "500.00" });

/** Two desks at one book, each with its own connections and its own person. */
async function twoDesks(entries = [stranger]): Promise<readonly [Desk, Desk]> {
  const one = await emptyBook(database);
  await taken(one, "invoices", INVOICES);
  await takenLines(one, entries);
  const clock = { now: one.clock.now, random: () => stillClock().random() + 2n ** 60n + next() };
  const actor = { ...operator, name: "第二人" };
  return [one, testDesk(second, one.creditorId, { today: "2026-03-31", clock, actor })];
}

let drawn = 0n;
const next = (): bigint => {
  drawn += 1n;
  return drawn;
};

const lineOf = async (desk: Desk) => {
  const [line] = await linesOf(desk);
  if (!line?.receipt) throw new Error("a line with money");
  return { ...line, receipt: line.receipt };
};

async function wishOf(desk: Desk, receipt: ReceiptId, number: string, amount: string) {
  const item = await itemOf(desk, number);
  const allocations = [{ item, amount: moneyOf(amount, "CNY"), paid: null }];
  const customer = await customerOf(desk, "C1");
  const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
  return { receipt, customer, allocations, ...plain, learn: true };
}

type Outcome = Result<unknown, { readonly code: string }>;

/** Runs both at once and says how many were done; no fault reaches anybody. */
async function race(desk: Desk, ...acts: readonly (() => Promise<Outcome>)[]): Promise<number> {
  const done = await Promise.all(acts.map((act) => act()));
  expect(await ledgerFaults(desk)).toEqual([]);
  return done.filter(({ ok }) => ok).length;
}

const back = (receipt: ReceiptId) => ({
  ...{ receipt, kind: "bank_return" as const, returnedOn: plainDate("2026-03-25"), amount: null },
  ...{ charge: null, claimCharge: false, reasonCode: null, reasonText: null },
  ...{ bankLine: null, notice: null },
});

test("the same file taken in by both is one file", async () => {
  const [one, other] = await twoDesks();
  const more = entryOf({ counterName: A, amount: "1000.00", remark: "INV-2026-0101" });
  const file = fileOf(statementOf([more, { ...more, bookedOn: plainDate("2026-03-12") }]));
  const both = await Promise.all([
    importBankFile(one, file),
    importBankFile(other, file, { fileName: "b.csv" }),
  ]);
  const counts = both.map((done) => accepted(done).counts.taken).toSorted();
  expect(counts).toEqual([0, 2]);
  expect(await linesOf(one)).toHaveLength(3);
  expect(await ledgerFaults(one)).toEqual([]);
});

test("more than a receipt has is never given out", async () => {
  const [one, other] = await twoDesks();
  const { receipt } = await lineOf(one);
  const wishes = [
    await wishOf(one, receipt, "INV-2026-0101", "400.00"),
    await wishOf(one, receipt, "INV-2026-0102", "400.00"),
  ] as const;
  const done = await race(
    one,
    () => perform(one, applyCash, wishes[0]),
    () => perform(other, applyCash, wishes[1]),
  );
  expect(done).toBe(1);
});

test("a claim is settled once by two receipts", async () => {
  const [one, other] = await twoDesks([
    stranger,
    entryOf({ counterName: "钱七", amount: "900.00", bookedOn: "2026-03-11" }),
  ]);
  const [first, last] = await linesOf(one);
  const wishes = [
    await wishOf(one, first?.receipt as ReceiptId, "INV-2026-0102", "500.00"),
    await wishOf(one, last?.receipt as ReceiptId, "INV-2026-0102", "777.70"),
  ] as const;
  const done = await race(
    one,
    () => perform(one, applyCash, wishes[0]),
    () => perform(other, applyCash, wishes[1]),
  );
  expect(done).toBe(1);
});

test("undoing twice, and undoing while the payment comes back, is done once", async () => {
  for (const how of ["undo", "return"] as const) {
    const [one, other] = await twoDesks();
    const { receipt } = await lineOf(one);
    const wish = await wishOf(one, receipt, "INV-2026-0101", "500.00");
    const { application: id } = accepted(await perform(one, applyCash, wish));
    const undo = { id, reason: "认错了" };
    const done = await race(
      one,
      () => perform(one, undoApplication, undo),
      how === "undo"
        ? () => perform(other, undoApplication, undo)
        : () => perform(other, returnPayment, back(receipt)),
    );
    expect(done).toBeGreaterThanOrEqual(1);
    expect(await openOn(one, "2026-03-31")).toMatchObject({ "INV-2026-0101": 100000n });
    const { state, receiptState } = await lineOf(one);
    expect(state === "open").toBe(receiptState !== "returned");
  }
});

test("of two claims approved at once one is, whoever claims", async () => {
  const [one, other] = await twoDesks();
  const { receipt } = await lineOf(one);
  const ids: ReceiptClaimId[] = [];
  for (const [name, number] of [
    ["甲销售", "C1"],
    ["乙销售", "C2"],
  ] as const) {
    const actor = { ...operator, name };
    const sales = { ...one, actor };
    const customerId = await customerOf(one, number);
    const claim = { receipt, customerId, reason: "客户来电确认" };
    ids.push(accepted(await perform(sales, claimReceipt, claim)).id);
  }
  const approve = (desk: Desk, at: 0 | 1) => () =>
    perform(desk, decideReceiptClaim, {
      ...{ id: ids[at] as ReceiptClaimId, approve: true, reason: null },
    });
  expect(await race(one, approve(one, 0), approve(other, 1))).toBe(1);
});

test("a line is left out or applied, accepted or matched, never both", async () => {
  const known = entryOf({ counterName: A, amount: "777.70", remark: "货款" });
  for (let turn = 0; turn < 4; turn += 1) {
    const [one, other] = await twoDesks([turn < 2 ? stranger : known]);
    const { receipt, id, state } = await lineOf(one);
    if (state !== "open") continue;
    const wish = await wishOf(one, receipt, "INV-2026-0102", "500.00");
    const left = { id, reason: "不是货款", duplicateOf: null };
    await race(
      one,
      () => perform(one, ignoreLine, left),
      turn % 2 === 0
        ? () => perform(other, applyCash, wish)
        : () =>
            turn < 2
              ? perform(other, runMatch, null)
              : perform(other, acceptProposal, { line: id, rank: 1, learn: true, seen: null }),
    );
    const { state: after, receiptState } = await lineOf(one);
    expect([after, receiptState]).not.toEqual(["ignored", "identified"]);
    expect(after === "ignored").toBe(receiptState === "ignored");
  }
});

test("a refund is approved once and paid once, also while its money is applied", async () => {
  const [one, other] = await twoDesks();
  const { receipt } = await lineOf(one);
  const kept = { ...(await wishOf(one, receipt, "INV-2026-0101", "100.00")) };
  accepted(await perform(one, applyCash, kept));
  const asked = { receipt, amount: moneyOf("400.00", "CNY"), reason: "多付" };
  const third = { ...one, actor: { ...operator, name: "第三人" } };
  const asking = await Promise.all([
    perform(one, requestRefund, asked),
    perform(other, requestRefund, asked),
  ]);
  expect(asking.filter(({ ok }) => ok)).toHaveLength(1);
  const [id] = asking.flatMap((done) => (done.ok ? [done.value.id] : []));
  if (id === undefined) throw new Error("one was asked for");
  const decision = { id, approve: true, reason: null };
  expect(
    await race(
      one,
      () => perform(third, decideRefund, decision),
      () => perform(third, decideRefund, decision),
    ),
  ).toBe(1);
  const paid = { id, on: plainDate("2026-03-31"), bankLine: null };
  const wish = await wishOf(one, receipt, "INV-2026-0102", "400.00");
  const done = await race(
    one,
    () => perform(one, payRefund, paid),
    () => perform(other, payRefund, paid),
    () => perform(other, applyCash, wish),
  );
  expect(done).toBe(1);
});

test("a dozen acts at once on one receipt leave the book whole", async () => {
  const [one, other] = await twoDesks();
  const { receipt, id } = await lineOf(one);
  const wish = await wishOf(one, receipt, "INV-2026-0101", "500.00");
  const acts = [one, other].flatMap((desk) => [
    () => perform(desk, applyCash, wish),
    () => perform(desk, ignoreLine, { id, reason: "不是货款", duplicateOf: null }),
    () => perform(desk, runMatch, null),
    () => perform(desk, returnPayment, back(receipt)),
    () => perform(desk, acceptProposal, { line: id, rank: 1, learn: false, seen: null }),
  ]);
  expect(await race(one, ...acts)).toBeGreaterThan(0);
});

/** Accepting what a line is: a payment that came back, a refund that left, nothing to be booked. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { actorNamed, testDesk } from "../../test/kit/desk.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  entryOf,
  ledgerFaults,
  ledgerOf,
  linesOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import { readJudgement } from "../domain/cash/stored-judgement.ts";
import { PERMISSIONS } from "../domain/desk/permission.ts";
import type { BankLineId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { findBankLine } from "../store/bank-lines.ts";
import type { Database } from "../store/database.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { applyCash } from "./apply-cash.ts";
import { decideRefund } from "./decide-refund.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { requestRefund } from "./request-refund.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0101,2026-01-05,2026-02-05,1234.56`;
const paid = entryOf({ counterName: A, amount: "1234.56", remark: "货款 INV-2026-0101" });
const OPEN = { "INV-2026-0101": 123456n };

async function book(): Promise<Desk> {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  return desk;
}

const without = (desk: Desk, permission: (typeof PERMISSIONS)[number]): Desk => ({
  ...desk,
  actor: actorNamed(
    "somebody",
    PERMISSIONS.filter((one) => one !== permission),
  ),
});

/** The last line of the book, and the rank of its first proposal of this kind; 0: there is none. */
async function lastLine(desk: Desk, what: string) {
  const last = (await linesOf(desk)).at(-1);
  const id = last?.id as BankLineId;
  const found = await desk.database.reading((tx) => findBankLine(tx, desk.creditorId, id));
  const proposals = readJudgement(found?.judgement)?.proposals ?? [];
  return { line: id, rank: 1 + proposals.findIndex((one) => one.what === what) };
}

const how = { learn: false, seen: null };

test("a payment that came back opens its invoice again", async () => {
  const desk = await book();
  await takenLines(desk, [paid]);
  expect(await openOn(desk, "2026-03-31")).toEqual({});
  const mark = { code: "AC04", text: "账号已注销", of: null };
  const back = { amount: "-1234.56", bookedOn: "2026-03-12", remark: "退汇 INV-2026-0101" };
  await takenLines(desk, [entryOf({ ...back, counterName: A, returned: mark })]);
  const given = { ...(await lastLine(desk, "return")), ...how };
  expect(given.rank).toBe(1);
  expect(await perform(without(desk, "payment:return"), acceptProposal, given)).toMatchObject({
    refusal: { code: "not_permitted", permission: "payment:return" },
  });
  accepted(await perform(desk, acceptProposal, given));
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
  expect(await linesOf(desk)).toMatchObject([
    { receiptState: "returned" },
    { state: "booked", what: "return" },
  ]);
  expect((await ledgerOf(desk))["cash CNY"]).toBeUndefined();
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("a refund that left the bank needs one that another person approved", async () => {
  const desk = await book();
  await takenLines(desk, [entryOf({ counterName: A, amount: "300.00", remark: "预付款" })]);
  const [first] = await linesOf(desk);
  const receipt = first?.receipt as ReceiptId;
  if (first?.state === "open") {
    const customer = await customerOf(desk, "C1");
    const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
    const onAccount = { receipt, customer, allocations: [], learn: false, ...plain };
    accepted(await perform(desk, applyCash, onAccount));
  }
  const out = { amount: "-300.00", bookedOn: "2026-03-20", counterName: A, remark: "退款" };
  await takenLines(desk, [entryOf(out)]);
  const given = { ...(await lastLine(desk, "refund")), ...how };
  expect(given.rank).toBeGreaterThan(0);
  expect(await perform(desk, acceptProposal, given)).toMatchObject({
    refusal: { code: "refund_not_approved" },
  });
  const amount = moneyOf("300.00", "CNY");
  const { id } = accepted(await perform(desk, requestRefund, { receipt, amount, reason: "多付" }));
  const actor = actorNamed("主管", PERMISSIONS);
  const other = testDesk(database, desk.creditorId, { today: "2026-03-31", actor });
  accepted(await perform(other, decideRefund, { id, approve: true, reason: "同意" }));
  accepted(await perform(desk, acceptProposal, given));
  expect((await linesOf(desk)).at(-1)).toMatchObject({ state: "booked", what: "refund" });
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("money of nobody can't be accepted as it is", async () => {
  const desk = await book();
  await takenLines(desk, [entryOf({ counterName: "王五", amount: "33.33", remark: "往来款" })]);
  const given = { ...(await lastLine(desk, "unidentified")), ...how };
  expect(await perform(desk, acceptProposal, given)).toMatchObject({
    refusal: { code: "proposal_has_no_customer" },
  });
  const missing = "00000000-0000-7000-8000-000000000000" as BankLineId;
  expect(await perform(desk, acceptProposal, { ...given, line: missing })).toMatchObject({
    refusal: { code: "line_not_found" },
  });
});

test("another proposal than the one that was seen is refused", async () => {
  const desk = await book();
  await takenLines(desk, [entryOf({ counterName: A, amount: "770.00", remark: "货款" })]);
  const { line } = await lastLine(desk, "receipt");
  const seen = { what: "receipt" as const, customer: null, items: [] };
  const refused = await perform(desk, acceptProposal, { line, rank: 1, learn: false, seen });
  expect(refused).toMatchObject({ refusal: { code: "proposal_outdated" } });
});

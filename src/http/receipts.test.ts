/** Receipts over HTTP as the roles work: recorded, claimed, decided, refunded, returned, seen. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as notice from "../contract/bank-notice.ts";
import * as bill from "../contract/bill.ts";
import * as customer from "../contract/customer.ts";
import * as receipt from "../contract/receipt.ts";
import * as claim from "../contract/receipt-claim.ts";
import * as refund from "../contract/refund.ts";
import * as returned from "../contract/returned-payment.ts";
import * as today from "../contract/today.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const cny = (amount: string) => ({ amount, currency: "CNY" });
const whose = (at: number): string => server.book.customers[at] ?? "";

const record = async (different: Readonly<Record<string, unknown>> = {}) => {
  const given = { method: "bank", customer: null, receivedOn: "2026-03-20", amount: cny("600.00") };
  const body = { ...given, payerName: "丙贸易公司", remark: "货款", ...different };
  return await server.as("cashier").get(receipt.recordReceipt, { body });
};

const codeOf = async (response: Response): Promise<string> => (await problemOf(response)).code;

describe("unidentified money", () => {
  test("is claimed by sales, approved by finance, and then the customer's open credit", async () => {
    const { id } = await record();
    const params = { receipt: id };
    const sales = server.as("sales");
    const body = { customer: whose(0), reason: "客户已发回单" };
    const made = await sales.get(claim.claimReceipt, { params, body });
    const listed = await sales.get(claim.unidentified, { query: { show: "claimed" } });
    expect(listed.rows).toMatchObject([
      { id, days: 11, claims: [{ id: made.id, own: true, can: { withdraw: true } }] },
    ]);
    expect(listed.rows[0]?.can.apply).toMatchObject({ code: "not_permitted" });
    const decision = { params: { claim: made.id }, body: { approve: true, reason: null } };
    expect((await sales.raw(claim.decideClaim, decision)).status).toBe(403);
    await server.as("finance").get(claim.decideClaim, decision);
    const page = await server.as("auditor").get(receipt.receipt, { params });
    expect(page).toMatchObject({
      ...{ state: "identified", customer: { id: whose(0) }, rest: cny("600.00") },
      claims: [{ state: "approved", decidedBy: "finance" }],
      applications: [{ allocations: [], onAccount: cny("600.00"), state: "live" }],
    });
    const seen = await server
      .as("collector")
      .get(customer.customerPage, { params: { customer: whose(0) } });
    expect(seen.balances[0]?.unapplied).toEqual(cny("-600.00"));
  });

  test("withdrawn claims and strangers' claims are told apart", async () => {
    const { id } = await record();
    const body = { customer: whose(0), reason: "金额相符" };
    const made = await server
      .as("sales")
      .get(claim.claimReceipt, { params: { receipt: id }, body });
    const params = { claim: made.id };
    await server.as("sales").get(claim.withdrawClaim, { params });
    const again = await server.as("sales").raw(claim.withdrawClaim, { params });
    expect([again.status, await codeOf(again)]).toEqual([409, "claim_not_waiting"]);
    const unknown = await server.as("sales").raw(claim.withdrawClaim, { params: { claim: id } });
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, "claim_not_found"]);
  });
});

test("a refund is asked by the cashier, approved by finance, paid", async () => {
  const { id } = await record({ customer: whose(0) });
  const cashier = server.as("cashier");
  const asked = await cashier.get(refund.requestRefund, {
    params: { receipt: id },
    body: { amount: cny("100.00"), reason: "重复付款" },
  });
  const params = { refund: asked.id };
  const listed = await cashier.get(refund.listRefunds, { query: { state: "requested" } });
  expect(listed.rows).toMatchObject([
    {
      id: asked.id,
      can: { approve: { code: "not_permitted" }, pay: { code: expect.any(String) } },
    },
  ]);
  const approve = { approve: true, reason: null };
  await server.as("finance").get(refund.decideRefund, { params, body: approve });
  await cashier.get(refund.payRefund, { params, body: { on: "2026-03-25" } });
  const page = await cashier.get(receipt.receipt, { params: { receipt: id } });
  expect(page).toMatchObject({ rest: cny("500.00"), refunds: [{ state: "paid" }] });
});

test("a returned payment: previewed, booked, told, seen on Today", async () => {
  const { id } = await record({ customer: whose(0), method: "cheque" });
  const params = { receipt: id };
  const cashier = server.as("cashier");
  const preview = await cashier.get(returned.previewReturn, { params });
  expect(preview).toMatchObject({
    ...{ kind: "bounced_cheque", reopens: [], promises: [], clause: null, earlier: 0 },
    can: { return: true, claimCharge: { code: "charge_without_clause" } },
  });
  const body = {
    ...{ kind: "bounced_cheque", returnedOn: "2026-03-30", reasonText: "空头支票" },
    charge: cny("20.00"),
  };
  const told = server.told.count;
  const booked = await cashier.get(returned.returnPayment, { params, body });
  expect(server.told.count).toBe(told + 1);
  expect(booked.message).not.toBeNull();
  const again = await cashier.raw(returned.returnPayment, { params, body });
  expect([again.status, await codeOf(again)]).toEqual([409, "return_booked_already"]);
  const collector = server.as("collector");
  const day = await collector.get(today.today);
  expect(day.counts.returned).toBe(1);
  expect(day.returned).toMatchObject([
    { id: booked.id, charge: cny("20.00"), message: { state: "queued" }, can: { see: true } },
  ]);
  await collector.get(returned.seenReturn, { params: { returned: booked.id } });
  const rest = await collector.get(returned.listReturned, { query: { show: "unseen" } });
  expect(rest).toMatchObject({ rows: [], counts: { all: 1, unseen: 0 } });
  const page = await collector.get(customer.customerPage, { params: { customer: whose(0) } });
  expect(page.returned).toBe(1);
  expect(page.timeline.map(({ kind }) => kind)).toContain("payment_returned");
  const gone = await collector.raw(returned.previewReturn, { params: { receipt: booked.id } });
  expect(gone.status).toBe(404);
});

test("a bill of exchange: recorded, listed with its deadlines, presented, cleared", async () => {
  const paper = {
    ...{ kind: "bank_acceptance", medium: "electronic", number: "1102000020260301" },
    ...{ drawer: "丙贸易公司", acceptor: "某某银行", issuedOn: "2026-01-01" },
  };
  const recorded = await record({
    ...{ customer: whose(0), method: "bill" },
    bill: { ...paper, maturesOn: "2026-03-31" },
  });
  const cashier = server.as("cashier");
  const listed = await cashier.get(bill.listBills);
  expect(listed).toMatchObject({ counts: { held: 1 }, uncleared: [cny("600.00")] });
  const [found] = listed.rows;
  expect(found?.next).toMatchObject({ code: "present", day: "2026-04-10", days: 10 });
  const params = { bill: recorded.bill ?? "" };
  for (const [version, to] of [[1, "presented"] as const, [2, "cleared"] as const]) {
    await cashier.get(bill.moveBill, { params, body: { to, on: "2026-03-31", version } });
  }
  const cleared = await cashier.get(bill.bill, { params });
  expect(cleared).toMatchObject({ state: "cleared", version: 3, deadlines: [] });
  const unknown = await cashier.raw(bill.bill, { params: { bill: recorded.id } });
  expect(unknown.status).toBe(404);
});

test("lists are windows, and what is not there is said", async () => {
  const auditor = server.as("auditor");
  const all = await auditor.get(receipt.listReceipts, { query: { size: "2" } });
  const rest = await auditor.get(receipt.listReceipts, { query: { after: all.next ?? "" } });
  const { unidentified, identified, returned: back } = all.counts;
  expect(all.rows.length + rest.rows.length).toBe(unidentified + identified + back);
  const missing = await auditor.raw(receipt.receipt, { params: { receipt: whose(0) } });
  expect([missing.status, await codeOf(missing)]).toEqual([404, "receipt_not_found"]);
  expect(await auditor.get(notice.bankNotices)).toMatchObject({ rows: [] });
  const params = { notice: whose(0) };
  const ignored = await server
    .as("cashier")
    .raw(notice.ignoreNotice, { params, body: { reason: "已知" } });
  expect([ignored.status, await codeOf(ignored)]).toEqual([404, "notice_not_found"]);
});

/** Money in of one creditor is nobody's at another: its ids are unknown at every endpoint. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { owedBook, receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { entryOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { type Asked, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import { applyCash } from "../actions/apply-cash.ts";
import { claimReceipt } from "../actions/claim-receipt.ts";
import { decideRefund } from "../actions/decide-refund.ts";
import { accepted, perform } from "../actions/perform.ts";
import { requestRefund } from "../actions/request-refund.ts";
import { returnPayment } from "../actions/return-payment.ts";
import * as application from "../contract/application.ts";
import * as appropriation from "../contract/appropriation.ts";
import * as bankLine from "../contract/bank-line.ts";
import * as bill from "../contract/bill.ts";
import * as customer from "../contract/customer.ts";
import type { Endpoint } from "../contract/endpoint.ts";
import * as match from "../contract/match.ts";
import * as payer from "../contract/payer.ts";
import * as receipt from "../contract/receipt.ts";
import * as claim from "../contract/receipt-claim.ts";
import * as refund from "../contract/refund.ts";
import * as returned from "../contract/returned-payment.ts";
import { permissionsOf, ROLES, type Role } from "../domain/desk/permission.ts";
import { plainDate } from "../domain/values/calendar.ts";
import { moneyOf } from "../domain/values/money.ts";
import { rows, sql } from "../store/sql.ts";

let server: TestServer;
let theirs: Readonly<Record<string, string>>;
let ours: Readonly<Record<string, string>>;
beforeAll(async () => {
  server = await testServer();
  theirs = await foreignIds();
  ours = await ownIds();
});
afterAll(() => server.close());

const CNY = (amount: string) => ({ amount, currency: "CNY" });

/** Another creditor's money, one of each kind. */
async function foreignIds(): Promise<Readonly<Record<string, string>>> {
  const owed = await owedBook(server.database);
  const desk = owed.on("2026-03-31");
  const other = owed.on("2026-03-31", "第二人");
  await takenLines(desk, [
    entryOf({ counterName: "赵六" }),
    entryOf({ counterName: "钱七", amount: "200.00", bookedOn: "2026-03-11" }),
  ]);
  const [open, booked] = await linesOf(desk);
  if (!open?.receipt || !booked?.receipt) throw new Error("two lines with their receipts");
  const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
  const allocation = { item: owed.item("F1"), amount: moneyOf("50.00", "CNY"), paid: null };
  const whose = { receipt: booked.receipt, customer: owed.customer, learn: true };
  const wish = { ...plain, ...whose, allocations: [allocation] };
  const applied = accepted(await perform(desk, applyCash, wish));
  const reason = "客户确认";
  const claimed = { receipt: open.receipt, customerId: owed.customer, reason };
  const claims = accepted(await perform(desk, claimReceipt, claimed));
  const back = { receipt: booked.receipt, amount: moneyOf("10.00", "CNY"), reason };
  const refunds = accepted(await perform(desk, requestRefund, back));
  const approved = { id: refunds.id, approve: true, reason: null };
  accepted(await perform(other, decideRefund, approved));
  const cheque = receiptOf(owed.customer, { method: "cheque" });
  const bounced = await recorded(desk, cheque);
  const cameBack = accepted(
    await perform(desk, returnPayment, {
      ...{ receipt: bounced.id, kind: "bounced_cheque", returnedOn: plainDate("2026-03-20") },
      ...{ amount: null, charge: null, claimCharge: false, reasonCode: null, reasonText: null },
      ...{ bankLine: null, notice: null },
    }),
  );
  const drawn = { kind: "bank_acceptance", medium: "electronic", number: "B-1" } as const;
  const parties = { drawer: "丁公司", acceptor: "某银行", payee: null, endorsers: [] };
  const days = { issuedOn: plainDate("2026-03-01"), maturesOn: plainDate("2026-09-01") };
  const bills = await recorded(
    desk,
    receiptOf(owed.customer, { method: "bill", bill: { ...drawn, ...parties, ...days } }),
  );
  const [alias] = await server.database.reading((tx) =>
    rows<{ id: string }>(
      tx,
      sql`select id from payer_alias where creditor_id = ${desk.creditorId}`,
    ),
  );
  return {
    ...{ line: open.id, receipt: open.receipt, application: applied.application, run: open.id },
    ...{ claim: claims.id, refund: refunds.id, returned: cameBack.id, bill: bills.bill ?? "" },
    ...{ alias: alias?.id ?? "", customer: owed.customer, item: owed.item("F1") },
  };
}

async function ownIds(): Promise<Readonly<Record<string, string>>> {
  const body = { method: "bank", receivedOn: "2026-03-20", amount: CNY("600.00") };
  const record = (whose: string | null) =>
    server.as("cashier").get(receipt.recordReceipt, { body: { ...body, customer: whose } });
  const [mine, nobodys] = [await record(server.book.customers[0] ?? ""), await record(null)];
  return { receipt: mine.id, nobodys: nobodys.id, customer: server.book.customers[0] ?? "" };
}

const may = (access: Endpoint["access"]): Role => {
  const found = ROLES.find((role) => permissionsOf([role]).has(access as never));
  if (found === undefined) throw new Error(`nobody may ${access}`);
  return found;
};

const reason = "核对后处理";
const BODIES: readonly (readonly [Endpoint, unknown])[] = [
  [bankLine.bankLine, undefined],
  [bankLine.ignoreLine, { reason }],
  [bankLine.reopenLine, { reason }],
  [bankLine.statementProgress, undefined],
  [match.matchLine, undefined],
  [match.acceptProposal, { rank: 1 }],
  [application.openClaims, undefined],
  [application.applyCash, { customer: "", allocations: [], rest: { kind: "open" } }],
  [application.undoApplication, { reason }],
  [appropriation.appropriation, undefined],
  [customer.customerPage, undefined],
  [payer.payerAliases, undefined],
  [payer.revokeAlias, undefined],
  [receipt.receipt, undefined],
  [claim.claimReceipt, { customer: "", reason }],
  [claim.withdrawClaim, undefined],
  [claim.decideClaim, { approve: true }],
  [returned.previewReturn, undefined],
  [returned.returnPayment, { kind: "bank_return", returnedOn: "2026-03-25" }],
  [returned.seenReturn, undefined],
  [refund.requestRefund, { amount: CNY("1.00"), reason }],
  [refund.decideRefund, { approve: true }],
  [refund.payRefund, { on: "2026-03-31" }],
  [bill.bill, undefined],
  [bill.moveBill, { to: "presented", on: "2026-03-31", version: 1 }],
];

describe("an id of another creditor", () => {
  test.each(BODIES.map(([endpoint, body]) => ({ name: endpoint.name, endpoint, body })))(
    "is unknown at $name",
    async ({ endpoint, body }) => {
      const whose = { customer: ours["customer"] };
      const asked = body !== undefined && "customer" in (body as object);
      const given = asked ? { ...(body as object), ...whose } : body;
      const sent = { params: theirs, body: given } as Asked;
      const response = await server.as(may(endpoint.access)).raw(endpoint, sent);
      expect(response.status, await response.clone().text()).toBe(404);
    },
  );

  test.each([
    ["receipt", receipt.listReceipts],
    ["refund", refund.listRefunds],
    ["bill", bill.listBills],
    ["returned", returned.listReturned],
  ] as const)("filters nothing into the list of each %s", async (_, endpoint) => {
    const query = { customer: theirs["customer"] ?? "" };
    const answer = await server.as("auditor").get(endpoint as Endpoint, { query });
    expect((answer as unknown as { rows: unknown[] }).rows).toEqual([]);
  });

  const refusedAt = async (endpoint: Endpoint, params: object, body: unknown) => {
    const sent = { params, body } as Asked;
    const response = await server.as(may(endpoint.access)).raw(endpoint, sent);
    expect(response.ok).toBe(false);
    return (await problemOf(response)).code;
  };
  const apply = (more: object) => ({
    ...{ customer: ours["customer"], allocations: [], rest: { kind: "open" }, ...more },
  });

  test("is unknown where a body names it", async () => {
    const params = { receipt: ours["receipt"] ?? "" };
    const free = { receipt: ours["nobodys"] ?? "" };
    const item = { item: theirs["item"], amount: CNY("1.00") };
    const at = application.applyCash;
    const foreign = apply({ customer: theirs["customer"] });
    expect(await refusedAt(at, free, foreign)).toBe("customer_not_found");
    expect(await refusedAt(at, params, apply({ allocations: [item] }))).toBe("item_not_open");
    expect(await refusedAt(at, params, apply({ credits: [item] }))).toBe("item_not_open");
    const claimed = { customer: theirs["customer"], reason };
    expect(await refusedAt(claim.claimReceipt, free, claimed)).toBe("customer_not_found");
    const back = { kind: "bank_return", returnedOn: "2026-03-25" };
    const line = { ...back, bankLine: theirs["line"] };
    expect(await refusedAt(returned.returnPayment, params, line)).toBe("line_not_found");
    const notice = { ...back, notice: theirs["line"] };
    expect(await refusedAt(returned.returnPayment, params, notice)).toBe("notice_not_found");
    const recorded = { method: "bank", receivedOn: "2026-03-20", amount: CNY("1.00") };
    const forThem = { ...recorded, customer: theirs["customer"] };
    expect(await refusedAt(receipt.recordReceipt, {}, forThem)).toBe("customer_not_found");
    const many = { lines: [{ line: theirs["line"], rank: 1 }] };
    const told = await server.as("finance").get(match.acceptMany, { body: many });
    expect(told).toMatchObject({ accepted: 0, lines: [{ refusal: { code: "line_not_found" } }] });
  });
});

describe("a role without the permission", () => {
  test.each(BODIES.map(([endpoint, body]) => ({ name: endpoint.name, endpoint, body })))(
    "is refused at $name before anything is looked up",
    async ({ endpoint, body }) => {
      for (const role of ROLES) {
        const response = await server.as(role).raw(endpoint, { params: theirs, body });
        const allowed = permissionsOf([role]).has(endpoint.access as never);
        expect(response.status === 403, `${role}: ${response.status}`).toBe(!allowed);
      }
      expect((await server.as(null).raw(endpoint, { params: theirs, body })).status).toBe(401);
    },
  );

  test("cash, approvals and claims are kept apart", () => {
    const may = (role: Role) => permissionsOf([role]);
    for (const role of ["sales", "collector", "auditor", "administrator"] as const) {
      for (const verb of ["cash:apply", "cash:undo", "payment:return", "refund:decide"] as const) {
        expect(may(role).has(verb), `${role} ${verb}`).toBe(false);
      }
    }
    for (const verb of ["refund:decide", "receipt:decide"] as const) {
      expect(may("cashier").has(verb), `cashier ${verb}`).toBe(false);
    }
  });
});

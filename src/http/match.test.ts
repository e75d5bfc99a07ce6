/** Bank statements and the match desk over HTTP, from a bank's file to undone and learned. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as application from "../contract/application.ts";
import * as contract from "../contract/bank-line.ts";
import * as match from "../contract/match.ts";
import * as payer from "../contract/payer.ts";

let server: TestServer;
let cashier: Caller;
beforeAll(async () => {
  server = await testServer();
  cashier = server.as("cashier");
});
afterAll(() => server.close());

const HEADINGS = "交易日期,收入金额,支出金额,账户余额,对方户名,对方账号,摘要";
const LINES = [
  "2026-03-20,5000.00,,15000.00,客户 1,62220001,货款 F-1",
  "2026-03-21,9000.00,,24000.00,周八,62220002,货款",
  "2026-03-22,,10.00,23990.00,某银行,,账户管理费",
];
const form = (lines: readonly string[], more: Readonly<Record<string, string>> = {}) => {
  const body = new FormData();
  const text = [HEADINGS, ...lines].join("\n");
  body.set("file", new File([text], "流水.csv", { type: "text/csv" }));
  for (const [name, value] of Object.entries({ account: "6222 0000", ...more })) {
    body.set(name, value);
  }
  return { body };
};

test("a preview says what the file holds and stores nothing", async () => {
  const preview = await cashier.get(contract.previewStatement, form(LINES));
  expect(preview).toMatchObject({
    storable: true,
    problem: null,
    statements: [{ lines: 3, known: 0, moneyIn: { amount: "14000.00" } }],
  });
  expect(preview.firstLines).toHaveLength(3);
  expect((await cashier.get(contract.listBankLines)).rows).toEqual([]);
});

test("from the bank's file to a receipt applied by hand, undone, and its payer forgotten", async () => {
  const taken = await cashier.get(contract.importStatement, form(LINES));
  expect(taken.counts).toMatchObject({ read: 3, taken: 3, known: 0 });
  expect((await cashier.get(contract.importStatement, form(LINES))).importId).toBeNull();
  const desk = await cashier.get(match.matchDesk);
  const waiting = desk.rows.find(({ payerName }) => payerName === "周八");
  expect(waiting).toMatchObject({ state: "open", can: { match: true, ignore: true } });
  expect(desk.totals.unidentified.count).toBeGreaterThan(0);
  const params = { line: waiting?.id ?? "", receipt: waiting?.receipt?.id ?? "" };
  const customer = server.book.customers[1] ?? "";
  const open = await cashier.get(application.openClaims, { params: { customer } });
  const [claim] = open.claims;
  expect(open).toMatchObject({ credits: [{ number: "R-1", open: { amount: "200.00" } }] });
  expect(claim).toMatchObject({ number: "F-3", open: { amount: "9000.00" } });
  const allocations = [{ item: claim?.id, amount: claim?.open }];
  const applied = await cashier.get(application.applyCash, {
    ...{ params, body: { customer, allocations, learn: true } },
  });
  const line = await cashier.get(match.matchLine, { params });
  expect(line).toMatchObject({
    line: { state: "booked", what: "receipt", application: { madeBy: "person" } },
    proposals: [],
    applications: [{ id: applied.application, allocations: [{ number: "F-3" }] }],
  });
  const payers = await cashier.get(payer.payerAliases, { params: { customer } });
  expect(payers.map(({ kind, value }) => [kind, value])).toEqual([
    ["account", "62220002"],
    ["name", "周八"],
  ]);
  const alias = payers[0]?.id ?? "";
  await cashier.get(payer.revokeAlias, { params: { alias } });
  const again = await cashier.raw(payer.revokeAlias, { params: { alias } });
  expect(await problemOf(again)).toMatchObject({ code: "payer_is_revoked" });
  const undo = { params: { application: applied.application ?? "" }, body: { reason: "认错" } };
  await cashier.get(application.undoApplication, undo);
  const undone = await cashier.get(contract.bankLine, { params });
  expect(undone).toMatchObject({ state: "open", byHand: true, receipt: { state: "unidentified" } });
});

test("a file that does not add up is refused with a sentence, and taken when insisted on", async () => {
  const broken = ["2026-03-23,1.00,,23991.00,乙,,货款", "2026-03-24,1.00,,99.00,乙,,货款"];
  const refused = await cashier.raw(contract.importStatement, form(broken));
  expect(refused.status).toBe(422);
  const problem = await problemOf(refused);
  expect(problem).toMatchObject({ code: "statement_does_not_add_up" });
  expect(JSON.stringify(problem["message"])).toContain("相差");
  const insisted = await cashier.get(
    contract.importStatement,
    form(broken, { insist: "银行已确认漏印" }),
  );
  expect(insisted.counts.taken).toBe(2);
});

test("lines are left out and taken up again; many are accepted at once, each for itself", async () => {
  const { rows } = await cashier.get(match.matchDesk);
  const [first] = rows;
  const params = { line: first?.id ?? "" };
  await cashier.get(contract.ignoreLine, { params, body: { reason: "内部转账" } });
  expect(await cashier.get(contract.bankLine, { params })).toMatchObject({
    ...{ state: "ignored", what: "not_receivable", can: { reopen: true } },
  });
  await cashier.get(contract.reopenLine, { params, body: { reason: "是货款" } });
  const many = await cashier.get(match.acceptMany, { body: { lines: [{ ...params, rank: 1 }] } });
  expect(many.lines).toMatchObject([{ line: params.line }]);
  const run = await cashier.get(match.runMatch);
  expect(run.proposed.count + run.unmatched.count).toBeGreaterThan(0);
});

test("nothing under way has no progress, and sales people don't import", async () => {
  const response = await cashier.raw(contract.statementProgress);
  expect(response.status).toBe(404);
  expect((await server.as("sales").raw(contract.importStatement, form(LINES))).status).toBe(403);
});

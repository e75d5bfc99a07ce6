/** Agreements over HTTP as the roles work: previewed, proposed, approved, issued, signed, shown. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import { acceleratePlan } from "../actions/accelerate-plan.ts";
import { proposeDiscount } from "../actions/propose-discount.ts";
import { proposeExtension } from "../actions/propose-extension.ts";
import { proposePlan } from "../actions/propose-plan.ts";
import { signAgreement } from "../actions/sign-agreement.ts";
import { withdrawAgreement } from "../actions/withdraw-agreement.ts";
import * as contract from "../contract/agreement.ts";
import * as proposal from "../contract/agreement-proposal.ts";
import * as approval from "../contract/approval.ts";
import * as customer from "../contract/customer.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const cny = (amount: string) => ({ amount, currency: "CNY" });
const customerAt = (at: number) => ({ customer: server.book.customers[at] ?? "" });
const items = () => [
  { item: server.book.items[0], amount: cny("5000.00") },
  { item: server.book.items[1], amount: cny("12500.50") },
];
const plan = () => ({
  items: items(),
  schedule: { kind: "equal", count: 3, firstOn: "2026-04-15", every: "month" },
  interest: { percent: "4.35", per: "year" },
  reason: "客户资金周转困难",
});
const codeOf = async (response: Response) => [response.status, (await problemOf(response)).code];

test.each([
  [proposal.proposePlan, proposePlan],
  [proposal.proposeExtension, proposeExtension],
  [proposal.proposeDiscount, proposeDiscount],
  [contract.signAgreement, signAgreement],
  [contract.withdrawAgreement, withdrawAgreement],
  [contract.acceleratePlan, acceleratePlan],
] as const)("$name asks of the caller what its verb asks", (endpoint, action) => {
  expect(endpoint.access).toBe(action.permission);
});

describe("a repayment plan", () => {
  test("from the form to the signature, each by who may", async () => {
    const params = customerAt(0);
    const collector = server.as("collector");
    const terms = await collector.get(proposal.agreementTerms, { params });
    expect(terms).toMatchObject({
      items: [{ number: "F-1", free: cny("5000.00"), daysPastDue: 20 }, { number: "F-2" }],
      limits: { leastFirstPercent: "10", mostDiscountPercent: "5" },
      can: { propose: true },
    });
    const body = plan();
    const draft = await collector.get(proposal.previewPlan, { params, body });
    expect(draft).toMatchObject({ amount: cny("17500.50"), lastOn: "2026-06-15", days: 76 });
    expect(draft.instalments.map(({ amount }) => amount.amount)).toEqual([
      ...["5833.50", "5833.50", "5833.50"],
    ]);
    const made = await collector.get(proposal.proposePlan, { params, body });
    const own = { params: { agreement: made.id } };
    const waiting = await server.as("auditor").get(contract.agreement, own);
    expect(waiting).toMatchObject({
      ...{ state: "proposed", proposedBy: "collector", approval: { state: "requested" } },
      can: { withdraw: { code: "not_permitted" }, sign: { code: "not_permitted" } },
    });
    const decision = { params: { approval: waiting.approval?.id ?? "" } };
    const approve = { ...decision, body: { approve: true, reason: null } };
    await server.as("credit_manager").get(approval.decideApproval, approve);
    await collector.get(contract.issueAgreement, { ...own, body: {} });
    const paper = await collector.raw(contract.agreementDocument, own);
    expect(paper.headers.get("content-type")).toBe("application/pdf");
    expect((await collector.raw(contract.agreementScan, own)).status).toBe(404);

    const form = new FormData();
    for (const [name, value] of Object.entries({
      ...{ signedBy: "李明", position: "总经理", signedOn: "2026-03-31" },
    })) {
      form.set(name, value);
    }
    form.set("scan", new File([new Uint8Array([37, 80, 68, 70])], "签署件.pdf"));
    expect((await collector.raw(contract.signAgreement, { ...own, body: form })).status).toBe(403);
    await server.as("senior_collector").get(contract.signAgreement, { ...own, body: form });
    const signed = await server.as("auditor").get(contract.agreement, own);
    expect(signed).toMatchObject({
      ...{ state: "active", signedBy: "李明", issued: true, hasScan: true },
      next: { dueOn: "2026-04-15", daysLate: -15 },
    });
    expect((await collector.raw(contract.agreementScan, own)).status).toBe(200);

    const list = await collector.get(contract.listAgreements, { query: { live: "true" } });
    expect(list).toMatchObject({ total: 1, counts: { active: 1, proposed: 0 } });
    expect(list.sums).toEqual([{ open: signed.open, late: cny("0.00") }]);
    const page = await collector.get(customer.customerPage, { params });
    const told = page.timeline.flatMap((one) => (one.kind === "agreement" ? [one.event] : []));
    expect(told.toSorted()).toEqual(["approved", "issued", "proposed", "signed"]);
  });

  test("is refused in words: beyond what is free, in the past, of nobody", async () => {
    const collector = server.as("collector");
    const again = await collector.raw(proposal.proposePlan, {
      params: customerAt(0),
      body: plan(),
    });
    expect(await codeOf(again)).toEqual([422, "agreement_exceeds_free"]);
    const nobody = await collector.raw(proposal.previewPlan, { body: plan() });
    expect(await codeOf(nobody)).toEqual([404, "customer_not_found"]);
    const unknown = await collector.raw(contract.agreement, {});
    expect(await codeOf(unknown)).toEqual([404, "agreement_not_found"]);
    const body = { approve: true };
    const strange = await collector.raw(proposal.proposePlan, { params: customerAt(0), body });
    expect(await codeOf(strange)).toEqual([422, "input_invalid"]);
  });
});

test("extensions and discounts are previewed with what they cost", async () => {
  const params = customerAt(1);
  const collector = server.as("collector");
  const item = server.book.items[2];
  const extension = { items: [{ item, newDueOn: "2026-05-07" }], reason: "下游延期" };
  const moved = await collector.get(proposal.previewExtension, { params, body: extension });
  expect(moved).toMatchObject({ kind: "extension", lastOn: "2026-05-07", days: 30 });
  const offer = { items: [{ item, amount: cny("9000.00") }], forgiven: cny("90.00") };
  const discount = { ...offer, payBy: "2026-04-02", reason: "提前回款" };
  const given = await collector.get(proposal.previewDiscount, { params, body: discount });
  expect(given).toMatchObject({ forgiven: cny("90.00"), cost: { days: 5 } });
  const made = await collector.get(proposal.proposeDiscount, { params, body: discount });
  const own = { params: { agreement: made.id } };
  const back = { ...own, body: { reason: "客户不需要" } };
  await collector.get(contract.withdrawAgreement, back);
  expect(await codeOf(await collector.raw(contract.withdrawAgreement, back))).toEqual([
    ...[409, "agreement_not_in_state"],
  ]);
  await collector.get(proposal.proposeExtension, { params, body: extension });
});

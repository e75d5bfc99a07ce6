/** Disputes and complaints over HTTP: each by who may, answered against the contract. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as complaint from "../contract/complaint.ts";
import { customerPage } from "../contract/customer.ts";
import * as dispute from "../contract/dispute.ts";
import * as causes from "../contract/dispute-causes.ts";

let server: TestServer;
let collector: Caller;
let sales: Caller;
let finance: Caller;
let manager: Caller;
let late = "";
beforeAll(async () => {
  server = await testServer();
  [collector, sales] = [server.as("collector"), server.as("sales")];
  [finance, manager] = [server.as("finance"), server.as("credit_manager")];
  late = server.book.customers[0] ?? "";
});
afterAll(() => server.close());

const money = (amount: string) => ({ amount, currency: "CNY" });
const at = (id: string) => ({ params: { dispute: id } });

const raise = async (amount: string, reason: string) => {
  const item = server.book.items[1];
  const body = { item, amount: money(amount), reason, note: "客户来函" };
  return (await collector.get(dispute.raiseDispute, { params: { customer: late }, body })).id;
};

describe("a dispute", () => {
  test("goes to its department, is answered by sales and credited by finance", async () => {
    const id = await raise("300.00", "quality");
    const page = await sales.get(dispute.disputePage, at(id));
    expect(page).toMatchObject({
      ...{ department: "quality", state: "open", answerBy: "2026-04-15", late: false },
      ...{ parts: { disputed: money("300.00") }, openedBy: "collector" },
      can: { answer: true, close: { code: "not_permitted" }, credit: { code: "not_permitted" } },
    });
    const said = { ...at(id), body: { said: "检验不合格" } };
    expect((await problemOf(await collector.raw(dispute.answerDispute, said))).code).toBe(
      "not_permitted",
    );
    await sales.get(dispute.answerDispute, said);
    const body = { amount: money("100.00") };
    const credited = await finance.get(dispute.creditDispute, { ...at(id), body });
    expect(credited.number).toBe("CN-20260331-1");
    const closed = await collector.get(dispute.disputePage, at(id));
    expect(closed).toMatchObject({
      ...{ state: "closed", outcome: "partially_credited", creditMemo: "CN-20260331-1" },
      parts: { credited: money("100.00"), chasedAgain: money("200.00") },
    });
    expect(closed.thread.map(({ kind, by }) => [kind, by])).toEqual([
      ["raised", "collector"],
      ["answered", "sales"],
      ["closed", "finance"],
    ]);
    await collector.get(dispute.reopenDispute, { ...at(id), body: { reason: "客户不同意" } });
    const split = { amount: money("50.00"), reason: "price" };
    const part = await collector.get(dispute.splitDispute, { ...at(id), body: split });
    const route = { department: "billing", reason: "开票单价有误" };
    await collector.get(dispute.rerouteDispute, { ...at(part.id), body: route });
    const listed = await collector.get(dispute.listDisputes, { query: { department: "billing" } });
    expect(listed.rows.map((row) => [row.id, row.splitFrom])).toEqual([[part.id, id]]);
    expect(listed.counts).toEqual({ open: 1, answered: 0, closed: 0, late: 0 });
    expect(listed.disputed).toEqual([money("50.00")]);
  });

  test("of somebody who is named but may not answer is refused; the desk names who may", async () => {
    const desk = await collector.get(dispute.disputeDesk);
    expect(desk.answerers.map(({ name }) => name)).toEqual(["credit_manager", "finance", "sales"]);
    expect(desk.complaintOwners.map(({ name }) => name)).toEqual(["credit_manager", "legal"]);
    const collectorId = desk.colleagues.find(({ name }) => name === "collector")?.id;
    const body = {
      ...{ item: server.book.items[1], amount: money("1.00"), reason: "price" },
      assignee: collectorId,
    };
    const asked = { params: { customer: late }, body };
    const refused = await collector.raw(dispute.raiseDispute, asked);
    expect((await problemOf(refused)).code).toBe("assignee_not_found");
  });

  test("that is not there is not found", async () => {
    const missing = await collector.raw(dispute.disputePage, at(late));
    expect([missing.status, (await problemOf(missing)).code]).toEqual([404, "dispute_not_found"]);
  });

  test("its causes come as JSON, CSV and Excel", async () => {
    const found = await collector.get(causes.disputeCauses, { query: { by: "department" } });
    expect(found).toMatchObject({ from: "2025-04-01", to: "2026-03-31", by: "department" });
    expect(found.rows.map(({ key, count }) => [key, count])).toEqual([
      ["quality", 1],
      ["billing", 1],
    ]);
    const csv = await collector.raw(causes.disputeCausesCsv, { query: { language: "en" } });
    expect(await csv.text()).toContain("Reason,Currency,Count");
    const xlsx = await collector.raw(causes.disputeCausesXlsx);
    expect(xlsx.headers.get("content-type")).toContain("spreadsheetml");
  });
});

describe("a complaint", () => {
  test("is logged by sales, shown on the customer's page, answered by the manager", async () => {
    const desk = await collector.get(dispute.disputeDesk);
    const about = desk.colleagues.find(({ name }) => name === "collector")?.id;
    const body = {
      ...{ kind: "tone", channel: "authority", said: "语气不当", about, receivedOn: "2026-03-31" },
    };
    const logged = await sales.get(complaint.logComplaint, { params: { customer: late }, body });
    const one = { params: { complaint: logged.id } };
    const page = await collector.get(customerPage, { params: { customer: late } });
    expect(page.complaints).toMatchObject([
      { id: logged.id, about: { name: "collector" }, answerBy: "2026-04-08", state: "open" },
    ]);
    expect((await problemOf(await sales.raw(complaint.answerComplaint, one))).code).toBe(
      "not_permitted",
    );
    const owner = desk.complaintOwners.find(({ name }) => name === "legal")?.id;
    await manager.get(complaint.assignComplaint, { ...one, body: { owner } });
    const given = { outcome: "founded", answer: "已致歉", measures: "换人跟进" };
    await manager.get(complaint.answerComplaint, { ...one, body: given });
    const closed = await manager.get(complaint.complaint, one);
    expect(closed).toMatchObject({ outcome: "founded", owner: { name: "legal" } });
    const listed = await manager.get(complaint.listComplaints, { query: { state: "all" } });
    expect(listed.counts).toEqual({ open: 0, closed: 1, late: 0 });
    const csv = await manager.raw(complaint.complaintsCsv, { query: { state: "all" } });
    expect(await csv.text()).toContain("语气不当");
  });
});

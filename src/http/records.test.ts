/** Changes to master records: a stale one is shown, not overruled. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "../../test/kit/book.ts";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import * as contact from "../contract/contact.ts";
import * as contract from "../contract/contract.ts";
import * as customer from "../contract/customer.ts";

let server: TestServer;
let collector: Caller;
let params: { customer: string };
beforeAll(async () => {
  server = await testServer();
  collector = server.as("collector");
  params = { customer: server.book.customers[0] ?? "" };
});
afterAll(() => server.close());

const page = () => collector.get(customer.customerPage, { params });

test("only what is named changes, and null clears", async () => {
  const { version } = await page();
  const changes = { name: "上海某某国际供应链管理（集团）股份有限公司", grade: "B", note: "月结" };
  await collector.get(customer.updateCustomer, { params, body: { version, changes } });
  const cleared = { version: version + 1, changes: { note: null } };
  expect((await collector.get(customer.updateCustomer, { params, body: cleared })).version).toBe(
    version + 2,
  );
  expect(await page()).toMatchObject({ name: changes.name, grade: "B", note: null, number: "K1" });
});

test("who saw an older version is told what differs", async () => {
  const { version } = await page();
  const body = (grade: string) => ({ version, changes: { grade } });
  await collector.get(customer.updateCustomer, { params, body: body("C") });
  const late = await collector.raw(customer.updateCustomer, { params, body: body("A") });
  expect(late.status).toBe(409);
  expect(await problemOf(late)).toMatchObject({
    code: "record_is_stale",
    difference: [{ field: "grade", stored: "C", wanted: "A" }],
  });
});

test("a contact is added and changed; the same person is not added twice", async () => {
  const person = {
    name: "赵总监",
    role: "finance_head",
    email: "zhao@customer.example",
    phone: null,
    language: null,
    source: "合同联系人",
    basis: "contract",
  };
  const { id } = await collector.get(contact.createContact, { params, body: person });
  const twice = await collector.raw(contact.createContact, { params, body: person });
  expect([twice.status, (await problemOf(twice)).code]).toEqual([409, "contact_exists"]);
  const left = { ...person, optedOut: true };
  await collector.get(contact.updateContact, { params: { ...params, contact: id }, body: left });
  expect((await page()).contacts.find((one) => one.id === id)).toMatchObject({ optedOut: true });
  const unknown = { params: { ...params, contact: newId() }, body: left };
  const missing = await collector.raw(contact.updateContact, unknown);
  expect([missing.status, (await problemOf(missing)).code]).toEqual([404, "contact_not_found"]);
});

test("a contract is added and changed with its late rate to the ninth decimal", async () => {
  const terms = {
    number: "HT-2026-001",
    signedOn: "2026-01-05",
    termsText: "货到 60 天",
    termsDays: 60,
    lateClause: "按日万分之五",
    lateRate: { partsPerBillion: "500000", per: "day" },
    appropriation: "statutory",
    appropriationText: null,
    debtStructure: "independent_periodic",
    creditorSize: "small",
    debtorSize: "large",
    guarantee: null,
    serviceAddress: null,
    returnChargeClause: "第 8.3 条：退票费用由买方承担",
  };
  const { id } = await collector.get(contract.createContract, { params, body: terms });
  const seen = (await page()).contracts.find((one) => one.id === id);
  expect(seen).toMatchObject({ ...terms, documents: [] });
  const changed = { ...terms, termsDays: 45, version: seen?.version };
  const asked = { params: { ...params, contract: id }, body: changed };
  await collector.get(contract.updateContract, asked);
  const late = await collector.raw(contract.updateContract, asked);
  expect([late.status, (await problemOf(late)).code]).toEqual([409, "record_is_stale"]);
});

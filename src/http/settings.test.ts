/** The creditor's own details over HTTP: seen by all, edited by few, test mode left when whole. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestServer, testServer } from "../../test/kit/server.ts";
import * as contract from "../contract/creditor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

const administrator = () => server.as("administrator");
const LETTERHEAD = {
  address: "苏州市虎丘区云杉路 1 号\n3 号楼",
  phone: "0512-6600 1188",
  email: "ar@spruce.example",
  bankName: "中国银行苏州分行",
  bankAccount: "4876 5000 1234",
};

test("says what is missing before letters may reach customers, and who may not edit", async () => {
  const none = { address: null, phone: null, email: null, bankName: null, bankAccount: null };
  await administrator().get(contract.updateSettings, {
    body: { ...none, testMode: true },
  });
  const { can, calendar } = await administrator().get(contract.settings);
  expect(can).toEqual({
    edit: true,
    leaveTestMode: { code: "letterhead_incomplete", missing: Object.keys(none) },
  });
  expect(calendar.map(({ year }) => year)).toContain(2026);
  const sales = await server.as("sales").get(contract.settings);
  const no = { code: "not_permitted", permission: "creditor:edit" };
  expect(sales.can).toEqual({ edit: no, leaveTestMode: no });
});

test("test mode is left once the letterhead is whole, and then stays whole", async () => {
  const off = { body: { testMode: false } };
  const early = await administrator().raw(contract.updateSettings, off);
  expect([early.status, await early.json()]).toMatchObject([
    409,
    { code: "letterhead_incomplete" },
  ]);
  await administrator().get(contract.updateSettings, { body: LETTERHEAD });
  expect((await administrator().get(contract.settings)).can.leaveTestMode).toBe(true);
  expect(await administrator().get(contract.updateSettings, off)).toEqual({ testMode: false });
  const emptied = await administrator().raw(contract.updateSettings, { body: { phone: null } });
  expect(await emptied.json()).toMatchObject({ missing: ["phone"] });
  expect(await administrator().get(contract.settings)).toMatchObject({
    ...LETTERHEAD,
    testMode: false,
  });
});

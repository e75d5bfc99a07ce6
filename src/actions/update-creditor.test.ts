/** A creditor's details on a real database, and how it leaves test mode. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertBook } from "../../test/kit/book.ts";
import { testDatabase } from "../../test/kit/database.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { findCreditor } from "../store/creditors.ts";
import type { Database } from "../store/database.ts";
import { run, sql } from "../store/sql.ts";
import { accepted, perform } from "./perform.ts";
import { updateCreditor } from "./update-creditor.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const creditor = async () => {
  const book = await insertBook(database.db, { customers: 0, items: [], allocations: [] });
  return testDesk(database, book.creditor);
};
const LETTERHEAD = {
  address: "苏州市",
  phone: "0512-0000",
  email: "ar@yunshan.example",
  bankName: "示例银行",
  bankAccount: "0000",
};

test("test mode is left with a complete letterhead, and what is not named stays", async () => {
  const desk = await creditor();
  expect(await perform(desk, updateCreditor, { testMode: false })).toMatchObject({
    refusal: { code: "letterhead_incomplete" },
  });
  accepted(await perform(desk, updateCreditor, LETTERHEAD));
  expect(accepted(await perform(desk, updateCreditor, { testMode: false }))).toEqual({
    testMode: false,
  });
  expect(await findCreditor(database.db, desk.creditorId)).toMatchObject(LETTERHEAD);
});

test("the demo company, whose customers are invented, stays in test mode", async () => {
  const desk = await creditor();
  await run(database.db, sql`update creditor set demo = true where id = ${desk.creditorId}`);
  const left = await perform(desk, updateCreditor, { ...LETTERHEAD, testMode: false });
  expect(left).toMatchObject({ refusal: { code: "demo_stays_in_test_mode" } });
  expect((await perform(desk, updateCreditor, LETTERHEAD)).ok).toBe(true);
});

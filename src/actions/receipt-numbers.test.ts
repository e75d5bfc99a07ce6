/** Numbers that people give receipts never stand in the way of those that are drawn. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { receiptOf, recorded } from "../../test/kit/hand-receipts.ts";
import { emptyBook, taken } from "../../test/kit/imports.ts";
import { entryOf, ledgerFaults, linesOf, takenLines } from "../../test/kit/money-in.ts";
import type { Database } from "../store/database.ts";
import { accepted, perform } from "./perform.ts";
import { recordReceipt } from "./record-receipt.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const LIST = "收款单号,收款日期,客户编号,收款金额,付款方,结算方式,核销发票\n";
const INVOICES = "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n";

test.each([
  ["BR-20260310-1", "2026-03-09"],
  ["BR-20260310-2", "2026-03-09"],
  ["BR-20260310-1", "2026-03-10"],
  ["BR-20260310-99999999999", "2026-03-10"],
  ["BR-20260310-999999999", "2026-03-10"],
  ["RC-20260310-99999999999", "2026-03-10"],
])("%s given by hand to money of %s", async (number, receivedOn) => {
  const desk = await emptyBook(database);
  await recorded(desk, receiptOf(null, { number, receivedOn }));
  const stranger = { counterName: "赵六" };
  await takenLines(desk, [entryOf(stranger), entryOf({ ...stranger, amount: "7.00" })]);
  await recorded(desk, receiptOf(null));
  expect(await linesOf(desk)).toHaveLength(2);
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("a list that uses a number which was drawn is refused with its place, or taken", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", `${INVOICES}C1,甲,A,2026-01-05,2026-02-05,100.00`);
  await takenLines(desk, [entryOf({ counterName: "赵六" })]);
  accepted(await perform(desk, recordReceipt, receiptOf(null)));
  for (const number of ["BR-20260310-1", "RC-20260310-1"]) {
    const told = taken(desk, "receipts", `${LIST}${number},2026-03-01,C1,5.00,甲,支票,A`);
    await expect(told.catch(({ message }: Error) => message)).resolves.not.toMatch(/duplicate key/);
  }
  await taken(desk, "receipts", `${LIST}BR-20260311-1,2026-03-01,C1,5.00,甲,支票,A`);
  await takenLines(desk, [entryOf({ counterName: "赵六", bookedOn: "2026-03-11" })]);
  expect(await ledgerFaults(desk)).toEqual([]);
});

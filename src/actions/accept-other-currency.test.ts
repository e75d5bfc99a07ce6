/** A claim in dollars that is paid in yuan: settled at the bank's own rate, and undone exactly. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import { entryOf, ledgerFaults, ledgerOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import type { BankLineId } from "../domain/values/ids.ts";
import type { Database } from "../store/database.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { accepted, perform } from "./perform.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,币种,价税合计\n" +
  "C1,Lake Valve LLC,INV-2026-0301,2026-01-05,2026-02-05,USD,1000.00\n" +
  "C1,Lake Valve LLC,INV-2026-0302,2026-01-05,2026-02-05,USD,500.00";

test("both claims are settled by the whole of the money, through the exchange account", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  const remark = "INV-2026-0301 INV-2026-0302";
  await takenLines(desk, [entryOf({ counterName: "Lake Valve LLC", amount: "10650.00", remark })]);
  const before = await ledgerOf(desk);
  const line = (await linesOf(desk))[0]?.id as BankLineId;
  const given = { line, rank: 1, learn: false, seen: null };
  const { application } = accepted(await perform(desk, acceptProposal, given));
  expect(await openOn(desk, "2026-03-31")).toEqual({});
  expect(await ledgerFaults(desk)).toEqual([]);
  if (application === null) throw new Error("a payment is an application");
  accepted(await perform(desk, undoApplication, { id: application, reason: "汇率另议" }));
  expect(await openOn(desk, "2026-03-31")).toEqual({
    "INV-2026-0301": 100_000n,
    "INV-2026-0302": 50_000n,
  });
  expect(await ledgerOf(desk)).toEqual(before);
  expect(await ledgerFaults(desk)).toEqual([]);
});

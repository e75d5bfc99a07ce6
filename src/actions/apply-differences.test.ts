/** What a payment falls short by: who may give it up, and what becomes of a dispute of it. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { actorNamed } from "../../test/kit/desk.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import { customerOf, entryOf, itemOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { permissionsOf, type Role } from "../domain/desk/permission.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { type ApplyCash, applyCash } from "./apply-cash.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0102,2026-01-06,2026-02-06,777.70`;
const OPEN = { "INV-2026-0102": 77770n };
const cny = (text: string) => moneyOf(text, "CNY");

/** A book with one claim of 777.70, and 700.00 that came without naming it. */
async function shortPaid(): Promise<Desk> {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  await takenLines(desk, [entryOf({ counterName: A, amount: "700.00", remark: "货款" })]);
  return desk;
}

/** Settles the whole claim with the 700.00 and a difference of 77.70. */
async function apply(
  desk: Desk,
  kind: "deduction" | "rounding",
  rest: ApplyCash["rest"] = { kind: "open" },
) {
  const receipt = (await linesOf(desk))[0]?.receipt as ApplyCash["receipt"];
  const item = await itemOf(desk, "INV-2026-0102");
  return perform(desk, applyCash, {
    ...{ receipt, customer: await customerOf(desk, "C1"), rest },
    allocations: [{ item, amount: cny("777.70"), paid: null }],
    shortfall: { kind, amount: cny("77.70"), reason: "抹零", item: null },
    ...{ credits: [], learn: false, proposal: null },
  });
}

const as = (desk: Desk, role: Role): Desk => ({
  ...desk,
  actor: actorNamed(role, permissionsOf([role])),
});

test("a dispute falls with the application that opened it", async () => {
  const desk = await shortPaid();
  const rest = { kind: "dispute" as const, reason: "quality" as const, note: "破损" };
  const { application } = accepted(await apply(desk, "deduction", rest));
  accepted(await perform(desk, undoApplication, { id: application, reason: "客户认错" }));
  const disputes = await rows(
    database.db,
    sql`select outcome from dispute where creditor_id = ${desk.creditorId}`,
  );
  expect(disputes).toEqual([{ outcome: "withdrawn" }]);
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
});

test("giving up more than the policy does takes more than a cashier", async () => {
  const desk = await shortPaid();
  expect(await apply(as(desk, "cashier"), "rounding")).toMatchObject({
    refusal: { code: "shortfall_exceeds_policy" },
  });
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
  accepted(await apply(as(desk, "finance"), "rounding"));
  expect(await openOn(desk, "2026-03-31")).toEqual({});
});

/** The order of appropriation and late interest, from a customer's book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, taken } from "../../test/kit/imports.ts";
import { customerOf, entryOf, itemOf, linesOf, takenLines } from "../../test/kit/money-in.ts";
import { applyCash } from "../actions/apply-cash.ts";
import { accepted, type Desk, perform } from "../actions/perform.ts";
import { undoApplication } from "../actions/undo-application.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { viewAppropriation } from "./appropriation.ts";
import { look } from "./look.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const cny = (text: string) => moneyOf(text, "CNY");
const CONTRACTS =
  "合同编号,客户编号,逾期利率,违约条款,担保\n" +
  "HT-1,C1,每日0.05%,逾期按每日万分之五计付违约金,\n" +
  "HT-2,C1,,,母公司连带保证";
const INVOICES =
  "客户编号,客户名称,合同编号,发票号码,开票日期,到期日,价税合计\n" +
  "C1,甲公司,HT-1,A,2025-03-01,2025-03-31,100000.00\n" +
  "C1,甲公司,HT-2,B,2025-03-01,2025-02-28,30000.00";

async function book(): Promise<Desk> {
  const desk = await emptyBook(database, "2025-06-30");
  await taken(desk, "customers", "客户编号,客户名称\nC1,甲公司");
  await taken(desk, "contracts", CONTRACTS);
  await taken(desk, "invoices", INVOICES);
  return desk;
}

async function viewed(desk: Desk, amount?: string) {
  const customer = await customerOf(desk, "C1");
  const view = await look(desk, (sight) => viewAppropriation(sight, customer, { amount }));
  if (view === null) throw new Error("the customer is there");
  return { ...view, of: (number: string) => view.claims.find((each) => each.number === number) };
}

/** 50,000.00 on the last day of June, applied to A by hand. */
async function paid(desk: Desk) {
  const told = { counterName: "无名氏", amount: "50000.00", bookedOn: "2025-06-30" };
  await takenLines(desk, [entryOf(told)]);
  const [line] = await linesOf(desk);
  const receipt = line?.receipt as ReceiptId;
  const allocations = [{ item: await itemOf(desk, "A"), amount: cny("50000.00"), paid: null }];
  return accepted(
    await perform(desk, applyCash, {
      ...{ receipt, customer: await customerOf(desk, "C1"), allocations, credits: [] },
      ...{ shortfall: null, rest: { kind: "open" }, learn: false, proposal: null },
    }),
  );
}

test("50,000 of 100,000 after 91 days: 54,550 under 561, 50,000 and 4,550 principal first", async () => {
  const desk = await book();
  await paid(desk);
  expect((await viewed(desk)).of("A")).toMatchObject({
    open: cny("50000.00"),
    interest: {
      rate: { partsPerBillion: "500000", per: "day" },
      rateFrom: { code: "rate_by_contract" },
      order: { code: "order_by_law" },
      byLaw: { principal: cny("54550.00"), interest: cny("0.00"), interestPaid: cny("4550.00") },
      principalFirst: { principal: cny("50000.00"), interest: cny("4550.00") },
    },
  });
});

test("money that was taken back never paid any interest", async () => {
  const desk = await book();
  const { application } = await paid(desk);
  if (application === null) throw new Error("something was applied");
  accepted(await perform(desk, undoApplication, { id: application, reason: "错付" }));
  expect((await viewed(desk)).of("A")?.interest?.byLaw).toMatchObject({
    principal: cny("100000.00"),
    interest: cny("4550.00"),
    interestPaid: cny("0.00"),
  });
});

test("the unsecured debt goes before the guaranteed one that is older (560)", async () => {
  const { suggestion } = await viewed(await book(), "110000.00");
  expect(suggestion).toMatchObject({
    kind: "decided",
    article: expect.stringContaining("第五百六十条"),
    allocations: [
      { number: "A", amount: cny("100000.00"), reason: "statutory", decidedBy: "unsecured" },
      { number: "B", amount: cny("10000.00") },
    ],
  });
});

test("without an amount nothing is suggested, and before the due day nothing accrues", async () => {
  const desk = await book();
  const customer = await customerOf(desk, "C1");
  const onDay = plainDate("2025-02-28");
  const early = await look(desk, (sight) => viewAppropriation(sight, customer, { onDay }));
  expect(early?.suggestion).toBeNull();
  expect(early?.claims.map(({ interest }) => interest)).toEqual([null, null]);
});

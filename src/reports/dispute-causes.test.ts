/** The causes of disputes tie to the list of them, whatever they are grouped by. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { type Owed, owedBook } from "../../test/kit/hand-receipts.ts";
import { answerDispute } from "../actions/answer-dispute.ts";
import { creditDispute } from "../actions/credit-dispute.ts";
import { accepted, perform } from "../actions/perform.ts";
import { raiseDispute } from "../actions/raise-dispute.ts";
import type { DisputeReason } from "../domain/book/dispute-reason.ts";
import { plainDate } from "../domain/values/calendar.ts";
import { add, amountText, moneyOf, zero } from "../domain/values/money.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { viewDisputes } from "../views/disputes.ts";
import { look } from "../views/look.ts";
import { type CausesBy, reportDisputeCauses } from "./dispute-causes.ts";
import { disputeSheet } from "./dispute-sheet.ts";

let database: Database;
let owed: Owed;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
  owed = await owedBook(database);
  const raise = async (day: string, item: "F1" | "F2", amount: string, reason: DisputeReason) => {
    const offer = { item: owed.item(item), amount: moneyOf(amount, "CNY"), reason, note: null };
    const given = { customer: owed.customer, ...offer };
    return accepted(await perform(owed.on(day), raiseDispute, given)).id;
  };
  const quality = await raise("2026-02-02", "F1", "300.00", "quality");
  const answer = { id: quality, said: "属实" };
  accepted(await perform(owed.on("2026-02-06"), answerDispute, answer));
  const credit = { id: quality, amount: moneyOf("120.00", "CNY"), number: null, said: null };
  accepted(await perform(owed.on("2026-02-12"), creditDispute, credit));
  await raise("2026-03-02", "F1", "200.00", "price");
  await raise("2026-03-03", "F2", "100.00", "quality");
});
afterAll(() => database.close());

const causes = (by: CausesBy, from = "2026-01-01", to = "2026-12-31") =>
  database.reading((tx) =>
    reportDisputeCauses(tx, {
      ...{ creditors: [owed.book.creditor], by },
      ...{ from: plainDate(from), to: plainDate(to), today: plainDate("2026-03-10") },
    }),
  );

test("by reason: counts, amounts, days and shares", async () => {
  const { rows, totals } = await causes("reason");
  expect(rows).toEqual([
    {
      ...{ key: "quality", name: null, currency: "CNY", count: 2, amount: "400.00" },
      ...{ credited: "120.00", stillDisputed: "100.00", answerDays: "4.0", closeDays: "10.0" },
      ...{ late: 0, lateShare: "0.0", creditedShare: "30.0" },
    },
    {
      ...{ key: "price", name: null, currency: "CNY", count: 1, amount: "200.00" },
      ...{ credited: "0.00", stillDisputed: "200.00", answerDays: null, closeDays: null },
      // to be answered by 2026-03-09, and it is the day after
      ...{ late: 1, lateShare: "100.0", creditedShare: "0.0" },
    },
  ]);
  expect(totals).toMatchObject([{ key: "", count: 3, amount: "600.00", lateShare: "33.3" }]);
});

test.each(["reason", "department", "customer", "month"] as const)("by %s it ties", async (by) => {
  const period = { from: plainDate("2026-02-01"), to: plainDate("2026-03-02") };
  const { rows, totals } = await causes(by, period.from, period.to);
  const listed = await look(owed.on("2026-03-10"), (sight) =>
    viewDisputes(sight, { ...period, state: "all", late: false, size: 100 }),
  );
  const none = zero(moneyOf("0.00", "CNY").currency);
  const sum = listed.rows.map(({ amount }) => amount).reduce(add, none);
  expect(totals[0]?.count).toBe(listed.rows.length);
  expect(totals[0]?.amount).toBe(amountText(sum));
  const counted = rows.map(({ count }) => count).reduce((all, count) => all + count, 0);
  expect(counted).toBe(listed.rows.length);
});

test("as a sheet the causes have names in both languages", async () => {
  const report = await causes("department");
  const [zh, en] = (["zh", "en"] as const).map((language) => disputeSheet(report, language));
  expect(zh?.rows.map(([name]) => name)).toEqual(["质量", "销售"]);
  expect(en?.rows.map(([name]) => name)).toEqual(["Quality", "Sales"]);
  expect(zh?.rows[0]).toHaveLength(zh?.columns.length ?? 0);
  expect(zh?.totals[0]).toHaveLength(zh?.columns.length ?? 0);
  const customers = disputeSheet(await causes("customer"), "zh");
  expect(customers.rows[0]).toHaveLength(customers.columns.length);
});

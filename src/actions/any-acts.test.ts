/** Any acts in any order on three receipts: the book stays whole and no line is stuck. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { operator } from "../../test/kit/desk.ts";
import { emptyBook, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  entryOf,
  itemOf,
  ledgerFaults,
  linesOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ApplicationId, ItemId, RefundId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { rows, sql } from "../store/sql.ts";
import { applyCash } from "./apply-cash.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { decideReceiptClaim } from "./decide-receipt-claim.ts";
import { decideRefund } from "./decide-refund.ts";
import { ignoreLine } from "./ignore-line.ts";
import { payRefund } from "./pay-refund.ts";
import { type Desk, perform } from "./perform.ts";
import { reopenLine } from "./reopen-line.ts";
import { requestRefund } from "./request-refund.ts";
import { returnPayment } from "./return-payment.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  "C1,上海甲精密机械有限公司,A1,2026-01-05,2026-02-05,100.00\n" +
  "C1,上海甲精密机械有限公司,A2,2026-03-15,2026-04-15,70.00\n" +
  "C2,苏州乙电子科技有限公司,B1,2026-01-07,2026-02-07,90.00";
const VERBS = [
  ...(["apply", "apply", "apply", "credit", "undo", "undo", "claim", "refund", "pay"] as const),
  ...(["return", "ignore", "reopen", "match"] as const),
];
const anyAct = fc.record({
  verb: fc.constantFrom(...VERBS),
  at: fc.nat(2),
  other: fc.nat(2),
  item: fc.constantFrom("A1", "A2", "B1"),
  minor: fc.constantFrom("5.00", "20.00", "30.00"),
});
type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

const list = <Each>(query: ReturnType<typeof sql<Each>>) =>
  database.reading((tx) => rows<Each>(tx, query));

const reason = "核对后处理";
const yes = { approve: true, reason: null };

/** Who acts on which line and receipt, for whom, with how much; a refusal is fine. */
async function givenOf(desk: Desk, { at, other, item, minor }: Act) {
  const lines = await linesOf(desk);
  const [line, lender] = [lines[at], lines[other]];
  if (!line?.receipt || !lender?.receipt) throw new Error("three lines with their receipts");
  const second: Desk = { ...desk, actor: { ...operator, name: "第二人" } };
  const customer = await customerOf(desk, item === "B1" ? "C2" : "C1");
  const money = { amount: moneyOf(minor, "CNY"), item: await itemOf(desk, item) };
  return {
    desk,
    second,
    line: line.id,
    receipt: line.receipt,
    lender: lender.receipt,
    customer,
    ...money,
  };
}
type Given = Awaited<ReturnType<typeof givenOf>>;

async function apply({ desk, receipt, customer, item, amount }: Given, credit: ItemId | null) {
  const used = credit === null ? [] : [{ item: credit, amount: moneyOf("5.00", "CNY") }];
  const allocations = [{ item, amount, paid: null }];
  const plain = { shortfall: null, rest: { kind: "open" as const }, proposal: null, learn: false };
  await perform(desk, applyCash, { receipt, customer, allocations, credits: used, ...plain });
}

const waiting = <Id extends string>(
  { desk }: Given,
  table: "application" | "refund",
  state: string,
) =>
  list<{ id: Id }>(
    sql<{ id: Id }>`select id from ${sql.table(table)}
        where creditor_id = ${desk.creditorId} and state = ${state} order by id`,
  );

const DONE: Readonly<Record<Act["verb"], (given: Given, act: Act) => Promise<unknown>>> = {
  apply: (given) => apply(given, null),
  async credit(given) {
    const { desk, lender } = given;
    const found = await database.reading((tx) => findReceiptLine(tx, desk.creditorId, lender));
    await apply(given, found?.item ?? null);
  },
  async undo(given, { at, other }) {
    const live = await waiting<ApplicationId>(given, "application", "live");
    const chosen = live[(at * 3 + other) % Math.max(1, live.length)];
    if (chosen !== undefined) await perform(given.desk, undoApplication, { ...chosen, reason });
  },
  async claim({ desk, second, receipt, customer: customerId }) {
    const made = await perform(desk, claimReceipt, { receipt, customerId, reason });
    if (made.ok) await perform(second, decideReceiptClaim, { ...made.value, ...yes });
  },
  async refund({ desk, second, receipt, amount }) {
    const asked = await perform(desk, requestRefund, { receipt, amount, reason });
    if (asked.ok) await perform(second, decideRefund, { ...asked.value, ...yes });
  },
  async pay(given) {
    const [first] = await waiting<RefundId>(given, "refund", "approved");
    const paid = { on: plainDate("2026-03-31"), bankLine: null };
    if (first !== undefined) await perform(given.desk, payRefund, { ...first, ...paid });
  },
  return: ({ desk, receipt }) =>
    perform(desk, returnPayment, {
      ...{ receipt, kind: "bank_return", returnedOn: plainDate("2026-03-25"), amount: null },
      ...{ charge: null, claimCharge: false, reasonCode: null, reasonText: null },
      ...{ bankLine: null, notice: null },
    }),
  ignore: ({ desk, line: id }) => perform(desk, ignoreLine, { id, reason, duplicateOf: null }),
  reopen: ({ desk, line: id }) => perform(desk, reopenLine, { id, reason }),
  match: ({ desk }) => perform(desk, runMatch, null),
};

async function faults(desk: Desk): Promise<readonly string[]> {
  const lines = await linesOf(desk);
  const stuck = lines.filter(
    ({ state, receiptState }) =>
      (state === "open" && (receiptState === "returned" || receiptState === "ignored")) ||
      (state === "ignored") !== (receiptState === "ignored") ||
      (state === "booked" && receiptState === "unidentified"),
  );
  const days = await list<{ number: string }>(
    sql<{ number: string }>`select distinct i.number from item i
        cross join generate_series('2026-01-01'::date, '2026-03-31', '1 day') as d (day)
        where i.creditor_id = ${desk.creditorId} and (
          select coalesce(sum(p.amount), 0) from posting p where p.creditor_id = i.creditor_id
            and p.item_id = i.id and p.effective_on <= d.day) * sign(i.amount) not between 0
          and abs(i.amount)`,
  );
  return [
    ...(await ledgerFaults(desk)),
    ...stuck.map(({ state, receiptState }) => `${state} line of ${receiptState} receipt`),
    ...days.map(({ number }) => `${number} is more or less than nothing on some day`),
  ];
}

test("whatever is done to three receipts, nothing is lost and nothing is stuck", async () => {
  const acts = fc.array(anyAct, { minLength: 4, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(acts, async (played) => {
      const desk = await emptyBook(database);
      await taken(desk, "invoices", INVOICES);
      const days = ["2026-03-09", "2026-03-10", "2026-03-18"];
      const entries = days.map((bookedOn, at) =>
        entryOf({ counterName: `赵${"六七八"[at]}`, amount: "60.00", bookedOn }),
      );
      await takenLines(desk, entries);
      for (const act of played) {
        await DONE[act.verb](await givenOf(desk, act), act);
        expect(await faults(desk), act.verb).toEqual([]);
      }
    }),
    { numRuns: Number(process.env["ACT_RUNS"] ?? 10) },
  );
}, 120_000);

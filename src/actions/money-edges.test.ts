/** The edges of money in: days, currencies, huge and tiny amounts, repeated keys, rehearsals. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { bookSize, emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  type EntryDifferent,
  entryOf,
  fileOf,
  importBankFile,
  itemOf,
  ledgerFaults,
  ledgerOf,
  linesOf,
  statementOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { ageReceivables } from "../reports/ageing.ts";
import type { Database } from "../store/database.ts";
import { type ApplyCash, applyCash } from "./apply-cash.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { ignoreLine } from "./ignore-line.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { recordReceipt } from "./record-receipt.ts";
import { returnPayment } from "./return-payment.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const HEADER = "客户编号,客户名称,发票号码,开票日期,到期日,价税合计,币种\n";

async function book(invoices: readonly string[], today = "2026-03-31"): Promise<Desk> {
  const desk = await emptyBook(database, today);
  await taken(desk, "invoices", HEADER + invoices.map((row) => `C1,${A},${row}`).join("\n"));
  return desk;
}

const onDay = (desk: Desk, today: string): Desk =>
  testDesk(database, desk.creditorId, { today, clock: desk.clock });

const take = (desk: Desk, ...entries: readonly EntryDifferent[]) =>
  takenLines(
    desk,
    entries.map((entry) => entryOf(entry)),
  );

const receiptAt = async (desk: Desk, at = 0): Promise<ReceiptId> =>
  (await linesOf(desk)).at(at)?.receipt as ReceiptId;

async function wishOf(
  desk: Desk,
  receipt: ReceiptId,
  split: readonly (readonly [string, string])[],
  unit: string,
  more: Partial<ApplyCash> = {},
): Promise<ApplyCash> {
  const allocations = [];
  for (const [number, amount] of split) {
    allocations.push({
      ...{ item: await itemOf(desk, number), amount: moneyOf(amount, unit), paid: null },
    });
  }
  const customer = await customerOf(desk, "C1");
  const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
  return { receipt, customer, allocations, ...plain, learn: false, ...more };
}

const back = (receipt: ReceiptId, returnedOn: string) => ({
  ...{ receipt, kind: "bank_return" as const, returnedOn: plainDate(returnedOn), amount: null },
  ...{ charge: null, claimCharge: false, reasonCode: null, reasonText: null },
  ...{ bankLine: null, notice: null },
});

const aged = async (desk: Desk, on: string, known: string) => {
  const asked = { creditors: [desk.creditorId], on: plainDate(on), known: plainDate(known) };
  const { totals, ties } = await database.reading((tx) => ageReceivables(tx, asked));
  expect(ties).toBe(true);
  return JSON.stringify(totals, (_, part: unknown) =>
    typeof part === "bigint" ? part.toString() : part,
  );
};

describe("days", () => {
  test("what was known of a day never changes, whatever is undone or comes back later", async () => {
    const desk = await book(["INV-2026-0101,2026-01-05,2026-02-05,1000.00,CNY"], "2026-03-10");
    await take(desk, { counterName: "赵六", amount: "400.00", bookedOn: "2026-03-09" });
    const receipt = await receiptAt(desk);
    const before = await aged(desk, "2026-03-10", "2026-03-10");
    const second = onDay(desk, "2026-03-12");
    const wish = await wishOf(desk, receipt, [["INV-2026-0101", "400.00"]], "CNY");
    const { application: id } = accepted(await perform(second, applyCash, wish));
    const settled = await aged(desk, "2026-03-12", "2026-03-12");
    expect(settled).not.toBe(before);
    const third = onDay(desk, "2026-03-20");
    accepted(await perform(third, undoApplication, { id, reason: "认错了" }));
    accepted(await perform(third, applyCash, wish));
    const fourth = onDay(desk, "2026-03-25");
    accepted(await perform(fourth, returnPayment, back(receipt, "2026-03-22")));
    expect(await aged(desk, "2026-03-10", "2026-03-10")).toBe(before);
    expect(await aged(desk, "2026-03-12", "2026-03-12")).toBe(settled);
    expect(await aged(desk, "2026-03-21", "2026-03-31")).toBe(
      await aged(desk, "2026-03-21", "2026-03-21"),
    );
    expect(await openOn(desk, "2026-03-22")).toEqual({ "INV-2026-0101": 100000n });
    expect(await ledgerFaults(desk)).toEqual([]);
  });

  test("a value day before the claim's issue, and one that is still to come", async () => {
    const desk = await book(["INV-2026-0101,2026-03-20,2026-04-20,1000.00,CNY"]);
    const paid = { counterName: A, amount: "1000.00", remark: "INV-2026-0101" };
    await take(desk, { ...paid, bookedOn: "2026-03-30", valueOn: "2026-04-02" });
    const receipt = await receiptAt(desk);
    const [line] = await linesOf(desk);
    if (line?.application === null) {
      const wish = await wishOf(desk, receipt, [["INV-2026-0101", "1000.00"]], "CNY");
      accepted(await perform(desk, applyCash, wish));
    }
    expect(await openOn(desk, "2026-03-31")).toEqual({});
    expect(await openOn(desk, "2026-03-29")).toEqual({ "INV-2026-0101": 100000n });
    const early = await book(["INV-2026-0101,2026-03-20,2026-04-20,1000.00,CNY"]);
    await take(early, { counterName: "赵六", amount: "1000.00", bookedOn: "2026-03-10" });
    const wish = await wishOf(early, await receiptAt(early), [["INV-2026-0101", "1000.00"]], "CNY");
    accepted(await perform(early, applyCash, wish));
    expect(await openOn(early, "2026-03-15")).toEqual({ "BR-20260310-1": -100000n });
    expect(await openOn(early, "2026-03-20")).toEqual({});
  });

  test("a line of tomorrow is refused, and nothing of its file is stored", async () => {
    const desk = await book(["INV-2026-0101,2026-03-20,2026-04-20,1000.00,CNY"]);
    const before = await bookSize(desk);
    const entries = [entryOf({}), entryOf({ bookedOn: "2026-04-01" })];
    const done = await importBankFile(desk, fileOf(statementOf(entries)));
    expect(done.ok).toBe(false);
    expect(await bookSize(desk)).toEqual(before);
    const tomorrow = onDay(desk, "2026-04-01");
    expect((await importBankFile(tomorrow, fileOf(statementOf(entries)))).ok).toBe(true);
  });

  test("today is the creditor's, not the machine's", async () => {
    const { creditorId } = await book(["INV-2026-0101,2026-03-20,2026-04-20,1.00,CNY"]);
    const late = { now: () => "2026-03-31T17:00:00Z" as never, random: () => 2n ** 70n };
    const desk = testDesk(database, creditorId, { clock: late });
    const done = await importBankFile(
      desk,
      fileOf(statementOf([entryOf({ bookedOn: "2026-04-01" })])),
    );
    expect(done.ok).toBe(true);
  });
});

describe("amounts", () => {
  test.each([
    ["JPY", "1000000000000000", "999999999999999", "1"],
    ["KWD", "1000.001", "1000.000", "0.001"],
    ["CNY", "10000000000000.00", "9999999999999.99", "0.01"],
  ])("of %s are kept to the last unit", async (unit, whole, part, rest) => {
    const desk = await book([`INV-1,2026-01-05,2026-02-05,${whole},${unit}`]);
    const entry = entryOf({ counterName: "赵六", amount: whole, currency: unit });
    await takenLines(desk, [entry]);
    const receipt = await receiptAt(desk);
    const wish = await wishOf(desk, receipt, [["INV-1", part]], unit);
    accepted(await perform(desk, applyCash, wish));
    const { minor } = moneyOf(rest, unit);
    expect(await openOn(desk, "2026-03-31")).toEqual({ "INV-1": minor, "BR-20260310-1": -minor });
    accepted(await perform(desk, applyCash, await wishOf(desk, receipt, [["INV-1", rest]], unit)));
    expect(await openOn(desk, "2026-03-31")).toEqual({});
    const more = await perform(
      desk,
      applyCash,
      await wishOf(desk, receipt, [["INV-1", rest]], unit),
    );
    expect(more).toMatchObject({ refusal: { code: "item_not_open" } });
    accepted(await perform(desk, returnPayment, back(receipt, "2026-03-31")));
    expect(await ledgerFaults(desk)).toEqual([]);
  });

  test("a credit memo larger than the payment pays what it can, and comes back whole", async () => {
    const desk = await book([
      "INV-1,2026-01-05,2026-02-05,1000.00,CNY",
      "CN-1,2026-02-01,,-900.00,CNY",
    ]);
    await take(desk, { counterName: "赵六", amount: "100.00" });
    const receipt = await receiptAt(desk);
    const before = await openOn(desk, "2026-03-31");
    const credit = { item: await itemOf(desk, "CN-1"), amount: moneyOf("900.00", "CNY") };
    const wish = await wishOf(desk, receipt, [["INV-1", "1000.00"]], "CNY", { credits: [credit] });
    accepted(await perform(desk, applyCash, wish));
    expect(await openOn(desk, "2026-03-31")).toEqual({});
    accepted(await perform(desk, returnPayment, back(receipt, "2026-03-20")));
    expect(await openOn(desk, "2026-03-31")).toEqual(before);
    expect((await ledgerOf(desk))["cash CNY"]).toBeUndefined();
    expect(await ledgerFaults(desk)).toEqual([]);
  });
});

describe("a repeated key", () => {
  test("gives the first answer again and does nothing", async () => {
    const desk = await book(["INV-1,2026-01-05,2026-02-05,1000.00,CNY"]);
    await take(desk, { counterName: "赵六", amount: "300.00" });
    const receipt = await receiptAt(desk);
    const wish = await wishOf(desk, receipt, [["INV-1", "100.00"]], "CNY");
    const first = accepted(await perform(desk, applyCash, wish, { key: "k" }));
    expect(accepted(await perform(desk, applyCash, wish, { key: "k" }))).toEqual(first);
    expect(await openOn(desk, "2026-03-31")).toMatchObject({ "INV-1": 90000n });
    const undo = { id: first.application, reason: "认错了" };
    const undone = accepted(await perform(desk, undoApplication, undo, { key: "k" }));
    expect(accepted(await perform(desk, undoApplication, undo, { key: "k" }))).toEqual(undone);
    const returned = accepted(
      await perform(desk, returnPayment, back(receipt, "2026-03-20"), { key: "r" }),
    );
    const again = await perform(desk, returnPayment, back(receipt, "2026-03-20"), { key: "r" });
    expect(accepted(again)).toEqual(returned);
    expect(await ledgerFaults(desk)).toEqual([]);
  });
});

describe("a rehearsal", () => {
  test("writes nothing, whatever the verb", async () => {
    const desk = await book(["INV-1,2026-01-05,2026-02-05,1000.00,CNY"]);
    await take(desk, { counterName: "赵六", amount: "300.00" });
    const [line] = await linesOf(desk);
    const receipt = await receiptAt(desk);
    const before = [await bookSize(desk), await ledgerOf(desk), await linesOf(desk)];
    const dry = { dryRun: true };
    const wish = await wishOf(desk, receipt, [["INV-1", "100.00"]], "CNY", { learn: true });
    const customerId = await customerOf(desk, "C1");
    const cash = { method: "cash" as const, number: null, customer: customerId, bill: null };
    const told = { payerName: null, payerAccount: null, remark: null };
    const day = { receivedOn: plainDate("2026-03-20"), amount: moneyOf("1.00", "CNY") };
    const left = { id: line?.id as never, reason: "不是货款", duplicateOf: null };
    const claim = { receipt, customerId, reason: "客户来电" };
    const done = [
      await perform(desk, applyCash, wish, dry),
      await perform(desk, ignoreLine, left, dry),
      await perform(desk, claimReceipt, claim, dry),
      await perform(desk, returnPayment, back(receipt, "2026-03-20"), dry),
      await perform(desk, recordReceipt, { ...cash, ...told, ...day }, dry),
      await perform(desk, runMatch, null, dry),
    ];
    expect(done.map(({ ok }) => ok)).toEqual(done.map(() => true));
    expect([await bookSize(desk), await ledgerOf(desk), await linesOf(desk)]).toEqual(before);
  });
});

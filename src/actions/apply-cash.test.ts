/** Applying receipts by hand and from proposals, undoing, leaving lines out and taking them up. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { testDesk } from "../../test/kit/desk.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  entryOf,
  itemOf,
  ledgerFaults,
  ledgerOf,
  linesOf,
  type StoredLine,
  takenLines,
} from "../../test/kit/money-in.ts";
import { readJudgement } from "../domain/cash/stored-judgement.ts";
import type { BankLineId, PayerAliasId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { findBankLine } from "../store/bank-lines.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { type ApplyCash, applyCash } from "./apply-cash.ts";
import { ignoreLine } from "./ignore-line.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { reopenLine } from "./reopen-line.ts";
import { revokeAlias } from "./revoke-alias.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0101,2026-01-05,2026-02-05,1234.56\n` +
  `C1,${A},INV-2026-0102,2026-01-06,2026-02-06,777.70\n` +
  `C1,${A},INV-2026-0103,2026-01-07,2026-02-07,300.00\n` +
  "C2,苏州乙电子科技有限公司,INV-2026-0201,2026-01-07,2026-02-07,70";
const OPEN = {
  "INV-2026-0101": 123456n,
  "INV-2026-0102": 77770n,
  "INV-2026-0103": 30000n,
  "INV-2026-0201": 7000n,
};
const cny = (text: string) => moneyOf(text, "CNY");
const byBoss = entryOf({ counterName: "赵六", counterAccount: "6228480001", amount: "2000.00" });

async function book(): Promise<Desk> {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  return desk;
}

async function firstLine(desk: Desk): Promise<StoredLine> {
  const [line] = await linesOf(desk);
  if (line === undefined) throw new Error("no line");
  return line;
}

type Split = readonly (readonly [number: string, amount: string])[];

async function wishFor(desk: Desk, split: Split, more: Partial<ApplyCash> = {}) {
  const { receipt } = await firstLine(desk);
  const allocations = [];
  for (const [number, amount] of split) {
    allocations.push({ item: await itemOf(desk, number), amount: cny(amount), paid: null });
  }
  const customer = await customerOf(desk, "C1");
  const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
  return {
    receipt: receipt as ApplyCash["receipt"],
    customer,
    ...plain,
    learn: false,
    allocations,
    ...more,
  };
}

const apply = async (desk: Desk, split: Split, more: Partial<ApplyCash> = {}) =>
  perform(desk, applyCash, await wishFor(desk, split, more));

const THREE: Split = [
  ["INV-2026-0101", "1234.56"],
  ["INV-2026-0102", "600.00"],
  ["INV-2026-0103", "100.00"],
];

/** The items that the stored first proposal of a line names. */
async function proposedItems(desk: Desk, line: BankLineId): Promise<readonly string[]> {
  const found = await desk.database.reading((tx) => findBankLine(tx, desk.creditorId, line));
  const [first] = readJudgement(found?.judgement)?.proposals ?? [];
  return (first?.allocations ?? []).map(({ itemId }) => itemId);
}

const aliases = (desk: Desk) =>
  desk.database.reading((tx) =>
    rows<{ kind: string; value: string; confirmed: number; live: boolean }>(
      tx,
      sql`select kind, value, confirmed, revoked_on is null as live from payer_alias
          where creditor_id = ${desk.creditorId} order by kind, value`,
    ),
  );

test("one receipt is split over three invoices, the rest stays unapplied", async () => {
  const desk = await book();
  await takenLines(desk, [byBoss]);
  accepted(await apply(desk, THREE));
  expect(await openOn(desk, "2026-03-31")).toEqual({
    "BR-20260310-1": -6544n,
    "INV-2026-0102": 17770n,
    "INV-2026-0103": 20000n,
    "INV-2026-0201": 7000n,
  });
  expect(await firstLine(desk)).toMatchObject({ state: "booked", receiptState: "identified" });
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("undoing restores every balance and frees the receipt; a second time is refused", async () => {
  const desk = await book();
  await takenLines(desk, [byBoss]);
  const before = await ledgerOf(desk);
  const { application: id } = accepted(await apply(desk, THREE, { learn: true }));
  expect(await aliases(desk)).toMatchObject([{ kind: "account" }, { kind: "name", value: "赵六" }]);
  const reason = "认错客户";
  accepted(await perform(desk, undoApplication, { id, reason }));
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
  expect(await openOn(desk, "2026-03-15")).toEqual(OPEN);
  expect(await ledgerOf(desk)).toEqual(before);
  expect(await firstLine(desk)).toMatchObject({
    ...{ state: "open", byHand: true, receiptState: "unidentified", application: null },
  });
  expect((await aliases(desk)).map(({ live }) => live)).toEqual([false, false]);
  expect(await perform(desk, undoApplication, { id, reason })).toMatchObject({
    refusal: { code: "application_has_ended" },
  });
  expect(await ledgerFaults(desk)).toEqual([]);
  accepted(await apply(desk, THREE));
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("what a person undid is never done again by itself", async () => {
  const desk = await book();
  await takenLines(desk, [
    entryOf({ counterName: A, amount: "1234.56", remark: "货款 INV-2026-0101" }),
  ]);
  const { application: id } = await firstLine(desk);
  if (id === null) throw new Error("settled by itself");
  accepted(await perform(desk, undoApplication, { id, reason: "对方付的是保证金" }));
  const run = accepted(await perform(desk, runMatch, null));
  expect(run).toMatchObject({ applied: { count: 0 }, proposed: { count: 1 } });
  expect(await openOn(desk, "2026-03-31")).toEqual(OPEN);
});

test("a learned payer is known next time; when it is forgotten it is a stranger again", async () => {
  const desk = await book();
  await takenLines(desk, [byBoss]);
  accepted(await apply(desk, THREE, { learn: true }));
  const again = entryOf({ ...byBoss, bookedOn: "2026-03-20", amount: "177.70" });
  expect(await takenLines(desk, [again])).toMatchObject({ counts: { unmatched: 0 } });
  const live = await desk.database.reading((tx) =>
    rows<{ id: PayerAliasId }>(
      tx,
      sql`select id from payer_alias where creditor_id = ${desk.creditorId}`,
    ),
  );
  for (const { id } of live) accepted(await perform(desk, revokeAlias, { id }));
  const third = entryOf({ ...byBoss, bookedOn: "2026-03-21", amount: "91.37" });
  const { counts } = await takenLines(desk, [third]);
  expect(counts).toMatchObject({ applied: 0, onAccount: 0 });
  const [first] = live;
  if (first === undefined) throw new Error("two payers were learned");
  expect(await perform(desk, revokeAlias, first)).toMatchObject({
    refusal: { code: "payer_is_revoked" },
  });
});

test("an invoice that came later is found when matching is run again", async () => {
  const desk = await emptyBook(database);
  await takenLines(desk, [
    entryOf({ counterName: A, amount: "1234.56", remark: "货款 INV-2026-0101" }),
  ]);
  expect(await firstLine(desk)).toMatchObject({ state: "open" });
  await taken(desk, "invoices", INVOICES);
  const run = accepted(await perform(desk, runMatch, null));
  expect(run).toMatchObject({ applied: { count: 1, sums: [cny("1234.56")] } });
  expect(await firstLine(desk)).toMatchObject({ state: "booked", receiptState: "identified" });
  const { "INV-2026-0101": _, ...rest } = OPEN;
  expect(await openOn(desk, "2026-03-31")).toEqual(rest);
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("of two people who accept one line at once one wins, the other is told", async () => {
  const desk = await book();
  await takenLines(desk, [entryOf({ counterName: A, amount: "770.00", remark: "货款" })]);
  const { id, state } = await firstLine(desk);
  expect(state).toBe("open");
  const other = testDesk(database, desk.creditorId, { today: "2026-03-31" });
  const given = { line: id, rank: 1, learn: true, seen: null };
  const both = await Promise.all([
    perform(desk, acceptProposal, given),
    perform(other, acceptProposal, given),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "line_not_open" } });
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("a proposal that the book has overtaken is refused with what changed", async () => {
  const desk = await book();
  const pays = { counterName: A, amount: "770.00", remark: "货款 INV-2026-0102" };
  await takenLines(desk, [entryOf(pays), entryOf({ ...pays, bookedOn: "2026-03-11" })]);
  const [first, second] = await linesOf(desk);
  if (first === undefined || second === undefined) throw new Error("two lines");
  const given = { rank: 1, learn: false, seen: null };
  const items = await proposedItems(desk, second.id);
  accepted(await perform(desk, acceptProposal, { ...given, line: first.id }));
  const refused = await perform(desk, acceptProposal, { ...given, line: second.id });
  expect(items).toHaveLength(1);
  expect(refused).toMatchObject({
    refusal: { code: "proposal_outdated", items: ["INV-2026-0102"] },
  });
});

test("a proposal is accepted once", async () => {
  const desk = await book();
  const line = entryOf({ counterName: A, amount: "770.00", remark: "货款" });
  await takenLines(desk, [line]);
  const { id, state } = await firstLine(desk);
  expect(state).toBe("open");
  const given = { line: id, rank: 1, learn: true, seen: null };
  const done = await perform(desk, acceptProposal, given);
  expect(done).toMatchObject({ ok: true });
  expect(await perform(desk, acceptProposal, given)).toMatchObject({
    refusal: { code: "line_not_open" },
  });
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("a deduction becomes a dispute of the claim it was taken from", async () => {
  const desk = await book();
  await takenLines(desk, [entryOf({ counterName: "赵六", amount: "700.00" })]);
  const deduction = { kind: "deduction" as const, amount: cny("77.70"), reason: null, item: null };
  const rest = { kind: "dispute" as const, reason: "quality" as const, note: "扣质量款" };
  accepted(await apply(desk, [["INV-2026-0102", "777.70"]], { shortfall: deduction, rest }));
  expect(await openOn(desk, "2026-03-31")).toMatchObject({ "INV-2026-0102": 7770n });
  const disputes = await database.reading((tx) =>
    rows<{ amount: bigint }>(
      tx,
      sql`select amount from dispute where creditor_id = ${desk.creditorId}`,
    ),
  );
  expect(disputes).toEqual([{ amount: 7770n }]);
});

test("a line left out takes its money out of the book, and brings it back when reopened", async () => {
  const desk = await book();
  await takenLines(desk, [byBoss]);
  const before = await ledgerOf(desk);
  const { id } = await firstLine(desk);
  const left = { id, reason: "内部转账", duplicateOf: null };
  accepted(await perform(desk, ignoreLine, left));
  expect((await ledgerOf(desk))["cash CNY"]).toBeUndefined();
  expect(await perform(desk, ignoreLine, left)).toMatchObject({
    refusal: { code: "line_not_open" },
  });
  accepted(await perform(desk, reopenLine, { id, reason: "是客户付款" }));
  expect(await ledgerOf(desk)).toEqual(before);
  expect(await firstLine(desk)).toMatchObject({ state: "open", byHand: true });
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("more than came, more than is open, or another customer's claim is refused whole", async () => {
  const desk = await book();
  await takenLines(desk, [byBoss]);
  const before = await ledgerOf(desk);
  expect(await apply(desk, [["INV-2026-0101", "1234.57"]])).toMatchObject({
    refusal: { code: "settlement_exceeds_item" },
  });
  expect(await apply(desk, [...THREE.slice(0, 2), ["INV-2026-0103", "300.00"]])).toMatchObject({
    refusal: { code: "settlement_exceeds_receipt" },
  });
  expect(await apply(desk, [["INV-2026-0201", "70.00"]])).toMatchObject({
    refusal: { code: "item_of_other_customer" },
  });
  expect(await ledgerOf(desk)).toEqual(before);
});

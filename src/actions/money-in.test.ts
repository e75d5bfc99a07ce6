/** Money in as a whole: whatever statements come and whatever people do, the ledger is right. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  entryOf,
  ledgerFaults,
  ledgerOf,
  linesOf,
  type StoredLine,
  takenLines,
} from "../../test/kit/money-in.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { currency, money } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { applyCash } from "./apply-cash.ts";
import { ignoreLine } from "./ignore-line.ts";
import { type Desk, perform } from "./perform.ts";
import { reopenLine } from "./reopen-line.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const NAMES = ["上海甲精密机械有限公司", "苏州乙电子科技有限公司"] as const;
const AMOUNTS = ["100.00", "200.00", "300.00", "300.00", "450.50"] as const;
const INVOICES = NAMES.flatMap((name, customer) =>
  AMOUNTS.map((amount, at) => {
    const number = `INV-2026-0${customer + 1}0${at + 1}`;
    return `C${customer + 1},${name},${number},2026-01-0${at + 1},2026-02-0${at + 1},${amount}`;
  }),
);
const TABLE = `客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n${INVOICES.join("\n")}`;
const CNY = currency("CNY");

const someEntry = fc
  .record({
    amount: fc.constantFrom("100.00", "300.00", "500.00", "449.50", "-20.00", "33.00"),
    payer: fc.constantFrom(...NAMES, "赵六"),
    remark: fc.constantFrom(
      "货款",
      "INV-2026-0101",
      "付 INV-2026-0103 INV-2026-0104",
      "利息",
      null,
    ),
    day: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ amount, payer, remark, day }) =>
    entryOf({ amount, counterName: payer, remark, bookedOn: `2026-03-0${day}` }),
  );

const someVerb = fc.record({
  verb: fc.constantFrom("accept", "apply", "undo", "ignore", "reopen", "match", "import"),
  at: fc.nat(20),
  rank: fc.integer({ min: 1, max: 3 }),
  parts: fc.array(fc.tuple(fc.nat(9), fc.bigInt({ min: 1n, max: 40_000n })), { maxLength: 3 }),
});
type Verb = typeof someVerb extends fc.Arbitrary<infer One> ? One : never;

async function itemsOf(desk: Desk) {
  return desk.database.reading((tx) =>
    rows<{ id: ItemId; customer: CustomerId }>(
      tx,
      sql`select id, customer_id as customer from item
          where creditor_id = ${desk.creditorId} and amount > 0 order by number`,
    ),
  );
}

async function apply(desk: Desk, { receipt }: StoredLine, { at, parts }: Verb): Promise<void> {
  if (receipt === null) return;
  const items = await itemsOf(desk);
  const allocations = parts.map(([place, minor]) => ({
    ...{ item: (items[place % items.length] as (typeof items)[number]).id, paid: null },
    amount: money(minor, CNY),
  }));
  const customer = await customerOf(desk, at % 2 === 0 ? "C1" : "C2");
  const rest = { kind: "open" as const };
  const how = { credits: [], shortfall: null, rest, learn: at % 3 === 0, proposal: null };
  await perform(desk, applyCash, { receipt, customer, allocations, ...how });
}

async function act(desk: Desk, verb: Verb): Promise<void> {
  const lines = await linesOf(desk);
  const line = lines[verb.at % Math.max(lines.length, 1)];
  if (verb.verb === "match") await perform(desk, runMatch, null);
  if (line === undefined) return;
  const { id, application } = line;
  const reason = "试";
  if (verb.verb === "accept") {
    await perform(desk, acceptProposal, { line: id, rank: verb.rank, learn: true, seen: null });
  }
  if (verb.verb === "apply") await apply(desk, line, verb);
  if (verb.verb === "undo" && application !== null) {
    await perform(desk, undoApplication, { id: application, reason });
  }
  if (verb.verb === "ignore") await perform(desk, ignoreLine, { id, reason, duplicateOf: null });
  if (verb.verb === "reopen") await perform(desk, reopenLine, { id, reason });
}

/** Cash is what the lines brought that were not left out; money out has verbs of its own. */
async function expectCash(desk: Desk): Promise<void> {
  const kept = await linesOf(desk);
  const byId = new Map(kept.map((line) => [line.id, line]));
  const sum = [...byId.values()]
    .filter(({ state, minor }) => state !== "ignored" && minor > 0n)
    .reduce((all, { minor }) => all + minor, 0n);
  expect((await ledgerOf(desk))["cash CNY"] ?? 0n).toBe(sum);
}

const many = fc.array(someEntry, { minLength: 1, maxLength: 6 });

test("whatever comes and whatever is done, no cent appears or vanishes", async () => {
  const property = fc.asyncProperty(
    many,
    many,
    fc.array(someVerb, { minLength: 4, maxLength: 10 }),
    async (first, second, verbs) => {
      const desk = await emptyBook(database);
      await taken(desk, "invoices", TABLE);
      await takenLines(desk, first);
      for (const verb of verbs) {
        if (verb.verb === "import") await takenLines(desk, [...first.slice(0, 2), ...second]);
        await act(desk, verb);
        expect(await ledgerFaults(desk)).toEqual([]);
      }
      await expectCash(desk);
      const before = await ledgerOf(desk);
      await takenLines(desk, first.toReversed(), { fileName: "again.csv" });
      expect(await ledgerOf(desk)).toEqual(before);
    },
  );
  await fc.assert(property, { numRuns: 30 });
}, 120_000);

test("undoing everything leaves the invoices as they were and all money unidentified", async () => {
  const property = fc.asyncProperty(many, async (entries) => {
    const desk = await emptyBook(database);
    await taken(desk, "invoices", TABLE);
    const before = await ledgerOf(desk);
    await takenLines(desk, entries);
    for (const { application: id } of await linesOf(desk)) {
      if (id === null) continue;
      expect(await perform(desk, undoApplication, { id, reason: "全部撤销" })).toMatchObject({
        ok: true,
      });
    }
    const {
      "cash CNY": cash = 0n,
      "unidentified CNY": unknown = 0n,
      ...rest
    } = await ledgerOf(desk);
    expect(rest).toEqual(before);
    expect(cash + unknown).toBe(0n);
    expect(await ledgerFaults(desk)).toEqual([]);
  });
  await fc.assert(property, { numRuns: 20 });
}, 120_000);

test("what was refused leaves nothing behind", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", TABLE);
  await takenLines(desk, [entryOf({ counterName: "赵六", amount: "33.00" })]);
  const before = [await linesOf(desk), await ledgerOf(desk)];
  const { permissions: _, ...actor } = desk.actor;
  const nobody = { ...desk, actor: { ...actor, permissions: new Set<never>() } };
  const [line] = await linesOf(desk);
  const id = line?.id as StoredLine["id"];
  expect(await perform(nobody, runMatch, null)).toMatchObject({
    refusal: { code: "not_permitted", permission: "cash:apply" },
  });
  const given = { line: id, rank: 3, learn: true, seen: null };
  expect(await perform(desk, acceptProposal, given)).toMatchObject({ ok: false });
  expect([await linesOf(desk), await ledgerOf(desk)]).toEqual(before);
});

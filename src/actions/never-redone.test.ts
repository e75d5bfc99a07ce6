/** What a person took back stays taken back, and payers of several customers decide nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { operator } from "../../test/kit/desk.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  customerOf,
  type EntryDifferent,
  entryOf,
  itemOf,
  ledgerFaults,
  linesOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import type { ApplicationId, PayerAliasId, ReceiptId } from "../domain/values/ids.ts";
import { moneyOf } from "../domain/values/money.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import { applyCash } from "./apply-cash.ts";
import { claimReceipt } from "./claim-receipt.ts";
import { decideReceiptClaim } from "./decide-receipt-claim.ts";
import { accepted, type Desk, perform } from "./perform.ts";
import { revokeAlias } from "./revoke-alias.ts";
import { runMatch } from "./run-match.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const A = "上海甲精密机械有限公司";
const B = "苏州乙电子科技有限公司";
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  `C1,${A},INV-2026-0101,2026-01-05,2026-02-05,1000.00\n` +
  `C1,${A},INV-2026-0102,2026-01-06,2026-02-06,777.70\n` +
  `C2,${B},INV-2026-0201,2026-01-07,2026-02-07,1234.56\n` +
  `C2,${B},INV-2026-0202,2026-01-07,2026-02-07,91.37`;

async function book(entries: readonly EntryDifferent[]): Promise<Desk> {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  await takenLines(
    desk,
    entries.map((entry) => entryOf(entry)),
  );
  return desk;
}

const lineAt = async (desk: Desk, at = 0) => {
  const line = (await linesOf(desk)).at(at);
  if (!line?.receipt) throw new Error("a line with money");
  return { ...line, receipt: line.receipt };
};

type Wish = readonly [customer: string, number: string, amount: string];

async function apply(
  desk: Desk,
  receipt: ReceiptId,
  [number, item, amount]: Wish,
  learn: boolean,
): Promise<ApplicationId> {
  const allocation = { item: await itemOf(desk, item), amount: moneyOf(amount, "CNY"), paid: null };
  const customer = await customerOf(desk, number);
  const plain = { credits: [], shortfall: null, rest: { kind: "open" as const }, proposal: null };
  const wish = { receipt, customer, allocations: [allocation], ...plain, learn };
  return accepted(await perform(desk, applyCash, wish)).application;
}

const take = (desk: Desk, entry: EntryDifferent) => takenLines(desk, [entryOf(entry)]);

describe("what a person took back", () => {
  test("is not used up as credit by the next payment", async () => {
    const desk = await book([{ counterName: "赵六", amount: "500.00" }]);
    const { receipt } = await lineAt(desk);
    const customerId = await customerOf(desk, "C1");
    const sales = { ...desk, actor: { ...operator, name: "销售" } };
    const claim = { receipt, customerId, reason: "客户来电确认" };
    const { id } = accepted(await perform(sales, claimReceipt, claim));
    accepted(await perform(desk, decideReceiptClaim, { id, approve: true, reason: null }));
    const made = await apply(desk, receipt, ["C1", "INV-2026-0101", "500.00"], false);
    accepted(await perform(desk, undoApplication, { id: made, reason: "是保证金" }));
    const pays = { counterName: A, amount: "277.70", bookedOn: "2026-03-20" };
    await take(desk, { ...pays, remark: "INV-2026-0102" });
    accepted(await perform(desk, runMatch, null));
    const open = await openOn(desk, "2026-03-31");
    expect(open["BR-20260310-1"]).toBe(-50000n);
    expect(await lineAt(desk)).toMatchObject({ state: "open", byHand: true });
  });

  test("stays as it is when the file comes again and matching runs again", async () => {
    const entry = { counterName: A, amount: "777.70", remark: "货款 INV-2026-0102" };
    const desk = await book([entry]);
    const { application: id } = await lineAt(desk);
    if (id === null) throw new Error("settled by itself");
    accepted(await perform(desk, undoApplication, { id, reason: "不是这张" }));
    expect(await take(desk, entry)).toMatchObject({ counts: { known: 1, taken: 0 } });
    accepted(await perform(desk, runMatch, null));
    expect(await lineAt(desk)).toMatchObject({ state: "open", application: null });
  });
});

describe("a payer", () => {
  test("of two customers decides nothing, with or without one of them forgotten", async () => {
    const boss = { counterName: "赵六", counterAccount: "6228480001" };
    const desk = await book([{ ...boss, amount: "777.70" }]);
    await apply(desk, (await lineAt(desk)).receipt, ["C1", "INV-2026-0102", "777.70"], true);
    await take(desk, { ...boss, amount: "91.37", bookedOn: "2026-03-11" });
    const second = await lineAt(desk, -1);
    expect(second.state).toBe("open");
    await apply(desk, second.receipt, ["C2", "INV-2026-0202", "91.37"], true);
    await take(desk, { ...boss, amount: "1500.00", bookedOn: "2026-03-12" });
    expect(await lineAt(desk, -1)).toMatchObject({ state: "open" });
    const whose = await customerOf(desk, "C1");
    const aliases = await database.reading((tx) =>
      rows<{ id: PayerAliasId }>(
        tx,
        sql`select id from payer_alias where creditor_id = ${desk.creditorId}
            and customer_id = ${whose}`,
      ),
    );
    expect(aliases.length).toBe(2);
    for (const { id } of aliases) accepted(await perform(desk, revokeAlias, { id }));
    accepted(await perform(desk, runMatch, null));
    expect(await lineAt(desk, -1)).toMatchObject({ receiptState: "unidentified" });
    expect(await ledgerFaults(desk)).toEqual([]);
  });

  test("that is another customer by its own name is never taken for somebody else", async () => {
    const own = { counterName: B, amount: "1000.00" };
    const desk = await book([own]);
    const { receipt, state } = await lineAt(desk);
    if (state !== "open") throw new Error("B does not owe that");
    await apply(desk, receipt, ["C1", "INV-2026-0101", "1000.00"], true);
    await take(desk, { counterName: B, amount: "777.70", bookedOn: "2026-03-12" });
    const line = await lineAt(desk, -1);
    expect(line).toMatchObject({ state: "open", receiptState: "unidentified" });
    await take(desk, {
      ...own,
      amount: "1234.56",
      bookedOn: "2026-03-13",
      remark: "INV-2026-0201",
    });
    const { "INV-2026-0102": left } = await openOn(desk, "2026-03-31");
    expect(left).toBe(77770n);
  });
});

test("a line of money out that somebody books meanwhile is not left out by matching", async () => {
  const desk = await book([{ counterName: null, amount: "-5.00", remark: "手续费" }]);
  const [line] = await linesOf(desk);
  if (line?.state !== "ignored") throw new Error("a charge is left out by itself");
  const second = await openDatabase(database.connection);
  const of = sql`creditor_id = ${desk.creditorId} and id = ${line.id}`;
  await run(
    second.db,
    sql`update bank_line set state = 'open', what = null, by_hand = false where ${of}`,
  );
  const waits = () =>
    database.reading((tx) =>
      rows(tx, sql`select pid from pg_locks where not granted and pid <> pg_backend_pid()`),
    );
  const { matching } = await second.transaction(async (tx) => {
    await run(
      tx,
      sql`update bank_line set state = 'booked', what = 'refund', decided_by = '第二人' where ${of}`,
    );
    const running = perform(desk, runMatch, null);
    for (let asked = 0; asked < 500 && (await waits()).length === 0; asked += 1);
    return { matching: running };
  });
  accepted(await matching);
  expect((await linesOf(desk))[0]).toMatchObject({ state: "booked", what: "refund" });
  await second.close();
});

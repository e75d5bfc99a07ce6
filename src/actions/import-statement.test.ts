/** Bank statements into the book: once ever, settled where certain, nothing where refused. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, openOn, taken } from "../../test/kit/imports.ts";
import {
  entryOf,
  fileOf,
  importBankFile,
  ledgerFaults,
  ledgerOf,
  linesOf,
  statementOf,
  takenLines,
} from "../../test/kit/money-in.ts";
import { moneyOf } from "../domain/values/money.ts";
import type { Database } from "../store/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  "C1,上海甲精密机械有限公司,INV-2026-0101,2026-01-05,2026-02-05,1234.56\n" +
  "C1,上海甲精密机械有限公司,INV-2026-0102,2026-01-06,2026-02-06,777.70\n" +
  "C2,苏州乙电子科技有限公司,INV-2026-0201,2026-01-07,2026-02-07,70";
const paying = { counterName: "上海甲精密机械有限公司", counterAccount: "310000001" };
const certain = entryOf({ ...paying, amount: "1234.56", remark: "货款 INV-2026-0101" });
const stranger = entryOf({ counterName: "王五", amount: "33.33", remark: "往来款" });

async function book() {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  return desk;
}

test("what is certain is settled, the rest waits as unidentified money", async () => {
  const desk = await book();
  const { counts, sums } = await takenLines(desk, [certain, stranger]);
  expect(counts).toMatchObject({ read: 2, known: 0, taken: 2, applied: 1, unmatched: 1 });
  expect(sums.applied).toEqual([moneyOf("1234.56", "CNY")]);
  expect(await openOn(desk, "2026-03-31")).toEqual({
    "INV-2026-0102": 77770n,
    "INV-2026-0201": 7000n,
  });
  expect(await ledgerOf(desk)).toMatchObject({ "cash CNY": 126789n, "unidentified CNY": -3333n });
  expect(await linesOf(desk)).toMatchObject([
    { state: "booked", what: "receipt", receiptState: "identified" },
    { state: "open", what: null, receiptState: "unidentified", application: null },
  ]);
  expect(await ledgerFaults(desk)).toEqual([]);
});

test("the same lines again change nothing, in whatever file and order they come", async () => {
  const desk = await book();
  await takenLines(desk, [certain, stranger]);
  const [before, ledger] = [await linesOf(desk), await ledgerOf(desk)];
  const again = await takenLines(desk, [stranger, certain], { fileName: "other.csv" });
  expect(again).toMatchObject({ importId: null, counts: { read: 2, known: 2, taken: 0 } });
  expect(await linesOf(desk)).toEqual(before);
  expect(await ledgerOf(desk)).toEqual(ledger);
});

test("of two exports that overlap only what is new is taken", async () => {
  const desk = await book();
  await takenLines(desk, [certain, stranger]);
  const later = entryOf({ ...paying, amount: "5.00", bookedOn: "2026-03-12" });
  const { counts } = await takenLines(desk, [later, stranger]);
  expect(counts).toMatchObject({ read: 2, known: 1, taken: 1 });
  expect(await ledgerOf(desk)).toMatchObject({ "cash CNY": 127289n });
});

test("two equal entries of one day are two payments", async () => {
  const desk = await book();
  const { counts } = await takenLines(desk, [stranger, stranger]);
  expect(counts).toMatchObject({ taken: 2 });
  expect(await ledgerOf(desk)).toMatchObject({ "cash CNY": 6666n });
  expect((await takenLines(desk, [stranger, stranger, stranger])).counts).toMatchObject({
    known: 2,
    taken: 1,
  });
});

test("balances that differ are refused with the figures, unless somebody insists", async () => {
  const desk = await book();
  const wrong = fileOf(statementOf([stranger], { closing: moneyOf("40.00", "CNY") }));
  const difference = moneyOf("6.67", "CNY");
  expect(await importBankFile(desk, wrong)).toMatchObject({
    refusal: { code: "statement_does_not_add_up", statements: [{ difference }] },
  });
  expect(await linesOf(desk)).toEqual([]);
  expect(await importBankFile(desk, wrong, { insist: "  " })).toMatchObject({
    refusal: { code: "reason_missing" },
  });
  const insisted = await importBankFile(desk, wrong, { insist: "银行漏印一行，已电话确认" });
  expect(insisted).toMatchObject({ value: { counts: { taken: 1 } } });
});

test("a line of a day to come keeps the file out, with its place", async () => {
  const desk = await book();
  const future = entryOf({ bookedOn: "2026-04-01" });
  expect(await importBankFile(desk, fileOf(statementOf([stranger, future])))).toMatchObject({
    refusal: { code: "statement_line_in_future", line: 3, day: "2026-04-01", today: "2026-03-31" },
  });
  expect(await linesOf(desk)).toEqual([]);
});

test("money out makes no receipt", async () => {
  const desk = await book();
  await takenLines(desk, [entryOf({ amount: "-12.00", counterName: "电信", remark: "话费" })]);
  expect(await linesOf(desk)).toMatchObject([{ receipt: null }]);
  expect((await ledgerOf(desk))["cash CNY"]).toBeUndefined();
});

test("progress is told by phase up to the end", async () => {
  const desk = await book();
  const told: string[] = [];
  const onProgress = (phase: string, done: number, total: number) =>
    told.push(`${phase} ${done === total ? "done" : "…"}`);
  await takenLines(desk, [certain], { onProgress });
  expect(told).toEqual(["reading …", "matching done", "storing …", "storing done"]);
});

/** Invoices into the book: once, whole, and tied to the ledger on every day. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { bookSize, emptyBook, importText, openOn, taken } from "../../test/kit/imports.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { Database } from "../store/database.ts";
import { rows, run, sql } from "../store/sql.ts";
import type { Desk } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const HEADINGS = "客户编号,客户名称,发票号码,开票日期,到期日,价税合计,已收金额,结清日期";
const file = (...lines: string[]) => [HEADINGS, ...lines].join("\n");
const A = "C1,甲,A,2026-01-05,2026-02-05,100.00,,";
const B = "C2,乙,B,2026-01-10,2026-02-10,200.00,50.00,2026-02-20";
const C = "C2,乙,C,2026-01-12,2026-02-12,300.00,,2026-03-01";
const MEMO = "C1,甲,M,2026-02-01,,-30.00,,";

const wakeDays = (desk: Desk) =>
  database.reading((tx) =>
    rows<{ number: string; wake: string | null }>(
      tx,
      sql`select number, wake_on::text as wake from customer
          where creditor_id = ${desk.creditorId} order by number`,
    ),
  );

test("items, receipts and allocations: what is open on each day", async () => {
  const desk = await emptyBook(database);
  const { counts, sums, customersCreated } = await taken(desk, "invoices", file(A, B, C, MEMO));
  expect(counts).toMatchObject({ rows: 4, created: 4, refused: 0, customersCreated: 2 });
  expect(sums).toEqual([{ amount: "570.00", currency: "CNY" }]);
  expect(customersCreated).toEqual([
    { number: "C1", name: "甲" },
    { number: "C2", name: "乙" },
  ]);
  expect(await openOn(desk, "2026-01-31")).toEqual({ A: 10000n, B: 20000n, C: 30000n });
  expect(await openOn(desk, "2026-02-28")).toEqual({ A: 10000n, B: 15000n, C: 30000n, M: -3000n });
  expect(await openOn(desk, "2026-03-31")).toEqual({ A: 10000n, B: 15000n, M: -3000n });
  expect(await wakeDays(desk)).toEqual([
    { number: "C1", wake: "-infinity" },
    { number: "C2", wake: "-infinity" },
  ]);
});

test("the same file twice changes nothing, on a later day too", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", file(A, B, C, MEMO));
  const before = await bookSize(desk);
  const later = { ...desk, today: plainDate("2026-04-30") };
  const { counts, stored } = await taken(later, "invoices", file(A, B, C, MEMO));
  expect(counts).toMatchObject({ created: 0, unchanged: 4, changed: 0, closed: 0 });
  expect(stored).toBeNull();
  expect(await bookSize(desk)).toEqual(before);
});

describe("refused rows", () => {
  const bad = "C3,丙,X,2026-02-30,2026-03-05,1.00,,";

  test("keep the whole file out", async () => {
    const desk = await emptyBook(database);
    const done = await importText(desk, "invoices", file(A, bad));
    expect(done).toMatchObject({
      ok: false,
      refusal: {
        code: "import_has_problems",
        report: { counts: { good: 1, refused: 1 }, storable: false, stored: null },
      },
    });
    expect(await bookSize(desk)).toMatchObject({ customer: 0n, item: 0n, import: 0n });
  });

  test("alone are left out when the good rows are wanted", async () => {
    const desk = await emptyBook(database);
    const { counts, problems } = await taken(desk, "invoices", file(A, bad), { partial: true });
    expect(counts).toMatchObject({ created: 1, refused: 1 });
    expect(problems).toMatchObject([{ line: 3, column: "D", code: "day_does_not_exist" }]);
    expect(await openOn(desk, "2026-03-31")).toEqual({ A: 10000n });
  });

  test("a changed row is refused with both values, at its column", async () => {
    const desk = await emptyBook(database);
    await taken(desk, "invoices", file(A));
    const done = await importText(desk, "invoices", file(A.replace("100.00", "120.00")));
    expect(done).toMatchObject({
      refusal: {
        report: {
          problems: [
            { column: "F", heading: "价税合计", field: "amount", book: "100.00", file: "120.00" },
          ],
        },
      },
    });
  });

  test("one number with different contents is not taken at all", async () => {
    const desk = await emptyBook(database);
    const twice = [A, A.replace("100.00", "90.00"), B];
    await taken(desk, "invoices", file(...twice), { partial: true });
    expect(Object.keys(await openOn(desk, "2026-03-31"))).toEqual(["B"]);
  });
});

test("a contract in the book gives the due day and is linked", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "customers", "编号,名称\nC1,甲");
  await taken(desk, "contracts", "合同号,客户编号,账期\nHT1,C1,60");
  await taken(
    desk,
    "invoices",
    "客户编号,发票号码,开票日期,合同号,价税合计\nC1,A,2026-01-05,HT1,5",
  );
  const [item] = await database.reading((tx) =>
    rows(
      tx,
      sql`select due_on::text as due, contract_id is not null as linked from item
                 where creditor_id = ${desk.creditorId}`,
    ),
  );
  expect(item).toEqual({ due: "2026-03-06", linked: true });
});

describe("a snapshot", () => {
  const day = plainDate("2026-03-15");

  test("posts differences, closes what is missing, creates what is new; twice changes nothing", async () => {
    const desk = await emptyBook(database);
    await taken(desk, "invoices", file(A, B, C, MEMO));
    const list = file(
      "C1,甲,A,2026-01-05,2026-02-09,80.00,,",
      "C3,丙,D,2026-03-02,2026-04-02,9.00,,",
    );
    const { counts, differences, notes } = await taken(desk, "invoices", list, { snapshotOn: day });
    expect(counts).toMatchObject({ created: 1, changed: 1, closed: 2, unchanged: 0 });
    expect(
      differences.map(({ kind, number, before, after }) => [
        kind,
        number,
        before.amount,
        after.amount,
      ]),
    ).toEqual([
      ["changed", "A", "100.00", "80.00"],
      ["closed", "B", "150.00", "0.00"],
      ["closed", "M", "-30.00", "0.00"],
    ]);
    expect(notes.at(-1)).toMatchObject({
      code: "due_day_changed",
      book: "2026-02-05",
      file: "2026-02-09",
    });
    expect(await openOn(desk, "2026-03-31")).toEqual({ A: 8000n, D: 900n });
    expect(await openOn(desk, "2026-03-14")).toEqual({ A: 10000n, B: 15000n, D: 900n, M: -3000n });
    const before = await bookSize(desk);
    const again = await taken(desk, "invoices", list, { snapshotOn: day });
    expect(again.counts).toMatchObject({ created: 0, changed: 0, closed: 0, unchanged: 2 });
    expect(await bookSize(desk)).toEqual(before);
  });

  test("does not close what stands in a refused row", async () => {
    const desk = await emptyBook(database);
    await taken(desk, "invoices", file(A, B));
    const list = file(
      "C1,甲,A,2026-01-05,2026-02-05,8O.00,,",
      "C9,戊,N,2026-03-02,2026-04-02,9.00,,",
    );
    const { counts } = await taken(desk, "invoices", list, { snapshotOn: day, partial: true });
    expect(counts).toMatchObject({ refused: 1, closed: 1, created: 1 });
    expect(await openOn(desk, "2026-03-31")).toEqual({ A: 10000n, N: 900n });
  });

  test("records its kind of posting and why", async () => {
    const desk = await emptyBook(database);
    await taken(desk, "invoices", file(A, B));
    await taken(desk, "invoices", file("C1,甲,A,2026-01-05,2026-02-05,110.00,,"), {
      snapshotOn: day,
    });
    const posted = await database.reading((tx) =>
      rows<{ account: string; amount: bigint; code: string }>(
        tx,
        sql`select p.account, p.amount, e.because -> 0 ->> 'code' as code
            from entry e join posting p on p.creditor_id = e.creditor_id and p.entry_id = e.id
            where e.creditor_id = ${desk.creditorId} and e.kind = 'snapshot' and p.line = 2
            order by p.account`,
      ),
    );
    expect(posted).toEqual([
      { account: "difference", amount: -1000n, code: "snapshot_differs" },
      { account: "settled_in_erp", amount: 15000n, code: "settled_in_erp_day_unknown" },
    ]);
  });

  test("of tomorrow, or from before the last one, is refused", async () => {
    const desk = await emptyBook(database);
    const list = file(A);
    await taken(desk, "invoices", list, { snapshotOn: day });
    const at = async (text: string) => {
      const done = await importText(desk, "invoices", list, { snapshotOn: plainDate(text) });
      return done.ok ? "taken" : done.refusal.code;
    };
    expect(await at("2026-04-01")).toBe("snapshot_in_future");
    expect(await at("2026-03-14")).toBe("snapshot_before_last");
    expect(await at("2026-03-15")).toBe("taken");
  });

  test("wakes only whom it touches", async () => {
    const desk = await emptyBook(database);
    await taken(desk, "invoices", file(A, B));
    await database.transaction((tx) =>
      run(tx, sql`update customer set wake_on = null where creditor_id = ${desk.creditorId}`),
    );
    await taken(desk, "invoices", file(A), { snapshotOn: day });
    expect(await wakeDays(desk)).toEqual([
      { number: "C1", wake: null },
      { number: "C2", wake: "-infinity" },
    ]);
  });
});

test("other numbers of an invoice are kept, and added to one that the book has", async () => {
  const desk = await emptyBook(database);
  const named = "客户编号,客户名称,发票号码,单据编号,采购订单号,开票日期,到期日,价税合计";
  const line = (numbers: string) => `C1,甲,${numbers},2026-01-05,2026-02-05,100.00`;
  await taken(desk, "invoices", [named, line("A,AR-1,PO-1"), line("B,,")].join("\n"));
  await taken(
    desk,
    "invoices",
    [named, line("A,AR-9,"), line("B,AR-2,PO-2"), line("C,,")].join("\n"),
  );
  const found = await database.reading((tx) =>
    rows(
      tx,
      sql`select number, tax_number as tax, order_number as ordered, reference from item
          where creditor_id = ${desk.creditorId} order by number`,
    ),
  );
  expect(found).toEqual([
    { number: "A", tax: "AR-1", ordered: "PO-1", reference: "PO-1" },
    { number: "B", tax: "AR-2", ordered: "PO-2", reference: null },
    { number: "C", tax: null, ordered: null, reference: null },
  ]);
});

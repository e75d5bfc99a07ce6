/** Receipts into the book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { bookSize, emptyBook, importText, openOn, taken } from "../../test/kit/imports.ts";
import type { ApplicationId } from "../domain/values/ids.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { perform } from "./perform.ts";
import { undoApplication } from "./undo-application.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  "C1,甲,A,2026-01-05,2026-02-05,100\nC1,甲,B,2026-01-06,2026-02-06,50\nC2,乙,X,2026-01-07,2026-02-07,70";
const HEADINGS = "收款单号,收款日期,客户编号,收款金额,核销发票号码";
const file = (...lines: string[]) => [HEADINGS, ...lines].join("\n");

test("what they name is settled in its order, the rest is unapplied; twice changes nothing", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  const text = file("R1,2026-03-01,C1,120,A;B", "R2,2026-03-02,C1,50,B", "R3,2026-03-03,C2,10,");
  const { counts, notes } = await taken(desk, "receipts", text);
  expect(counts).toMatchObject({ created: 3 });
  expect(notes).toMatchObject([
    { code: "currency_assumed" },
    { line: 3, code: "receipt_exceeds_invoices", rest: "20.00" },
  ]);
  expect(await openOn(desk, "2026-02-28")).toEqual({ A: 10000n, B: 5000n, X: 7000n });
  expect(await openOn(desk, "2026-03-31")).toEqual({ R2: -2000n, R3: -1000n, X: 7000n });
  const before = await bookSize(desk);
  expect((await taken(desk, "receipts", text)).counts).toMatchObject({ created: 0, unchanged: 3 });
  expect(await bookSize(desk)).toEqual(before);
});

test("what a receipt of a file settled can be undone as a whole or in part", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  await taken(desk, "receipts", file("R1,2026-03-01,C1,120,A;B"));
  const made = await desk.database.reading((tx) =>
    rows<{ id: ApplicationId }>(
      tx,
      sql`select id from application where creditor_id = ${desk.creditorId} order by id`,
    ),
  );
  expect(made).toHaveLength(2);
  for (const { id } of made) {
    expect(await perform(desk, undoApplication, { id, reason: "导错文件" })).toMatchObject({
      ok: true,
    });
  }
  expect(await openOn(desk, "2026-03-31")).toEqual({ A: 10000n, B: 5000n, R1: -12000n, X: 7000n });
});

test("an unknown customer or invoice keeps the file out", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "invoices", INVOICES);
  const done = await importText(
    desk,
    "receipts",
    file("R1,2026-03-01,C9,1,", "R2,2026-03-01,C1,1,Z"),
  );
  expect(done).toMatchObject({
    refusal: {
      report: {
        problems: [
          { line: 2, column: "C", code: "customer_unknown" },
          { line: 3, column: "E", code: "invoice_unknown" },
        ],
      },
    },
  });
  expect(await bookSize(desk)).toMatchObject({ receipt: 0n });
});

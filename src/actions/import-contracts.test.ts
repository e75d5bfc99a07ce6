/** Contracts and their papers into the book. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, importText, sample, taken } from "../../test/kit/imports.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import type { Desk } from "./perform.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const papers = (desk: Desk) =>
  database.reading((tx) =>
    rows(
      tx,
      sql`select c.number as contract, d.kind, d.number, d.dated_on::text as dated,
                   d.item_id is not null as linked
                 from contract_document d
                 join contract c on c.creditor_id = d.creditor_id and c.id = d.contract_id
                 where d.creditor_id = ${desk.creditorId} order by d.kind, d.number`,
    ),
  );

async function bookWithCustomers(): Promise<Desk> {
  const desk = await emptyBook(database);
  await taken(desk, "customers", sample("customers.csv"));
  return desk;
}

test("terms and papers; lines of one contract gather theirs; the same file changes nothing", async () => {
  const desk = await bookWithCustomers();
  const { counts } = await taken(desk, "contracts", sample("contracts.csv"));
  expect(counts).toMatchObject({ rows: 3, created: 2, duplicates: 1 });
  const [contract] = await database.reading((tx) =>
    rows(
      tx,
      sql`select number, signed_on::text as signed, terms_days, late_rate_ppb as ppb,
                   late_rate_per as per, debtor_size
                 from contract where creditor_id = ${desk.creditorId} order by number`,
    ),
  );
  expect(contract).toEqual({
    number: "HT-2025-018",
    signed: "2025-11-20",
    terms_days: 60,
    ppb: 500_000n,
    per: "day",
    debtor_size: "large",
  });
  expect(await papers(desk)).toMatchObject([
    { kind: "acceptance", number: "YS-1", dated: "2026-01-07" },
    { kind: "delivery", number: "SH-1", dated: "2026-01-05" },
    { kind: "delivery", number: "SH-2", dated: "2026-02-01" },
  ]);
  const again = await taken(desk, "contracts", sample("contracts.csv"));
  expect(again.counts).toMatchObject({ created: 0, changed: 0, unchanged: 2 });
});

test("a new paper of a known contract is taken, linked to its invoice", async () => {
  const desk = await bookWithCustomers();
  await taken(desk, "contracts", "合同号,客户编号,账期\nHT1,0101,60");
  await taken(
    desk,
    "invoices",
    "客户编号,发票号码,开票日期,合同号,价税合计\n0101,A,2026-01-05,HT1,5",
  );
  const text = "合同号,客户编号,送货单号,发票号码\nHT1,0101,SH-9,A";
  expect((await taken(desk, "contracts", text)).counts).toMatchObject({ changed: 1, unchanged: 0 });
  expect(await papers(desk)).toMatchObject([{ contract: "HT1", number: "SH-9", linked: true }]);
  expect((await taken(desk, "contracts", text)).counts).toMatchObject({ changed: 0, unchanged: 1 });
});

test("other terms are refused with both values, or taken when the file is said to be right", async () => {
  const desk = await bookWithCustomers();
  await taken(desk, "contracts", "合同号,客户编号,账期,逾期利率\nHT1,0101,60,0.05%/日");
  const text = "合同号,客户编号,账期\nHT1,0101,30";
  expect(await importText(desk, "contracts", text)).toMatchObject({
    refusal: { report: { problems: [{ field: "terms_days", book: "60", file: "30" }] } },
  });
  await taken(desk, "contracts", text, { update: true });
  const [contract] = await database.reading((tx) =>
    rows(
      tx,
      sql`select terms_days, late_rate_ppb as ppb, version from contract
                 where creditor_id = ${desk.creditorId}`,
    ),
  );
  expect(contract).toEqual({ terms_days: 30, ppb: 500_000n, version: 2 });
});

/** A file for the command line and the web: looked at, stored, or refused without a trace. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { operator } from "../../test/kit/desk.ts";
import { bookSize, emptyBook, importText, taken } from "../../test/kit/imports.ts";
import { sheetOf, utf8 } from "../../test/kit/tables.ts";
import { EMPTY_MAP } from "../domain/book/import-row.ts";
import type { CreditorId } from "../domain/values/ids.ts";
import { readRows } from "../formats/tables/read-rows.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";
import { importFile } from "./import-file.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const TEXT =
  "客户编号,发票号码,开票日期,到期日,价税合计\nC1,A,2026-01-05,2026-02-05,100\nC1,B,x,2026-02-05,1";
const request = { kind: "invoices", bytes: utf8(TEXT), fileName: "应收.csv" } as const;

test("a preview judges everything and stores nothing, problems included", async () => {
  const desk = await emptyBook(database);
  const seen = await importFile(desk, readRows, request, { preview: true });
  expect(seen).toMatchObject({
    ok: true,
    value: {
      fileName: "应收.csv",
      counts: { rows: 2, good: 1, refused: 1, created: 1, customersCreated: 1 },
      storable: false,
      stored: null,
    },
  });
  expect(await bookSize(desk)).toMatchObject({ customer: 0n, item: 0n, entry: 0n, import: 0n });
});

test("what is stored is recorded: which file, how much, by whom", async () => {
  const desk = await emptyBook(database);
  const told: [number, number][] = [];
  const done = await importFile(
    desk,
    readRows,
    { ...request, partial: true },
    {
      onStored: (count, total) => told.push([count, total]),
    },
  );
  expect(done.ok && done.value.stored).toMatch(/^[0-9a-f-]{36}$/);
  expect(told).toEqual([[1, 1]]);
  const [record] = await database.reading((tx) =>
    rows(
      tx,
      sql`select kind, file_name, stored, imported_by, length(sha256) as bytes from import
                 where creditor_id = ${desk.creditorId}`,
    ),
  );
  expect(record).toEqual({
    kind: "invoices",
    file_name: "应收.csv",
    stored: 1,
    imported_by: "operator",
    bytes: 32,
  });
});

test("a workbook, a map and the company's own currency", async () => {
  const desk = await emptyBook(database);
  const bytes = await sheetOf([
    ["Kunde", "Nr", "Datum", "Faellig", "Betrag"],
    ["C1", "A", "13/01/2026", "13/02/2026", 79656.6],
  ]);
  const map = {
    ...EMPTY_MAP,
    columns: {
      customer_number: "Kunde",
      number: "Nr",
      issued_on: "Datum",
      due_on: "Faellig",
      amount: "Betrag",
    },
  };
  const done = await importFile(desk, readRows, { ...request, bytes, map });
  expect(done.ok && done.value.sums).toEqual([{ amount: "79656.60", currency: "CNY" }]);
});

test("refusals of the file, of the person, of the creditor", async () => {
  const desk = await emptyBook(database);
  const code = async (of: Promise<Awaited<ReturnType<typeof importText>>>) => {
    const done = await of;
    return done.ok ? "taken" : done.refusal.code;
  };
  const nobody = { ...desk, actor: { ...operator, permissions: new Set<never>() } };
  const nowhere = { ...desk, creditorId: "00000000-0000-7000-8000-000000000000" as CreditorId };
  expect(await code(importText(desk, "invoices", "a,b\n1,2"))).toBe("header_not_found");
  expect(await code(importText(nobody, "invoices", TEXT))).toBe("not_permitted");
  expect(await code(importText(nowhere, "invoices", TEXT))).toBe("creditor_not_found");
});

test("two imports at once end as one after the other", async () => {
  const desk = await emptyBook(database);
  const good = TEXT.replace(",x,", ",2026-01-06,");
  const both = await Promise.all([taken(desk, "invoices", good), taken(desk, "invoices", good)]);
  expect(both.map(({ counts }) => counts.created).sort()).toEqual([0, 2]);
  expect(await bookSize(desk)).toMatchObject({ item: 2n, customer: 1n });
});

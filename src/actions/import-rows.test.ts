/** What imports of all kinds refuse, and what the audit keeps of them. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { emptyBook, importText, sample, taken } from "../../test/kit/imports.ts";
import { IMPORT_KINDS } from "../domain/book/import-row.ts";
import { plainDate } from "../domain/values/calendar.ts";
import type { Database } from "../store/database.ts";
import { rows, sql } from "../store/sql.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("a snapshot is a list of open items and nothing else", async () => {
  const desk = await emptyBook(database);
  const snapshotOn = plainDate("2026-03-01");
  for (const kind of IMPORT_KINDS.filter((one) => one !== "invoices")) {
    const done = await importText(desk, kind, sample(`${kind}.csv`), { snapshotOn });
    expect(done).toMatchObject({ refusal: { code: "snapshot_of_invoices_only", kind } });
  }
});

test("the audit keeps which file and how, not its rows", async () => {
  const desk = await emptyBook(database);
  await taken(desk, "customers", sample("customers.csv"));
  const [entry] = await database.reading((tx) =>
    rows<{ input: Record<string, unknown>; outcome: { counts: unknown } }>(
      tx,
      sql`select input, outcome from audit_entry where creditor_id = ${desk.creditorId}`,
    ),
  );
  expect(entry?.input).toMatchObject({ fileName: "customers.csv", rows: 3, refused: 0 });
  expect(entry?.outcome.counts).toMatchObject({ created: 3 });
});

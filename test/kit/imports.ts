/** A creditor whose book is made from files, for tests of imports on a real database. */
import { readFileSync } from "node:fs";
import { type ImportRequest, importFile } from "../../src/actions/import-file.ts";
import type { Desk } from "../../src/actions/perform.ts";
import type { ImportReport } from "../../src/domain/book/import-report.ts";
import type { ImportKind } from "../../src/domain/book/import-row.ts";
import type { CreditorId } from "../../src/domain/values/ids.ts";
import { readRows } from "../../src/formats/tables/read-rows.ts";
import type { Database } from "../../src/store/database.ts";
import { rows, run, sql } from "../../src/store/sql.ts";
import { newId } from "./book.ts";
import { stillClock, testDesk } from "./desk.ts";
import { utf8 } from "./tables.ts";

const clock = stillClock();

/** A new creditor with an empty book, and its desk on 31 March 2026. */
export async function emptyBook(database: Database, today = "2026-03-31"): Promise<Desk> {
  const id = newId<CreditorId>();
  await database.transaction((tx) =>
    run(
      tx,
      sql`insert into creditor (id, code, name, created_at)
          values (${id}, ${id}, '测试公司', '2026-01-01T00:00:00Z')`,
    ),
  );
  return testDesk(database, id, { clock, today });
}

type Different = Partial<Omit<ImportRequest, "kind" | "bytes" | "fileName">>;

/** Imports a text table; the refusal's code, or the report. */
export async function importText(
  desk: Desk,
  kind: ImportKind,
  text: string,
  different: Different = {},
) {
  const request = { kind, bytes: utf8(text), fileName: `${kind}.csv`, ...different };
  return importFile(desk, readRows, request);
}

/** Imports a text table that must be taken. */
export async function taken(
  desk: Desk,
  kind: ImportKind,
  text: string,
  different: Different = {},
): Promise<ImportReport> {
  const done = await importText(desk, kind, text, different);
  if (done.ok) return done.value;
  const { refusal } = done;
  throw new Error(JSON.stringify("report" in refusal ? refusal.report.problems : refusal));
}

/** One of our own sample files, decoded. */
export const sample = (name: string): string =>
  readFileSync(new URL(`../samples/tables/${name}`, import.meta.url), "utf8");

/** Number → open amount of everything in the book that is open on a day. */
export async function openOn(desk: Desk, day: string): Promise<Readonly<Record<string, bigint>>> {
  const found = await desk.database.reading((tx) =>
    rows<{ number: string; open: bigint }>(
      tx,
      sql`select i.number, sum(p.amount)::bigint as open
          from item i join posting p on p.creditor_id = i.creditor_id and p.item_id = i.id
          where i.creditor_id = ${desk.creditorId} and p.effective_on <= ${day}
          group by i.number having sum(p.amount) <> 0 order by i.number`,
    ),
  );
  return Object.fromEntries(found.map(({ number, open }) => [number, open]));
}

/** How many rows the tables of the book have for this creditor. */
export async function bookSize(desk: Desk): Promise<Readonly<Record<string, bigint>>> {
  const tables = [
    "customer",
    "contact",
    "contract",
    "item",
    "receipt",
    "entry",
    "posting",
    "import",
  ];
  const counts = await Promise.all(
    tables.map((table) =>
      desk.database.reading((tx) =>
        rows<{ count: bigint }>(
          tx,
          sql`select count(creditor_id) as count from ${sql.table(table)}
              where creditor_id = ${desk.creditorId}`,
        ),
      ),
    ),
  );
  return Object.fromEntries(tables.map((table, at) => [table, counts[at]?.[0]?.count ?? 0n]));
}

/**
 * The real payment histories, imported with the example maps: counts, sums and ageing equal what
 * plain arithmetic over the files' own lines gives (own splitting, whole cents, no product code).
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFile } from "../../src/actions/import-file.ts";
import type { Desk } from "../../src/actions/perform.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import { parseImportMap } from "../../src/formats/tables/import-map.ts";
import { readRows } from "../../src/formats/tables/read-rows.ts";
import { ageingJson, ageReceivables } from "../../src/reports/ageing.ts";
import type { Database } from "../../src/store/database.ts";
import { testDatabase } from "../kit/database.ts";
import { bookSize, emptyBook } from "../kit/imports.ts";

const SETS = resolve(process.env["HUIKUAN_SAMPLES"] ?? "../shared/data", "sets");
const BUCKETS = ["not_due", "1-30", "31-60", "61-90", "91-180", "181-365", "365+"] as const;
const LAST_DAYS = [0, 30, 60, 90, 180, 365];

type Line = {
  readonly number: string;
  readonly customer: string;
  readonly currency: string;
  readonly cents: bigint;
  readonly issued: string;
  readonly due: string;
  readonly settled: string | null;
};
type Cells = Readonly<Record<string, string>>;

const cents = (text: string): bigint => {
  const [whole = "", fraction = ""] = text.split(".");
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
};
const isoOf = (american: string): string => {
  const [month = "", day = "", year = ""] = american.split("/");
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};
const days = (from: string, until: string): number =>
  (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;

type Set = {
  readonly file: string;
  readonly map: string;
  readonly days: readonly string[];
  readonly rows: number;
  readonly refused: number;
  readonly duplicates: number;
  lineOf(cells: Cells): Line;
};

const SAMPLE_SETS: readonly Set[] = [
  {
    file: "ibm-ar/WA_Fn-UseC_-Accounts-Receivable.csv",
    map: "ibm-accounts-receivable.json",
    days: ["2012-06-30", "2013-01-31", "2013-11-30"],
    rows: 2466,
    refused: 0,
    duplicates: 0,
    lineOf: (cells) => ({
      number: cells["invoiceNumber"] ?? "",
      customer: cells["customerID"] ?? "",
      currency: "USD",
      cents: cents(cells["InvoiceAmount"] ?? ""),
      issued: isoOf(cells["InvoiceDate"] ?? ""),
      due: isoOf(cells["DueDate"] ?? ""),
      settled: isoOf(cells["SettledDate"] ?? ""),
    }),
  },
  {
    file: "highradius/highradius_closed_until_2019-11-17.csv",
    map: "highradius-closed.json",
    days: ["2019-03-31", "2019-06-30", "2019-10-04"],
    rows: 32_000,
    refused: 6,
    duplicates: 695,
    lineOf: (cells) => ({
      number: cells["invoice_id"] ?? "",
      customer: cells["cust_number"] ?? "",
      currency: cells["invoice_currency"] ?? "",
      cents: cents(cells["total_open_amount"] ?? ""),
      issued: cells["document_create_date"] ?? "",
      due: cells["due_in_date"] ?? "",
      settled: cells["clear_date"] ?? "",
    }),
  },
  {
    file: "highradius/highradius_open_9700.csv",
    map: "highradius-open.json",
    days: ["2020-03-15", "2020-04-30", "2021-06-30"],
    rows: 9700,
    refused: 0,
    duplicates: 0,
    lineOf: (cells) => ({
      number: (cells["invoice_id"] ?? "").replace(".0", ""),
      customer: (cells["cust_number"] ?? "").replace(/^0+/, ""),
      currency: cells["invoice_currency"] ?? "",
      cents: cents(cells["total_open_amount"] ?? ""),
      issued: cells["document_create_date"] ?? "",
      due: cells["due_in_date"] ?? "",
      settled: null,
    }),
  },
];

/** Each different line once, those without a number left out. */
function linesOf(set: Set): readonly Line[] {
  const text = readFileSync(resolve(SETS, set.file), "utf8");
  expect(text).not.toContain('"');
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.trim().split(",");
  expect(lines).toHaveLength(set.rows);
  const different = [...new Set(lines.map((line) => line.trim()))];
  expect(lines.length - different.length).toBe(set.duplicates);
  return different
    .map((line) => line.split(","))
    .map((cells) =>
      set.lineOf(Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]))),
    )
    .filter(({ number }) => number !== "");
}

/** Cents per owner, currency and bucket, of what is open at the end of a day. */
function ageingOf(lines: readonly Line[], on: string, owner: (line: Line) => string) {
  const sums = new Map<string, bigint>();
  const add = (key: string, amount: bigint) => sums.set(key, (sums.get(key) ?? 0n) + amount);
  for (const line of lines) {
    const { currency, issued, settled } = line;
    const who = `${owner(line)} ${currency}`;
    const usedOn = settled !== null && settled < issued ? issued : settled;
    if (issued <= on && (usedOn === null || usedOn > on)) {
      const late = days(line.due, on);
      const place = LAST_DAYS.findIndex((last) => late <= last);
      add(`${who} ${BUCKETS[place < 0 ? BUCKETS.length - 1 : place]}`, line.cents);
    }
    if (settled !== null && settled <= on && issued > on) add(`${who} unapplied`, -line.cents);
  }
  return entriesOf(sums);
}

const entriesOf = (sums: ReadonlyMap<string, bigint>) =>
  [...sums].filter(([, sum]) => sum !== 0n).sort(([left], [right]) => (left < right ? -1 : 1));

/** The product's answer in the same shape. */
async function reportedOf(desk: Desk, on: string, by: "customer" | "creditor") {
  const scope = { creditors: [desk.creditorId], on: plainDate(on), by };
  const report = await desk.database.reading((tx) => ageReceivables(tx, scope));
  expect(report.ties).toBe(true);
  const sums = new Map<string, bigint>();
  for (const row of ageingJson(report).rows) {
    const who = `${row["customer"] ?? "all"} ${row["currency"]}`;
    for (const key of [...BUCKETS, "unapplied"]) {
      const text = row[key] ?? "";
      const sign = text.startsWith("-") ? -1n : 1n;
      sums.set(`${who} ${key}`, sign * cents(text.replace("-", "")));
    }
  }
  return entriesOf(sums);
}

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function imported(desk: Desk, set: Set) {
  const map = parseImportMap(
    readFileSync(new URL(`../../maps/${set.map}`, import.meta.url), "utf8"),
  );
  if (!map.ok) throw new Error(map.refusal.code);
  const bytes = new Uint8Array(readFileSync(resolve(SETS, set.file)));
  const request = {
    kind: "invoices",
    bytes,
    fileName: set.file,
    map: map.value,
    partial: true,
  } as const;
  const done = await importFile(desk, readRows, request);
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}

describe.each(SAMPLE_SETS)("$file", (set) => {
  let desk: Desk;
  let lines: readonly Line[];

  test("counts and sums", async () => {
    desk = await emptyBook(database, "2026-03-31");
    lines = linesOf(set);
    const { counts, sums } = await imported(desk, set);
    const { rows, refused, duplicates } = set;
    expect(counts).toMatchObject({ rows, refused, duplicates, created: lines.length, changed: 0 });
    expect(counts.customersCreated).toBe(new Set(lines.map(({ customer }) => customer)).size);
    const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
    expect(
      Object.fromEntries(sums.map(({ amount, currency }) => [currency, cents(amount)])),
    ).toEqual(
      Object.fromEntries(
        [...byCurrency].map(([unit, group]) => [
          unit,
          group.reduce((sum, line) => sum + line.cents, 0n),
        ]),
      ),
    );
  });

  test.each(set.days)("ageing on %s, in all and by customer", async (on) => {
    const all = ageingOf(lines, on, () => "all");
    expect(all.length).toBeGreaterThan(1);
    expect(await reportedOf(desk, on, "creditor")).toEqual(all);
    expect(await reportedOf(desk, on, "customer")).toEqual(
      ageingOf(lines, on, (line) => line.customer),
    );
  });

  test("the same file again changes nothing", async () => {
    const before = await bookSize(desk);
    const { counts } = await imported(desk, set);
    expect(counts).toMatchObject({ created: 0, unchanged: lines.length, changed: 0, closed: 0 });
    expect(await bookSize(desk)).toEqual(before);
  });
});

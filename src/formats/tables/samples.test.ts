/** Files as ERP systems and people write them (own samples, `test/samples/tables`). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EMPTY_MAP, type ImportKind, type ImportMap } from "../../domain/book/import-row.ts";
import { amountText, currency } from "../../domain/values/money.ts";
import { readRows } from "./read-rows.ts";

const FOLDER = new URL("../../../test/samples/tables/", import.meta.url);

async function read<Kind extends ImportKind>(kind: Kind, file: string, map?: Partial<ImportMap>) {
  const bytes = new Uint8Array(readFileSync(new URL(file, FOLDER)));
  const options = { homeCurrency: currency("CNY"), map: { ...EMPTY_MAP, ...map } };
  const rows = await readRows(kind, bytes, options);
  if (!rows.ok) throw new Error(JSON.stringify(rows.refusal));
  return rows.value;
}

async function invoices(file: string, map?: Partial<ImportMap>) {
  const { rows, notes, problems } = await read("invoices", file, map);
  return {
    rows: rows.map(({ number, amount, paid, issuedOn, dueOn }) =>
      [number, amountText(amount), amount.currency, paid && amountText(paid), issuedOn, dueOn].join(
        " ",
      ),
    ),
    codes: [...notes, ...problems].map(({ line, code }) => `${line ?? ""} ${code}`.trim()),
  };
}

test("Kingdee: GB18030, titles, sub-totals, red documents", async () => {
  expect(await invoices("kingdee-open-items-gb18030.csv")).toEqual({
    rows: [
      "AR2026010001 128000.00 CNY 28000.00 2026-01-08 2026-03-08",
      "AR2026010002 3560.50 CNY 0.00 2026-01-15 2026-02-14",
      "AR2026020003 -1200.00 CNY 0.00 2026-02-03 ",
      "AR2026020004 9800.00 USD 0.00 2026-02-20 2026-04-20",
    ],
    codes: ["title_lines_skipped", "7 total_row_dropped", "9 total_row_dropped"],
  });
});

test("SAP: UTF-16 with tabs, days first, trailing minus, leading zeros", async () => {
  const { rows } = await read("invoices", "sap-fbl5n-utf16.txt", {
    stripLeadingZeros: ["customer_name"],
  });
  expect(rows.map(({ customerName }) => customerName)).toEqual(["100234", "100234", "100987"]);
  expect(await invoices("sap-fbl5n-utf16.txt")).toEqual({
    rows: [
      "1800000411 12500.00 EUR  2026-01-31 2026-03-02",
      "1600000087 -450.00 EUR  2026-02-15 ",
      "1800000415 980.10 USD 980.10 2026-02-05 2026-03-07",
    ],
    codes: ["date_order_found", "date_order_found"],
  });
});

test("QuickBooks: months first, open balances, a total", async () => {
  expect(
    await invoices("quickbooks-open-invoices.csv", { constants: { currency: "USD" } }),
  ).toEqual({
    rows: [
      "1041 1250.00 USD 600.00 2026-01-25 2026-02-24",
      "1047 89.99 USD 0.00 2026-02-03 2026-03-05",
      "1052 -100.00 USD 0.00 2026-02-17 ",
    ],
    codes: ["title_lines_skipped", "date_order_found", "date_order_found", "8 total_row_dropped"],
  });
});

test("a ledger kept by hand: terms instead of due days, part payments, a row twice", async () => {
  expect(await invoices("handmade-ledger.csv")).toEqual({
    rows: [
      "24312000000012345671 5000.00 CNY 5000.00 2025-12-01 2026-01-30",
      "24312000000012345682 7200.00 CNY 2000.00 2026-01-06 2026-03-07",
      "24312000000012345693 1800.00 CNY  2026-02-09 2026-03-11",
    ],
    codes: ["5 row_repeated", "currency_assumed"],
  });
});

test("a file with a fault in each row but the last", async () => {
  const { problems, rows } = await read("invoices", "broken.csv");
  expect(problems.map(({ line, column, code }) => `${line}${column} ${code}`)).toEqual([
    "2D day_does_not_exist",
    "3G amount_not_a_number",
    "4F currency_unknown",
    "5C value_missing",
    "6C number_mangled",
  ]);
  expect(rows.map(({ number }) => number)).toEqual(["A6"]);
});

test("master records and receipts are read without a problem", async () => {
  const kinds = ["customers", "contacts", "contracts", "receipts"] as const;
  const counts = await Promise.all(
    kinds.map(async (kind) => {
      const { rows, problems } = await read(kind, `${kind}.csv`);
      return [kind, rows.length, problems];
    }),
  );
  expect(counts).toEqual([
    ["customers", 3, []],
    ["contacts", 3, []],
    ["contracts", 3, []],
    ["receipts", 2, []],
  ]);
});

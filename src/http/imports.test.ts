/** Imports over HTTP: looked at first, then stored whole or not at all. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, problemOf, type TestServer, testServer } from "../../test/kit/server.ts";
import { customers } from "../contract/customer.ts";
import * as contract from "../contract/import.ts";

let server: TestServer;
let finance: Caller;
beforeAll(async () => {
  server = await testServer();
  finance = server.as("finance");
});
afterAll(() => server.close());

const HEADINGS = "客户编号,客户名称,发票号码,开票日期,到期日,币种,价税合计";
const form = (rows: readonly string[], options: object = {}) => {
  const body = new FormData();
  body.set("file", new File([[HEADINGS, ...rows].join("\n")], "应收.csv", { type: "text/csv" }));
  body.set("kind", "invoices");
  body.set("options", JSON.stringify(options));
  return { body };
};
const GOOD = "K9,云杉贸易,F-9,2026-03-01,2026-04-30,CNY,1000.50";
const BAD = "K9,云杉贸易,F-10,2026-03-01,2026-02-30,CNY,12";

test("a preview shows columns, sums and what would be created, and stores nothing", async () => {
  const report = await finance.get(contract.previewImport, form([GOOD]));
  expect(report).toMatchObject({
    fileName: "应收.csv",
    storable: true,
    stored: null,
    sums: [{ amount: "1000.50", currency: "CNY" }],
    customersCreated: [{ number: "K9", name: "云杉贸易" }],
  });
  expect(report.columns.map(({ field }) => field)).not.toContain(null);
  expect((await finance.get(customers)).total).toBe(3);
});

test("a bad row is shown in its place with a sentence in both languages", async () => {
  const { problems, storable } = await finance.get(contract.previewImport, form([GOOD, BAD]));
  expect(storable).toBe(false);
  expect(problems).toMatchObject([
    { line: 3, column: "E", heading: "到期日", code: "day_does_not_exist" },
  ]);
  expect(problems[0]?.message.zh).toContain("2026-02-30");
});

test("with a bad row nothing is stored, unless the good ones are asked for", async () => {
  const refused = await finance.raw(contract.importFile, form([GOOD, BAD]));
  expect(refused.status).toBe(422);
  expect(await problemOf(refused)).toMatchObject({
    code: "import_has_problems",
    report: { problemCount: 1 },
  });
  expect((await finance.get(customers)).total).toBe(3);
  const taken = await finance.get(contract.importFile, form([GOOD, BAD], { partial: true }));
  expect(taken.stored).not.toBeNull();
  expect((await finance.get(customers)).total).toBe(4);
  expect(await finance.get(contract.imports)).toMatchObject([
    { kind: "invoices", fileName: "应收.csv", importedBy: "finance" },
  ]);
});

test("the same file again changes nothing", async () => {
  const report = await finance.get(contract.importFile, form([GOOD]));
  expect(report.counts).toMatchObject({ created: 0, unchanged: 1 });
  expect(report.stored).toBeNull();
});

test("a file that is no table is refused in a sentence", async () => {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(4000).fill(7)], "photo.csv"));
  body.set("kind", "invoices");
  const response = await finance.raw(contract.previewImport, { body });
  expect(response.status).toBe(422);
  expect(await problemOf(response)).toMatchObject({
    message: { zh: expect.any(String), en: expect.any(String) },
  });
});

test("options that are no JSON are refused with their place", async () => {
  const asked = form([GOOD]);
  asked.body.set("options", "{");
  const response = await finance.raw(contract.previewImport, asked);
  expect(await problemOf(response)).toMatchObject({
    code: "input_invalid",
    issues: [{ path: "options", reason: "not_json" }],
  });
});

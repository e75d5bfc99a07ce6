/** `huikuan report ageing` as a person or a program types it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLine, testCommandLine } from "../../test/kit/command-line.ts";

let line: CommandLine;
beforeAll(async () => {
  line = await testCommandLine();
  const headings = "客户编号,客户名称,发票号码,开票日期,到期日,币种,价税合计";
  const rows = [
    "C1,=甲公司,A,2026-01-05,2026-02-05,CNY,100.00",
    "C1,=甲公司,B,2026-01-05,2026-03-31,CNY,50.00",
    "C2,乙公司,C,2025-01-05,2025-02-05,JPY,7000",
  ];
  writeFileSync(join(line.folder, "open.csv"), `${[headings, ...rows].join("\n")}\n`);
  await line.huikuan("creditor", "add", "acme", "--name", "Acme");
  expect(await line.huikuan("import", "invoices", "open.csv")).toMatchObject({ code: 0 });
});
afterAll(() => line.close());

const report = (...options: readonly string[]) =>
  line.huikuan("report", "ageing", "--on", "2026-03-31", ...options);

test("JSON has the keys that other programs rely on", async () => {
  const said = await report("--format", "json");
  expect(said).toMatchObject({ code: 0, err: "" });
  const { on, totals, rows } = JSON.parse(said.out);
  expect(on).toBe("2026-03-31");
  expect(rows[0]).toEqual({
    creditor: "acme",
    customer: "C1",
    name: "=甲公司",
    currency: "CNY",
    not_due: "50.00",
    "1-30": "0.00",
    "31-60": "100.00",
    "61-90": "0.00",
    "91-180": "0.00",
    "181-365": "0.00",
    "365+": "0.00",
    unapplied: "0.00",
    total: "150.00",
  });
  expect(totals.map(({ currency, total }: Record<string, string>) => [currency, total])).toEqual([
    ["CNY", "150.00"],
    ["JPY", "7000"],
  ]);
});

test("a table for the eye, by creditor and with own buckets", async () => {
  const { out } = await report("--by", "creditor", "--buckets", "一个月内=30,更早");
  expect(out).toContain("一个月内");
  expect(out).toMatch(/acme\s+Acme\s+CNY\s+50\.00\s+-\s+100\.00\s+-\s+150\.00/);
});

test("CSV never calculates; Excel goes into a file", async () => {
  const { out } = await report("--format", "csv");
  expect(out).toContain("acme,C1,'=甲公司,CNY,50.00,0.00,100.00");
  const said = await report("--format", "xlsx");
  expect(said).toMatchObject({ code: 0, out: "", err: "已写入 ageing-2026-03-31.xlsx\n" });
  const bytes = readFileSync(join(line.folder, "ageing-2026-03-31.xlsx"));
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await report("--format", "csv", "--output", "own.csv");
  expect(readFileSync(join(line.folder, "own.csv"), "utf8")).toBe(out);
});

test("what was booked later is not known before", async () => {
  const { out } = await report("--format", "json", "--known", "2026-01-01");
  expect(JSON.parse(out)).toMatchObject({ totals: [], rows: [] });
});

test("without a day it is today's business day", async () => {
  const { out } = await line.huikuan("report", "ageing", "--format", "json");
  expect(JSON.parse(out).on).toMatch(/^20\d\d-\d\d-\d\d$/);
});

test.each([
  [["--on", "2026-02-30"], 2, "--on"],
  [["--by", "region"], 2, "--by"],
  [["--format", "pdf"], 2, "--format"],
  [["--buckets", "60,30"], 2, "--buckets"],
  [["--creditor", "other"], 1, "没有代码为“other”的债权人"],
  [["--format", "csv", "--output", "no/such/folder.csv"], 1, "无法写入"],
  [["dso"], 2, "没有报表"],
])("%j gets one sentence", async (options, code, sentence) => {
  const said = await report(...options);
  expect(said.code).toBe(code);
  expect(said.err).toContain(sentence);
});

test("an empty store has nothing to report", async () => {
  const empty = await testCommandLine("en_US");
  const said = await empty.huikuan("report", "ageing");
  expect(said).toMatchObject({ code: 1, err: "There is no creditor yet.\n" });
  await empty.close();
});

test("causes of disputes: none yet is a table of headings; a wrong grouping is refused", async () => {
  const period = ["--from", "2026-01-01", "--to", "2026-03-31"];
  const said = await line.huikuan("report", "disputes", ...period, "--format", "json");
  expect(said).toMatchObject({ code: 0, err: "" });
  expect(JSON.parse(said.out)).toEqual({
    ...{ from: "2026-01-01", to: "2026-03-31", by: "reason", rows: [], totals: [] },
  });
  const table = await line.huikuan("report", "disputes", "--by", "month", "--format", "csv");
  expect(table.out).toContain("月份,币种,件数,争议金额");
  const wrong = await line.huikuan("report", "disputes", "--by", "colour");
  expect(wrong.code).not.toBe(0);
  expect(wrong.err).toContain("reason、department、customer、month");
});

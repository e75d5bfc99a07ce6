/** `huikuan import statement` and `huikuan match` as a person types them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CommandLine, testCommandLine } from "../../test/kit/command-line.ts";

let line: CommandLine;
beforeAll(async () => {
  line = await testCommandLine();
  await line.huikuan("creditor", "add", "acme", "--name", "Acme");
});
afterAll(() => line.close());

const write = (name: string, text: string): string => {
  writeFileSync(join(line.folder, name), text);
  return name;
};

const BANK = [
  "交易日期,收入金额,支出金额,账户余额,对方户名,对方账号,摘要",
  "2026-03-20,1234.56,,11234.56,上海甲精密机械有限公司,62220001,货款 INV-2026-0101",
  "2026-03-21,33.33,,11267.89,王五,62220002,往来款",
].join("\n");
const INVOICES =
  "客户编号,客户名称,发票号码,开票日期,到期日,价税合计\n" +
  "C1,上海甲精密机械有限公司,INV-2026-0101,2026-01-05,2026-02-05,1234.56";

test("looks first, takes then, takes nothing twice, and matches what came later", async () => {
  const bank = write("流水.csv", BANK);
  const seen = await line.huikuan("import", "statement", bank, "--preview", "--account", "6222");
  expect(seen).toMatchObject({ code: 0, err: "" });
  expect(seen.out).toContain("2 条（已有 0），收入 CNY 1,267.89");
  const done = await line.huikuan("import", "statement", bank, "--account", "6222");
  expect(done).toMatchObject({ code: 0 });
  expect(done.out).toContain("新增 2 条\n  待认领：2  CNY 1,267.89");
  const again = await line.huikuan("import", "statement", bank, "--account", "6222");
  expect(again.out).toContain("没有新流水：流水.csv");
  await line.huikuan("import", "invoices", write("应收.csv", INVOICES));
  const matched = await line.huikuan("match", "--json");
  expect(JSON.parse(matched.out)).toMatchObject({
    applied: { count: 1, sums: [{ amount: "1234.56", currency: "CNY" }] },
    unmatched: { count: 1, sums: [{ amount: "33.33", currency: "CNY" }] },
  });
  expect((await line.huikuan("match")).out).toContain("本次核销：0  —\n");
});

test("balances that differ are refused in one sentence, and taken when insisted on", async () => {
  const wrong = write("wrong.csv", `${BANK}\n2026-03-22,1.00,,99.00,乙,,货款`);
  const refused = await line.huikuan("import", "statement", wrong, "--account", "7777");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("相差");
  const how = ["--account", "7777", "--insist", "银行漏印"];
  const taken = await line.huikuan("import", "statement", wrong, ...how);
  expect(taken).toMatchObject({ code: 0 });
});

test("what is no statement is refused in one sentence", async () => {
  const file = write("notes.txt", "今天天气不错");
  const refused = await line.huikuan("import", "statement", file);
  expect(refused.code).toBe(1);
  expect(refused.err.trim().split("\n")).toHaveLength(1);
});

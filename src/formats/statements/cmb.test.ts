/** CMB: header on the twelfth row, titles with balances and totals, a cancelled booking. */
import { expect, test } from "vitest";
import { entriesOf, entryLines, headLines, listFile, sampleFile } from "../../../test/kit/lists.ts";

test("titles tell the opening balance although commas cut it, and the totals", async () => {
  const file = await sampleFile("cmb", "corporate-twelfth-row.csv");
  expect(headLines(file)).toEqual(["512900001110001 CNY 10000.00 60000.00 adds up"]);
  expect(file.statements[0]).toMatchObject({ fromOn: "2026-06-01", toOn: "2026-06-30" });
  expect(file.statements[0]?.told).toMatchObject({ inCount: 2, outCount: 1 });
});

test("a cheque or order that comes back is marked, by its flag or its words", async () => {
  const file = await sampleFile("cmb", "corporate-twelfth-row.csv");
  expect(entriesOf(file).map(({ returned }) => returned?.text ?? null)).toEqual([
    null,
    null,
    "退票",
  ]);
  expect(entriesOf(file)[0]).toMatchObject({
    bankReference: "C0312AA000A1BBZ",
    payerReference: "REF0001",
    counterBank: "工行园区支行",
  });
});

test("a flag alone marks a cancelled booking; X is a booking made good", async () => {
  const rows = (flag: string) =>
    `交易日,借方金额,贷方金额,余额,摘要,收/付方名称,冲帐标志\n20260602,,5.00,5.00,货款,青禾包装厂,${flag}\n`;
  const flagged = async (flag: string) => entriesOf(await listFile(rows(flag)))[0]?.returned;
  expect(await flagged("*")).toEqual({ code: null, text: null, of: null });
  expect(await flagged("X")).toBeNull();
  expect(await flagged("")).toBeNull();
});

test("the other version with 收(付)方 columns", async () => {
  const file = await sampleFile("cmb", "other-version.csv");
  expect(entryLines(file)).toEqual([
    "3 2026-07-01 1.00 青禾包装厂 | 货款",
    "4 2026-07-02 1.00 青禾包装厂 | 货款",
  ]);
});

test("an account list of a person: # titles, tabs, sums below", async () => {
  const text = [
    "# 招商银行交易记录",
    "# 账    户: [一卡通：6225****0001]",
    "# 起始日期: [20260101]   终止日期: [20260131]",
    '"交易日期","交易时间","收入","支出","余额","交易类型","交易备注"',
    '"\t20260102","\t10:00:00","1,000.00","","1,000.00","转账","货款"',
    '"\t20260103","\t10:00:00","","200.00","800.00","消费","支付宝-某店"',
    "# 收入合计: 1 笔，共 1000.00 元",
    "# 支出合计: 1 笔，共 200.00 元",
  ].join("\n");
  const file = await listFile(text);
  expect(file.format).toBe("cmb");
  expect(headLines(file)).toEqual(["6225****0001 CNY 0.00 800.00 adds up"]);
  expect(file.statements[0]?.told).toMatchObject({ inCount: 1, outCount: 1 });
  expect(entriesOf(file).map(({ method }) => method)).toEqual(["bank", "alipay"]);
});

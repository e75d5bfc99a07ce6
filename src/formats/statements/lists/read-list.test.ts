/** Lists cut off, with gaps, with balances written beside the rows. */
import { expect, test } from "vitest";
import { entriesOf, headLines, listFile, listRefusal } from "../../../../test/kit/lists.ts";

const HEAD = "交易日期,对方户名,摘要,收入,支出,余额";

test("rows with the balance before and after, and titles before those", async () => {
  const text = `${HEAD}\n,,承前页余额,,,10.00\n2026-01-02,某,货款,5.00,,15.00\n,,期末余额,,,15.00\n`;
  expect(headLines(await listFile(text))).toEqual(["- CNY 10.00 15.00 adds up"]);
  const titled = `期初余额：12.00\n${HEAD}\n2026-01-02,某,货款,5.00,,15.00\n`;
  expect(headLines(await listFile(titled))).toEqual(["- CNY 12.00 15.00 differs"]);
});

test("a row that is missing is seen by the balances, oldest or newest first", async () => {
  const rows = ["2026-01-02,某,货款,5.00,,15.00", "2026-01-04,某,货款,1.00,,18.00"];
  for (const lines of [rows, rows.toReversed()]) {
    const file = await listFile([HEAD, ...lines, ""].join("\n"));
    expect(headLines(file)).toEqual(["- CNY 10.00 18.00 differs"]);
  }
});

test("rows without a balance between others tell nothing of the whole", async () => {
  const text = `${HEAD}\n2026-01-02,某,货款,5.00,,15.00\n2026-01-03,某,货款,1.00,,\n`;
  expect(headLines(await listFile(text))).toEqual(["- CNY - - adds up"]);
});

test("masked balances are none", async () => {
  const text = `${HEAD}\n2026-01-02,某,货款,5.00,,"xx,yyyy.zz"\n`;
  expect(headLines(await listFile(text))).toEqual(["- CNY - - adds up"]);
});

test("money that came and went: the list ends where it began", async () => {
  const text = `${HEAD}\n2026-01-02,某,货款,5.00,,15.00\n2026-01-03,某,退回,,5.00,10.00\n`;
  expect(headLines(await listFile(text))).toEqual(["- CNY 10.00 10.00 adds up"]);
});

test("a list cut within an amount, before it, and within a day", async () => {
  const whole = `${HEAD}\n2026-01-02,某,货款,5.00,,15.00\n`;
  expect(await listRefusal(`${whole}2026-01-03,某,货款,1`)).toMatchObject({ problem: "cut_off" });
  expect(await listRefusal(`${whole}2026-01-03,某,货`)).toMatchObject({ problem: "cut_off" });
  expect(await listRefusal(`${whole}2026-0`)).toMatchObject({ field: "day", line: 3 });
});

test("the currency by title, by heading, by row, else the house's own", async () => {
  const unit = async (text: string) => (await listFile(text)).statements[0]?.currency;
  const row = "2026-01-02,某,5.00";
  expect(await unit(`币种：美元\n日期,对方户名,收入\n${row}\n`)).toBe("USD");
  expect(await unit(`日期,对方户名,收入(欧元)\n${row}\n`)).toBe("EUR");
  expect(await unit(`日期,对方户名,收入,币种\n${row},港币\n`)).toBe("HKD");
  expect(await unit(`日期,对方户名,收入\n${row}\n`)).toBe("CNY");
});

test("two lists with different columns in one sheet are not understood", async () => {
  const text = `${HEAD}\n2026-01-02,某,货款,5.00,,15.00\n总览,日期,收入,支出,余额,摘要\n2026-01-03,x,1,2,3,4\n`;
  expect(await listRefusal(text)).toMatchObject({ problem: "structure", line: 3 });
});

test("how money came, and what comes back", async () => {
  const text = [
    "交易日期,对方户名,摘要,凭证种类,收入",
    "2026-01-01,支付宝（中国）网络技术有限公司,货款,,1.00",
    "2026-01-02,财付通支付科技有限公司,货款,,1.00",
    "2026-01-03,某公司,货款,转账支票,1.00",
    "2026-01-04,某公司,货款,现金缴款单,1.00",
    "2026-01-05,某公司,商业汇票托收,,1.00",
    "2026-01-06,某公司,冲正,,1.00",
    "2026-01-07,某公司,退回投标保证金,,1.00",
    "2026-01-08,某公司,账号户名不符退回,,1.00",
  ].join("\n");
  const entries = entriesOf(await listFile(`${text}\n`));
  expect(entries.map(({ method }) => method)).toEqual([
    "alipay",
    "wechat",
    "cheque",
    "cash",
    "bank",
    "bank",
    "bank",
    "bank",
  ]);
  expect(entries.map(({ returned }) => returned?.text ?? "-")).toEqual([
    "-",
    "-",
    "-",
    "-",
    "-",
    "冲正",
    "-",
    "账号户名不符退回",
  ]);
});

test("a kind of entry that always says 收入 or 支出 is the mark", async () => {
  const list = (kind: string) =>
    `交易日期,交易类型,交易金额,对方户名\n2026-01-02,收入,5.00,某\n2026-01-03,${kind},1.00,某\n`;
  const entries = entriesOf(await listFile(list("支出")));
  expect(entries.map(({ amount }) => amount.minor)).toEqual([500n, -100n]);
  expect(await listRefusal(list("转账"))).toMatchObject({ field: "mark" });
});

test("a label with its English name in brackets, and one whose value is in brackets", async () => {
  const body = "日期,对方户名,收入\n2026-01-02,某,1.00\n";
  const account = async (title: string) =>
    (await listFile(`${title}\n${body}`)).statements[0]?.account;
  expect(await account("查询账号[ Account number ]:,4589")).toBe("4589");
  expect(await account("账号：[4589]")).toBe("4589");
  expect(await account("账    户: [一卡通：4589]")).toBe("4589");
  expect(await account("户名：某公司  账　号：45 89 币种：人民币")).toBe("4589");
});

test("sums of a page or a month among the rows are no payments", async () => {
  const text = `${HEAD}\n2026-01-02,某,货款,5.00,,15.00\n小计,,,5.00,,\n1月合计,,,5.00,,\nSub-total,,,5.00,,\n`;
  const file = await listFile(text);
  expect(headLines(file)).toEqual(["- CNY 10.00 15.00 adds up"]);
  expect(file.statements[0]?.told).toBeNull();
});

test("a minus on some money out is the list's way or a booking in red: the balances decide", async () => {
  const marked = (balances: readonly string[]) =>
    `日期,对方户名,借贷标志,金额,余额\n2026-01-02,某,借,-5.00,${balances[0]}\n2026-01-03,某,借,1.00,${balances[1]}\n`;
  const amounts = async (text: string) =>
    entriesOf(await listFile(text)).map(({ amount }) => amount.minor);
  expect(await amounts(marked(["15.00", "14.00"]))).toEqual([500n, -100n]);
  expect(await amounts(marked(["5.00", "6.00"]))).toEqual([-500n, 100n]);
  expect(await listRefusal(marked(["", ""]))).toMatchObject({ field: "mark", line: 2 });
  expect(await listRefusal("日期,对方户名,收入,支出\n2026-01-02,某,,-5.00\n")).toMatchObject({
    field: "mark",
  });
});

test("a title's balances and totals are of the only account, not of one among several", async () => {
  const text =
    "期初余额：9.00\n日期,本方账号,对方户名,收入\n2026-01-02,1001,某,1.00\n2026-01-02,1002,某,1.00\n合计,,,2.00\n";
  expect(headLines(await listFile(text))).toEqual(["1001 CNY - - adds up", "1002 CNY - - adds up"]);
});

test("what the titles say comes before what is written below", async () => {
  const text = "账号：1001\n日期,对方户名,收入\n2026-01-02,某,1.00\n账号：1002\n";
  expect((await listFile(text)).statements[0]?.account).toBe("1001");
});

/** Money in: from the bank's own file to settled invoices, split, undone and left out. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OpenClaim } from "../../src/contract/application.ts";
import { amountText, moneyOf, total } from "../../src/domain/values/money.ts";
import { openTestHouse, type TestHouse, TODAY } from "./kit.ts";

let house: TestHouse;
let page: Page;
let payer: Owing;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
  page = await house.open({ as: "cashier" });
  payer = await someoneOwing();
});
afterAll(() => house.close());

type Owing = {
  readonly id: string;
  readonly name: string;
  readonly claims: readonly OpenClaim[];
};

const ask = async (path: string) =>
  await (await page.request.get(`/api/creditors/demo/${path}`)).json();

const claimsOf = async (customer: string): Promise<readonly OpenClaim[]> =>
  (await ask(`customers/${customer}/open-claims?currency=CNY`)).claims;

/** A customer with four open invoices or more, none disputed. */
async function someoneOwing(): Promise<Owing> {
  const { rows } = await ask("customers?filter=open");
  for (const { id, name } of rows) {
    const claims = (await claimsOf(id)).filter(({ disputed }) => disputed === null);
    if (claims.length >= 4) return { id, name, claims };
  }
  throw new Error("the demo has a customer with four open invoices");
}

function claimNo(at: number): OpenClaim {
  const claim = payer.claims[at];
  if (claim === undefined) throw new Error("four invoices are open");
  return claim;
}

const sumOf = (claims: readonly OpenClaim[]): string =>
  amountText(
    total(
      claims.map(({ open }) => moneyOf(open.amount, open.currency)),
      moneyOf("0", "CNY").currency,
    ),
  );

type Line = readonly [amount: string, name: string, account: string, remark: string];

/** A bank's table with balances that tie, unless `off` is added to the last. */
function statement(lines: readonly Line[], off = "0.00"): Buffer {
  let balance = moneyOf("10000.00", "CNY");
  const rows = lines.map(([amount, name, account, remark], at) => {
    const parts = [balance, moneyOf(amount, "CNY")];
    if (at === lines.length - 1) parts.push(moneyOf(off, "CNY"));
    balance = total(parts, balance.currency);
    return [TODAY, amount, "", amountText(balance), name, account, remark].join(",");
  });
  const headings = "交易日期,收入金额,支出金额,账户余额,对方户名,对方账号,摘要";
  return Buffer.from([headings, ...rows].join("\n"));
}

async function drop(buffer: Buffer, name: string): Promise<void> {
  await page.goto("/demo/bank-lines");
  await page.getByRole("heading", { level: 1, name: "银行流水" }).waitFor();
  await page.getByLabel("选择流水文件").setInputFiles({ name, mimeType: "text/csv", buffer });
}

/** Takes a file: tells our account, which the file does not. */
async function take(lines: readonly Line[], name: string): Promise<void> {
  await drop(statement(lines), name);
  await page.getByLabel("本方账户").fill("6222000099998888");
  await page.getByRole("heading", { name: "前几笔流水" }).click();
  await page.getByRole("heading", { name: "6222000099998888" }).waitFor();
  await page.getByRole("button", { name: `入账 ${lines.length} 笔` }).click();
  await page.getByText(`已入账 ${lines.length} 笔`).waitFor();
}

/** The desk with the one line opened whose payer or remark says so. */
async function openOnDesk(text: string): Promise<void> {
  await page.goto(`/demo/match?text=${encodeURIComponent(text)}`);
  await page.getByRole("grid", { name: "待匹配流水" }).getByText(text).first().click();
  await page.getByRole("complementary").getByText(text).first().waitFor();
}

const less = (amount: string, by: string): string =>
  amountText(
    total([moneyOf(amount, "CNY"), moneyOf(`-${by}`, "CNY")], moneyOf("0", "CNY").currency),
  );

const openOf = async (number: string): Promise<string | undefined> =>
  (await claimsOf(payer.id)).find((claim) => claim.number === number)?.open.amount;

const openNumbers = async (): Promise<readonly string[]> =>
  (await claimsOf(payer.id)).map(({ number }) => number);

test("a statement is recognised, looked at and booked; the same lines are taken once", async () => {
  const lines: readonly Line[] = [
    ["5000.00", "周长远", "6217000011112222", "代付"],
    ["23456.78", "吴小舟", "6217000033334444", "货款"],
    ["88.66", "某某银行", "", "结息"],
  ];
  await take(lines, "网银明细.csv");
  await drop(statement(lines), "另一个名字.csv");
  await page.getByLabel("本方账户").fill("6222000099998888");
  await page.getByRole("heading", { name: "前几笔流水" }).click();
  await page.getByText("这些流水以前都已入账，没有新的").waitFor();
  await page.goto("/demo/bank-lines?text=吴小舟");
  await page.getByRole("grid", { name: "流水清单" }).getByText("23,456.78").waitFor();
});

test("a file that is no statement is refused with one sentence that says what to do", async () => {
  await drop(Buffer.from("\u0000\u0001 no table at all"), "坏文件.csv");
  const alert = page.getByRole("alert");
  await alert.waitFor();
  expect(await alert.textContent()).not.toContain("statement_");
  expect(await page.getByRole("button", { name: /^入账/ }).count()).toBe(0);
});

test("a difference is shown in red, and booked only with a reason", async () => {
  const lines: readonly Line[] = [
    ["77.10", "郑一", "", "测试"],
    ["12.30", "郑一", "", "测试二"],
  ];
  await drop(statement(lines, "-20.00"), "差额.csv");
  await page
    .getByText(/期末余额与流水对不上/)
    .first()
    .waitFor();
  const book = page.getByRole("button", { name: "带差额入账" });
  expect(await book.isDisabled()).toBe(true);
  await page.getByLabel("仍要入账，原因").fill("银行已确认导出有误");
  await expect.poll(() => book.isDisabled()).toBe(false);
});

test("a proposal is accepted by Enter, and undone by U", async () => {
  const claim = claimNo(0);
  const { amount } = claim.open;
  await take([[less(amount, "37.00"), payer.name, "", `${claim.number} 验货扣款`]], "扣款.csv");
  await openOnDesk("验货扣款");
  await page.getByRole("button", { name: /接受/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByText(`已核销到 ${payer.name}`).waitFor();
  expect(await openOf(claim.number)).toBe("37.00");
  await page.keyboard.press("u");
  await page.getByText("已撤销，这笔流水回到了工作台").waitFor();
  expect(await openOf(claim.number)).toBe(amount);
});

test("one receipt is split over three invoices of a chosen customer, and undone", async () => {
  const three = [claimNo(1), claimNo(2), claimNo(3)];
  await take([[sumOf(three), "冯远山", "6217000055556666", "往来款"]], "拆分.csv");
  await openOnDesk("冯远山");
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "客户", exact: true }).fill(payer.name.slice(0, 6));
  await page.getByTitle(payer.name).first().click();
  for (const { number } of three) {
    await page.getByRole("checkbox", { name: `核销 ${number}`, exact: true }).check();
  }
  await page.getByRole("button", { name: "核销", exact: true }).click();
  await page.getByText(`已核销到 ${payer.name}`).waitFor();
  const left = await openNumbers();
  for (const { number } of three) expect(left).not.toContain(number);
  await page.goto("/demo/bank-lines?text=冯远山");
  await page.getByRole("grid", { name: "流水清单" }).getByText("冯远山").click();
  await page.getByRole("button", { name: "撤销核销" }).click();
  await page.getByRole("dialog").getByLabel("为什么撤销").fill("付款人另有所指");
  await page.getByRole("dialog").getByRole("button", { name: "撤销核销" }).last().click();
  await page.getByText("已撤销，这笔流水回到了工作台").waitFor();
  const again = await openNumbers();
  for (const { number } of three) expect(again).toContain(number);
});

test("short money: the difference stays open unless a person says otherwise", async () => {
  const claim = claimNo(0);
  const paid = less(claim.open.amount, "30.00");
  await take([[paid, "陈少付", "6217000077778888", "往来"]], "少付.csv");
  await openOnDesk("陈少付");
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "客户", exact: true }).fill(payer.name.slice(0, 6));
  await page.getByTitle(payer.name).first().click();
  await page.getByRole("checkbox", { name: `核销 ${claim.number}`, exact: true }).check();
  await page.getByText(/所选单据比这笔钱多 CNY 30.00/).waitFor();
  await page.getByRole("button", { name: "核销", exact: true }).click();
  await page.getByText(`已核销到 ${payer.name}`).waitFor();
  expect(await openOf(claim.number)).toBe("30.00");
});

test("a line is left out with a reason, and taken up again", async () => {
  await openOnDesk("吴小舟");
  await page.keyboard.press("i");
  await page.getByRole("dialog").getByLabel("原因").fill("员工借款归还");
  await page.getByRole("dialog").getByRole("button", { name: "忽略" }).click();
  await page.getByText("已忽略").first().waitFor();
  await page.goto("/demo/bank-lines?text=吴小舟&state=ignored");
  await page.getByRole("grid", { name: "流水清单" }).getByText("吴小舟").click();
  await page.getByRole("button", { name: "重新处理" }).click();
  await page.getByRole("dialog").getByLabel("为什么重新处理").fill("核实后是货款");
  await page.getByRole("dialog").getByRole("button", { name: "重新处理" }).last().click();
  await page.getByText("已放回匹配工作台").waitFor();
});

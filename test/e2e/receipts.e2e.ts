/** Money of nobody is claimed and decided on; a payment comes back; money is recorded by hand. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ReceiptRow } from "../../src/contract/receipt.ts";
import { axeFaults, openTestHouse, overflow, type TestHouse, TODAY } from "./kit.ts";

let house: TestHouse;
let cashier: Page;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
  cashier = await house.open({ as: "cashier" });
});
afterAll(() => house.close());

const ask = async (path: string) =>
  await (await cashier.request.get(`/api/creditors/demo/${path}`)).json();

/** Somebody who owes yuan. */
async function customerName(): Promise<string> {
  const { rows } = await ask("customers?filter=overdue&currency=CNY&sort=overdue&direction=desc");
  return rows[0].name;
}

async function choose(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole("dialog").last();
  await dialog.getByRole("combobox", { name: "客户" }).fill(name.slice(0, 6));
  await page.locator(".ant-select-item-option").filter({ hasText: name }).first().click();
}

/** Opens a row of the page's list by what it says. */
const openRow = async (page: Page, list: string, text: string) =>
  await page.getByRole("grid", { name: list }).getByText(text).first().click();

async function record(payer: string, amount: string): Promise<void> {
  await cashier.goto("/demo/receipts");
  await cashier.getByRole("button", { name: "登记收款" }).click();
  const dialog = cashier.getByRole("dialog", { name: "登记收款" });
  await dialog.getByLabel("金额").fill(amount);
  await dialog.getByLabel("付款方").fill(payer);
  await dialog.getByRole("button", { name: /登\s*记$/ }).click();
  await cashier.getByText(/已登记 RC-/).waitFor();
}

test("money recorded by hand is of nobody; it is in the list and opened", async () => {
  await record("周长远", "4321.00");
  await cashier.getByRole("dialog", { name: "周长远" }).getByText("待认领").waitFor();
  const { rows } = await ask("receipts?text=周长远");
  expect(rows).toMatchObject([
    { state: "unidentified", method: "bank", amount: { amount: "4321.00", currency: "CNY" } },
  ]);
});

test("sales claims unidentified money, and somebody else approves", async () => {
  const name = await customerName();
  const sales = await house.open({ as: "sales" });
  await sales.goto("/demo/claims");
  await openRow(sales, "待认领款", "周长远");
  await sales.getByRole("button", { name: "认领", exact: true }).click();
  await choose(sales, name);
  await sales.getByLabel("依据").fill("客户财务电话确认由老板代付");
  await sales.getByRole("button", { name: "提交认领" }).click();
  await sales.getByText("已提交，等待审批").waitFor();
  const approve = sales.getByRole("button", { name: /^批准/ });
  expect(await approve.getAttribute("aria-disabled")).toBe("true");
  await sales.context().close();

  const finance = await house.open({ as: "finance" });
  await finance.goto("/demo/claims?show=claimed");
  await openRow(finance, "待认领款", "周长远");
  await finance.getByText("客户财务电话确认由老板代付").waitFor();
  await finance.getByRole("button", { name: "批准", exact: true }).click();
  await finance.getByText("已批准，款项已挂到客户名下").waitFor();
  await finance.context().close();
  const { rows } = await ask("receipts?text=周长远");
  expect(rows).toMatchObject([{ state: "identified", customer: { name } }]);
});

test("a receipt is applied by hand, and the application undone with a reason", async () => {
  await cashier.goto("/demo/receipts?text=周长远");
  await openRow(cashier, "收款清单", "周长远");
  await cashier.getByRole("button", { name: "去核销" }).click();
  await cashier.getByRole("button", { name: "从最早到期的填起" }).click();
  await cashier.getByRole("button", { name: "核销", exact: true }).click();
  await cashier.getByText(/^已核销到/).waitFor();
  const made = cashier
    .getByRole("listitem")
    .filter({ hasText: "人工核销" })
    .filter({ hasNotText: "留作未核销" });
  await made.getByRole("button", { name: "反核销" }).click();
  const dialog = cashier.getByRole("dialog", { name: "撤销这次核销" });
  await dialog.getByLabel("为什么撤销").fill("付款人另有所指");
  await dialog.getByRole("button", { name: "撤销核销" }).click();
  await cashier.getByText("已撤销，单据恢复未清").waitFor();
  await cashier.getByText(/付款人另有所指/).waitFor();
});

/** A receipt of the bank's that settled documents and is not returned. */
async function settled(): Promise<ReceiptRow> {
  const { rows } = await ask("receipts?state=identified");
  const found = rows.find((row: ReceiptRow) => row.line !== null && !/[1-9]/.test(row.rest.amount));
  if (found === undefined) throw new Error("the demo has a receipt that settled documents");
  return found;
}

test("a payment comes back: what it settled opens again, and Today says so", async () => {
  const { id, customer } = await settled();
  const before = (await ask(`receipts/${id}/return`)).reopens;
  await cashier.goto(`/demo/receipts?receipt=${id}`);
  await cashier.getByRole("button", { name: "登记退回" }).click();
  const dialog = cashier.getByRole("dialog", { name: "登记付款退回" });
  for (const { item } of before) await dialog.getByText(item.number).waitFor();
  await dialog.getByLabel("退回原因").fill("账户余额不足");
  await dialog.getByRole("button", { name: "登记退回" }).click();
  await cashier
    .getByText(/已登记退回/)
    .first()
    .waitFor();
  const { claims } = await ask(`customers/${customer?.id}/open-claims?currency=CNY`);
  const open = claims.map(({ number }: { number: string }) => number);
  for (const { item } of before) expect(open).toContain(item.number);

  const manager = await house.open({ as: "credit_manager" });
  await manager.goto("/demo/today");
  await manager.getByText("退回的付款").first().waitFor();
  // Many are folded, few stand open.
  await manager.evaluate(
    "document.querySelectorAll('details').forEach((one) => (one.open = true))",
  );
  const line = manager
    .getByRole("listitem")
    .filter({ hasText: customer?.name ?? "" })
    .filter({ hasText: `${TODAY} 银行退汇` });
  await line.getByRole("button", { name: "知悉" }).click();
  await manager.getByText("已知悉").waitFor();
  await manager.context().close();
});

test("an acceptance bill is recorded with its parties, and has its deadline", async () => {
  const name = await customerName();
  await cashier.goto("/demo/bills");
  await cashier.getByRole("button", { name: "登记票据" }).click();
  const dialog = cashier.getByRole("dialog", { name: "登记收款" });
  await dialog.getByLabel("金额").fill("200000");
  await choose(cashier, name);
  const given = { 票据号码: "110290000012026", 出票人: "某某制造", 承兑人: "某某银行" };
  for (const [label, value] of Object.entries(given)) await dialog.getByLabel(label).fill(value);
  for (const [label, day] of [
    ["出票日", "2026-08-20"],
    ["到期日", "2027-02-20"],
  ] as const) {
    await dialog.getByLabel(label).fill(day);
    await dialog.getByLabel(label).press("Enter");
  }
  await dialog.getByRole("button", { name: /登\s*记$/ }).click();
  await openRow(cashier, "票据清单", "110290000012026");
  await cashier.getByRole("dialog").getByText("《票据法》").first().waitFor();
  const { rows } = await ask("bills");
  expect(rows[0]).toMatchObject({ state: "held", next: { code: "present" } });
});

test.each([
  { language: "zh", width: 1440 },
  { language: "en", width: 390 },
] as const)("the pages are sound in $language at $width", async (seen) => {
  const page = await house.open({ as: "finance", ...seen });
  const { rows } = await ask("receipts?state=identified");
  const customer = rows[0].customer.id;
  const faults: string[] = [];
  const paths = [
    ...["receipts", "receipts?tab=returned", "receipts?tab=refunds", "receipts?tab=notices"],
    ...[`receipts?receipt=${rows[0].id}`, "claims", "bills", `customers/${customer}?tab=money`],
  ];
  for (const path of paths) {
    await page.goto(`/demo/${path}`);
    faults.push(...(await axeFaults(page)).map((fault) => `${path}: ${fault}`));
    if ((await overflow(page)) > 0) faults.push(`${path} is wider than its window`);
  }
  expect(faults).toEqual([]);
  await page.context().close();
});

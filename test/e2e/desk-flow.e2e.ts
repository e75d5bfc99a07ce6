/** One debt through the whole desk: from its due day to the close of its case, by seven people. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../src/domain/desk/permission.ts";
import { openTestHouse, type TestHouse } from "./kit.ts";

const CUSTOMER = "常州晴川机械有限公司";
const COLLECTOR = "何欢";
const LEDGER = [
  "客户名称,发票号,开票日期,到期日,金额",
  `${CUSTOMER},26332000000000000001,2026-10-20,2026-11-20,60000.00`,
  `${CUSTOMER},26332000000000000002,2026-10-20,2026-11-20,30000.00`,
].join("\n");

let house: TestHouse;
let owner: Page;
let customer: string;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
  owner = await house.openOwnCollector(COLLECTOR);
  owner.setDefaultTimeout(20_000);
});
afterAll(() => house.close());

const ask = async (page: Page, path: string) =>
  await (await page.request.get(`/api/creditors/demo/${path}`)).json();

/** The customer's page, its head read. */
async function openCustomer(page: Page, tab = "timeline"): Promise<void> {
  await page.goto(`/demo/customers/${customer}?tab=${tab}`);
  await page.getByRole("heading", { level: 1, name: CUSTOMER }).waitFor();
}

const acts = (page: Page) => page.getByRole("region", { name: "处理" });

/** Chooses in a list of choices. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: new RegExp(`^${label}`) }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

async function typeDay(page: Page, label: string, day: string): Promise<void> {
  await page.getByLabel(label).fill(day);
  await page.getByLabel(label).press("Tab");
}

/** A page that somebody else opens for one act, and closes. */
async function as(role: Role, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await house.open({ as: role });
  page.setDefaultTimeout(20_000);
  await act(page);
  await page.context().close();
}

/** The agreement's drawer, opened from the customer's page. */
async function openPlan(page: Page) {
  await openCustomer(page, "agreed");
  await page.getByRole("button", { name: /^还款计划 \S/ }).click();
  return page.getByRole("dialog", { name: /^还款计划 \S/ });
}

test("finance takes the ledger; a customer of nobody is not within a collector's reach", async () => {
  await as("finance", async (finance) => {
    await finance.goto("/demo/import");
    await finance.getByLabel("选择文件").setInputFiles({
      name: "应收明细.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(LEDGER),
    });
    const store = finance.getByRole("button", { name: /^入库/ });
    await expect.poll(() => store.isEnabled()).toBe(true);
    await store.click();
    await finance.getByText("导入完成").waitFor();
    const { rows } = await ask(finance, `customers?search=${encodeURIComponent(CUSTOMER)}`);
    customer = rows[0].id;
  });
  await owner.goto(`/demo/customers/${customer}`);
  await owner.getByText("没有这个客户").waitFor();
  await owner.getByRole("link", { name: "去客户列表" }).waitFor();
  expect((await owner.request.get(`/api/creditors/demo/customers/${customer}`)).status()).toBe(404);
});

test("the manager gives the customer to its collector, who writes down whom to call", async () => {
  await as("credit_manager", async (manager) => {
    await manager.goto("/demo/customers");
    const { rows } = await ask(manager, "colleagues");
    const to = rows.find(({ name }: { name: string }) => name === COLLECTOR).id;
    const answer = await manager.request.post("/api/creditors/demo/owners", {
      data: { customers: [customer], to, reason: "新客户" },
    });
    expect(answer.ok()).toBe(true);
  });
  await openCustomer(owner, "contacts");
  await owner.getByRole("button", { name: "新增联系人" }).click();
  await owner.getByLabel("姓名").fill("沈会计");
  await pick(owner, "角色", "经办会计");
  await owner.getByLabel("邮箱").fill("shen@qingchuan.example");
  await owner.getByLabel("电话").fill("0519-00001234");
  await owner.getByLabel("信息来源").fill("合同");
  await pick(owner, "依据", "合同、订单中指定的对接人");
  await owner.getByRole("button", { name: /保\s*存/ }).click();
  await owner.getByText("联系人已保存").waitFor();
});

test("the first letter goes out, the call gives the reason, and the customer promises", async () => {
  await house.goTo("2026-11-23");
  await openCustomer(owner);
  await owner
    .getByText(/首次催款函/)
    .first()
    .waitFor();
  await acts(owner).getByRole("button", { name: "登记沟通" }).click();
  await pick(owner, "结果", "已联系上");
  await owner.getByLabel("对方怎么说").fill("下游没有回款，本周能付");
  await pick(owner, "逾期原因", "资金困难");
  await acts(owner).getByRole("button", { name: "保存" }).click();
  await owner.getByText("已登记").first().waitFor();
  await acts(owner).getByRole("button", { name: "付款承诺" }).click();
  await typeDay(owner, "付款日", "2026-11-25");
  await owner.getByText("承诺合计 CNY 90,000.00").waitFor();
  await owner.getByRole("button", { name: "登记承诺" }).click();
  await owner.getByText(/承诺已登记，\d{4}-\d{2}-\d{2} 判定是否兑现/).waitFor();
});

test("the promise is broken, and the senior collector is called", async () => {
  await house.goTo("2026-11-30");
  await openCustomer(owner);
  await owner
    .getByText(/承诺 CNY 90,000.00：/)
    .first()
    .waitFor();
  await as("senior_collector", async (senior) => {
    await senior.goto("/demo/tasks?show=role");
    const list = senior.getByRole("grid", { name: "任务清单" });
    await list.getByRole("row").filter({ hasText: CUSTOMER }).first().click();
    const drawer = senior.getByRole("dialog");
    await drawer.getByRole("button", { name: "办结" }).click();
    await senior.getByLabel("结果如何").fill("已与对方财务负责人谈妥分期");
    await senior
      .getByRole("dialog", { name: "办结任务" })
      .getByRole("button", { name: /办\s*结/ })
      .click();
    await senior.getByText("已办结").first().waitFor();
  });
});

test("a repayment plan is proposed, approved by another, issued and signed", async () => {
  await openCustomer(owner);
  await acts(owner).getByRole("button", { name: "还款计划" }).click();
  const form = owner.getByRole("dialog", { name: "拟定还款计划" });
  await form.getByLabel("期数").fill("4");
  await form.getByRole("combobox", { name: "间隔" }).click();
  await owner.locator(".ant-select-dropdown:visible").getByTitle("每周").click();
  await form.getByLabel("首期日").fill("2026-12-04");
  await form.getByLabel("首期日").press("Tab");
  await form.getByLabel("理由（审批人会看到）").fill("下游回款慢，愿意每周付一期");
  await form.getByText("2026-12-25").waitFor();
  await form.getByRole("button", { name: "提交审批" }).click();
  await owner.getByText(/已提交审批/).waitFor();
  await as("credit_manager", async (manager) => {
    await manager.goto("/demo/approvals");
    const list = manager.getByRole("grid", { name: "审批事项" });
    await list.getByRole("row").filter({ hasText: CUSTOMER }).first().getByText("还款计划").click();
    await manager
      .getByRole("dialog")
      .getByRole("button", { name: /批\s*准/ })
      .click();
    const sure = manager.getByRole("dialog", { name: /^批准/ });
    await sure.getByLabel(/意见/).fill("按周付，可以");
    await sure.getByRole("button", { name: /批\s*准/ }).click();
    await manager.getByText("已批准").first().waitFor();
  });
  await as("senior_collector", async (senior) => {
    const plan = await openPlan(senior);
    await plan.getByRole("button", { name: "发出文本" }).click();
    const issue = senior.getByRole("dialog", { name: "发出协议文本" });
    await issue.getByRole("button", { name: "发出文本" }).click();
    await senior.getByText("文本已发出，请让客户签署").waitFor();
    await plan.getByRole("button", { name: "登记签署" }).click();
    const sign = senior.getByRole("dialog", { name: "登记客户签署" });
    await sign.getByLabel("签署人").fill("陆总");
    await sign.getByLabel("职务").fill("总经理");
    await sign.getByRole("button", { name: "登记签署" }).click();
    await senior.getByText("已登记签署，协议生效").waitFor();
    await plan.getByText("履行中").first().waitFor();
  });
});

test("two instalments are missed: default, and the senior declares the rest due", async () => {
  await house.goTo("2026-12-08");
  await house.goTo("2026-12-15");
  await as("senior_collector", async (senior) => {
    const plan = await openPlan(senior);
    await plan.getByText("已违约").first().waitFor();
    await plan.getByRole("button", { name: "宣布全部到期" }).click();
    const sure = senior.getByRole("dialog", { name: "宣布剩余款项全部到期" });
    await sure.getByLabel("理由").fill("连续两期未付");
    await sure.getByRole("button", { name: "宣布全部到期" }).click();
    await senior.getByText("剩余款项已全部到期").waitFor();
    await plan.getByText("已加速到期").first().waitFor();
  });
});

test("a part is disputed, sales answers, and finance credits it", async () => {
  await openCustomer(owner);
  await acts(owner).getByRole("button", { name: "争议", exact: true }).click();
  await owner.getByLabel("争议金额").fill("10000.00");
  await pick(owner, "原因", "价格不符");
  await owner.getByLabel("说明").fill("合同价每台少 100 元");
  await owner.getByRole("button", { name: "登记争议" }).click();
  await owner.getByText(/争议已登记/).waitFor();
  await as("sales", async (sales) => {
    await sales.goto("/demo/disputes");
    await sales.getByRole("grid", { name: "争议清单" }).getByText("26332").first().click();
    const drawer = sales.getByRole("dialog");
    await drawer.getByRole("button", { name: /^答\s*复$/ }).click();
    await drawer.getByLabel("答复内容").fill("查了合同，客户说得对，应减一万元");
    await drawer
      .getByRole("button", { name: /^答\s*复$/ })
      .last()
      .click();
    await sales.getByText("已答复，转处理人决定").waitFor();
  });
  await as("finance", async (finance) => {
    await finance.goto("/demo/disputes");
    await finance.getByRole("grid", { name: "争议清单" }).getByText("26332").first().click();
    const drawer = finance.getByRole("dialog");
    await drawer.getByRole("button", { name: "开红字冲减" }).click();
    expect(await drawer.getByLabel("红字金额").inputValue()).toBe("10,000.00");
    await drawer.getByRole("button", { name: "开红字冲减" }).last().click();
    await finance.getByText(/已开红字 .*，争议结束/).waitFor();
  });
});

test("the cashier takes the rest, and the case is closed", async () => {
  await as("cashier", async (cashier) => {
    await cashier.goto("/demo/receipts");
    await cashier.getByRole("button", { name: "登记收款" }).click();
    const dialog = cashier.getByRole("dialog", { name: "登记收款" });
    await dialog.getByLabel("金额").fill("80000.00");
    await dialog.getByRole("combobox", { name: "客户" }).fill(CUSTOMER);
    await cashier.locator(".ant-select-item-option").filter({ hasText: CUSTOMER }).first().click();
    await dialog.getByRole("button", { name: /登\s*记$/ }).click();
    await cashier.getByText(/已登记 RC-/).waitFor();
    await cashier.getByRole("button", { name: "去核销" }).click();
    await cashier.getByRole("button", { name: "从最早到期的填起" }).click();
    await cashier.getByRole("button", { name: "核销", exact: true }).click();
    await cashier.getByText(/^已核销到/).waitFor();
  });
  await openCustomer(owner, "items");
  await owner.getByText("没有未清单据").first().waitFor();
});

/** Day, what happened, and below it who did it and why; newest first, as it is shown. */
const TOLD: readonly (readonly [day: string, what: RegExp, whoAndWhy: RegExp])[] = [
  ["2026-12-15", /^核销 RC-.*CNY 80,000\.00/, /登记人 cashier/],
  ["2026-12-15", /^争议结束 .*已开红字/, /CNY 10,000\.00 .* 登记人 finance/],
  ["2026-12-15", /^争议 .*部门已答复/, /应减一万元 · 登记人 sales/],
  ["2026-12-15", /^争议 .*CNY 10,000\.00（价格不符）/, /由销售在 .* 前答复 · 登记人 何欢/],
  ["2026-12-15", /^还款计划 .*加速到期/, /连续两期未付 · 登记人 senior_collector/],
  ["2026-12-15", /^还款计划 .*已违约/, /2 期未按时付款，逾期 CNY 45,000\.00/],
  ["2026-12-15", /^逾期全部结清，案件结案/, /资金困难/],
  ["2026-12-08", /^还款计划 .*一期未按时付款/, /第 1 期 2026-12-04 未付/],
  ["2026-11-30", /^还款计划 .*已签署/, /陆总（总经理）2026-11-30 签署 · 登记人 senior_collector/],
  ["2026-11-30", /^还款计划 .*获批准/, /按周付，可以 · 登记人 credit_manager/],
  ["2026-11-30", /^还款计划 .*提出/, /下游回款慢，愿意每周付一期 · 登记人 何欢/],
  ["2026-11-30", /^升级至高级催收专员（已办）/, /谈妥分期 · 登记人 senior_collector/],
  ["2026-11-30", /^升级至高级催收专员$/, /付款承诺未兑现.* 登记人 系统自动/],
  ["2026-11-23", /^承诺 2026-11-25 付款 CNY 90,000\.00/, /沈会计 · 电话 · 登记人 何欢/],
  ["2026-11-23", /^电话：已联系上/, /资金困难 · 沈会计 · 登记人 何欢/],
  ["2026-11-23", /^邮件：首次催款函/, /收件人 沈会计/],
  ["2026-11-23", /^出现逾期，建立催收案件/, /^/],
  ["2026-11-20", /^负责人变更：未分配 → 何欢/, /新客户 · 登记人 credit_manager/],
];

test("every step stands in the customer's timeline, with who, when and why", async () => {
  await openCustomer(owner);
  const shown = owner.getByRole("tabpanel", { name: "时间线" });
  for (const [day, what, whoAndWhy] of TOLD) {
    const section = shown.locator("section").filter({ hasText: day });
    const event = section
      .getByRole("listitem")
      .filter({ has: owner.getByText(what) })
      .filter({ hasText: whoAndWhy });
    expect(await event.count(), `${day} ${what}`).toBeGreaterThan(0);
  }
});

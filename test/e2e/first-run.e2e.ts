/** The first ten minutes: administrator, own Excel, first day's plan, release, outbox. */
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  axeFaults,
  FIRST_RUN_TOKEN,
  openTestHouse,
  PASSWORD,
  signIn,
  type TestHouse,
} from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: false });
});
afterAll(() => house.close());

/** Three good rows, of which two are late, and one with a day that doesn't exist. */
const LEDGER = [
  "客户名称,发票号,开票日期,到期日,金额",
  "苏州启明机电有限公司,25332000000000000001,2026-08-01,2026-10-01,12000.00",
  "苏州启明机电有限公司,25332000000000000002,2026-09-01,2026-11-01,8000.50",
  "无锡远航五金有限公司,25332000000000000003,2026-11-01,2026-12-31,3000.00",
  "无锡远航五金有限公司,25332000000000000004,2026-11-01,2026/2/30,500.00",
].join("\n");

test("from an empty house to the first letter", async () => {
  const page = await house.open();
  await page.goto("/");
  await page.waitForURL("**/first-administrator");
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel("令牌").fill(FIRST_RUN_TOKEN);
  await page.getByLabel("姓名").fill("林会计");
  await page.getByLabel("邮箱").fill("lin@own.example");
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByLabel("债权人（公司）名称").fill("苏州某某电子有限公司");
  await page.getByLabel("公司代码").fill("own");
  await page.getByRole("button", { name: "建立并登录" }).click();
  await page.waitForURL("**/own/start");

  await page.getByRole("button", { name: "去导入" }).click();
  await page.getByLabel("选择文件").setInputFiles({
    name: "应收明细.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LEDGER),
  });
  await page.getByText("1 处问题").waitFor();
  await page.getByRole("cell", { name: /2026\/2\/30/ }).waitFor();
  const store = page.getByRole("button", { name: /^入库/ });
  expect(await store.isDisabled()).toBe(true);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel("跳过有问题的行，只导入正确的行").check();
  await expect.poll(() => store.isEnabled()).toBe(true);
  await store.click();
  await page.getByText("导入完成").waitFor();

  await page.getByRole("button", { name: "查看当日计划" }).click();
  await page.getByRole("button", { name: "生成今天的计划" }).click();
  await page.getByRole("heading", { name: "这是第一天" }).waitFor();
  await page.getByRole("radio").first().check();
  await page.getByRole("grid", { name: "动作清单" }).getByText("首次催款函").first().click();
  await page.getByRole("dialog").getByRole("heading", { name: "将寄出的信函" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^全部放行/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^全部放行/ })
    .click();
  await page.getByText(/已放行 \d+ 个/).waitFor();

  await page.getByRole("link", { name: "待发箱", exact: true }).click();
  const letters = page.getByRole("grid", { name: "信函清单" });
  await letters.getByText("已发出", { exact: true }).first().waitFor({ timeout: 30_000 });
  expect(await letters.getByText("苏州启明机电有限公司").count()).toBe(1);
  await page.context().close();
});

test("the customer promises to pay, and the promise stands where it should", async () => {
  const page = await house.open();
  await signIn(page, "lin@own.example");
  await page.goto("/own/customers?filter=overdue");
  await page.getByRole("link", { name: "苏州启明机电有限公司" }).click();
  await page.getByRole("button", { name: "付款承诺" }).click();
  await page.getByLabel("付款日").fill("2026-11-27");
  await page.keyboard.press("Tab");
  await page.getByText("承诺合计 CNY 20,000.50").waitFor();
  await page.getByRole("button", { name: "登记承诺" }).click();
  await page.getByText(/承诺已登记，\d{4}-\d{2}-\d{2} 判定是否兑现/).waitFor();
  await page.getByText("承诺 2026-11-27 付款 CNY 20,000.50").first().waitFor();
  await page.getByRole("tab", { name: /承诺与计划/ }).click();
  await page.getByText("待兑现").first().waitFor();
  await page.context().close();
});

test("the same file again changes nothing", async () => {
  const page = await house.open();
  await signIn(page, "lin@own.example");
  await page.goto("/own/import");
  await page.getByLabel("选择文件").setInputFiles({
    name: "应收明细.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(LEDGER.split("\n").slice(0, 4).join("\n")),
  });
  await page.getByText("文件与账上完全一致，没有要入库的内容").waitFor();
  expect(await page.getByRole("button", { name: /^入库/ }).isDisabled()).toBe(true);
  await page.context().close();
});

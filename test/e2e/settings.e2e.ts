/** The company's page: the letterhead in a preview, test mode left knowingly, reasons for a no. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, FIRST_RUN_TOKEN, openTestHouse, PASSWORD, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: false });
});
afterAll(() => house.close());

const LETTERHEAD = [
  ["地址", "江苏省苏州市虎丘区云杉路 188 号"],
  ["电话", "0512-6600 1188"],
  ["邮箱", "ar@own.example"],
  ["开户银行", "中国银行苏州科技城支行"],
  ["账号", "4876 5000 1234 5678"],
] as const;

async function beginHouse(page: Page): Promise<void> {
  await page.goto("/first-administrator");
  await page.getByLabel("令牌").fill(FIRST_RUN_TOKEN);
  await page.getByLabel("姓名").fill("林会计");
  await page.getByLabel("邮箱").fill("lin@own.example");
  await page.getByLabel("密码").fill(PASSWORD);
  await page.getByLabel("债权人（公司）名称").fill("苏州某某电子有限公司");
  await page.getByLabel("公司代码").fill("own");
  await page.getByRole("button", { name: "建立并登录" }).click();
  await page.waitForURL("**/own/start");
}

test("test mode is left once the letterhead is whole, and after a plain question", async () => {
  const page = await house.open();
  await beginHouse(page);
  const banner = page.getByRole("status").filter({ hasText: "测试模式" });
  await banner.getByRole("link", { name: "查看设置" }).click();
  await page.waitForURL("**/own/settings");

  const card = page.getByRole("region", { name: "测试模式" });
  await card.getByText("信头不完整，缺地址、电话、邮箱、开户银行、账号").first().waitFor();
  await card.getByRole("button", { name: /^关闭测试模式/ }).press("Enter");
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.getByText("尚缺，补齐后才能关闭测试模式").count()).toBe(LETTERHEAD.length);

  const preview = page.getByRole("region", { name: "信头预览" });
  for (const [label, value] of LETTERHEAD) await page.getByLabel(label).fill(value);
  await preview.getByText("电话：0512-6600 1188 · 邮箱：ar@own.example").waitFor();
  await preview.getByText("中国银行苏州科技城支行").waitFor();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("没有改动").waitFor();
  expect(await axeFaults(page)).toEqual([]);

  await card.getByRole("button", { name: "关闭测试模式" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("每一封放行的信函都会真正送达客户").waitFor();
  await dialog.getByRole("button", { name: "取消" }).click();
  await dialog.waitFor({ state: "hidden" });
  expect(await banner.count()).toBe(1);
  await card.getByRole("button", { name: "关闭测试模式" }).click();
  await dialog.getByRole("button", { name: "关闭，开始寄给客户" }).click();
  await banner.waitFor({ state: "detached" });

  await page.getByLabel("电话").fill(" ");
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("正在寄给客户，不能留空").waitFor();
  await card.getByRole("button", { name: "开启测试模式" }).click();
  await banner.waitFor();
  await page.context().close();
});

/** Today by keyboard: from one customer to the next, acts with undo, drafts, many at once. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, openTestHouse, overflow, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

const LIST = { name: "今日清单" };
const ACTS = { name: "处理" };

async function openToday(width = 1440): Promise<Page> {
  const page = await house.open({ as: "collector", width });
  await page.goto("/demo/today?whose=all");
  await page.getByRole("grid", LIST).waitFor();
  return page;
}

/** The customer beside the list, once its work is there. */
async function opened(page: Page): Promise<string> {
  await page.getByRole("region", ACTS).waitFor();
  return (await page.getByRole("complementary").getByRole("heading").first().textContent()) ?? "";
}

const counted = async (page: Page): Promise<number> =>
  Number(await page.getByRole("grid", LIST).getAttribute("aria-rowcount"));

test("j and k walk the list, w says why, o opens the customer", async () => {
  const page = await openToday();
  const first = await opened(page);
  await page.keyboard.press("j");
  await expect.poll(() => opened(page)).not.toBe(first);
  const second = await opened(page);
  await page.keyboard.press("k");
  await expect.poll(() => opened(page)).toBe(first);
  await page.keyboard.press("w");
  await page.getByText(/优先级 \d+ 分，由这些规则相加/).waitFor();
  await page.keyboard.press("w");
  await page.keyboard.press("j");
  await expect.poll(() => opened(page)).toBe(second);
  await page.keyboard.press("o");
  await page.getByRole("heading", { level: 1, name: second }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await page.waitForURL(/\/today/);
  await page.context().close();
});

test("a snooze is typed, left, found again, saved by Ctrl+Enter and undone by u", async () => {
  const page = await openToday();
  const name = await opened(page);
  const waiting = await counted(page);
  await page.keyboard.press("s");
  await page.getByLabel("为什么推迟").fill("等对方财务下周回来");
  await page.keyboard.press("Escape");
  await expect.poll(() => page.getByLabel("为什么推迟").count()).toBe(0);
  await page.keyboard.press("j");
  await expect.poll(() => opened(page)).not.toBe(name);
  await page.keyboard.press("k");
  await expect.poll(() => opened(page)).toBe(name);
  await page.keyboard.press("s");
  await expect.poll(() => page.getByLabel("为什么推迟").inputValue()).toBe("等对方财务下周回来");
  await page.getByRole("button", { name: "3 天后" }).click();
  await page.keyboard.press("Control+Enter");
  await page.getByText(/已推迟至/).waitFor();
  await expect.poll(() => opened(page)).not.toBe(name);
  await expect.poll(() => counted(page)).toBe(waiting - 1);
  await page.keyboard.press("u");
  await page.getByText("已撤销", { exact: true }).waitFor();
  await expect.poll(() => counted(page)).toBe(waiting);
  await page.context().close();
});

test("a call-back at an hour stands above the list and is taken back", async () => {
  const page = await openToday();
  const name = await opened(page);
  await page.keyboard.press("b");
  await page.getByLabel(/几点/).fill("14:30");
  await page.getByLabel("说什么").fill("问付款排期");
  await page.keyboard.press("Control+Enter");
  await page.getByText(/已约 .* 14:30 回电/).waitFor();
  const calls = page.getByRole("region", { name: "约定回电" });
  await calls.getByRole("button", { name: new RegExp(`14:30.*${name.slice(0, 4)}`) }).waitFor();
  await page.keyboard.press("u");
  await page.getByText("已撤销", { exact: true }).waitFor();
  await page.context().close();
});

test("chosen customers are snoozed at once after a preview, and all of it is undone", async () => {
  const page = await openToday();
  await opened(page);
  const waiting = await counted(page);
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByText("已选 2 个客户").waitFor();
  await page.keyboard.press("e");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("推迟", { exact: true }).click();
  await dialog.getByRole("button", { name: "明天" }).click();
  await dialog.getByLabel("原因").fill("等月底付款排期");
  await dialog.getByRole("button", { name: "预览" }).click();
  await dialog.getByText("2 个都可以执行").waitFor();
  expect(await counted(page)).toBe(waiting);
  await dialog.getByRole("button", { name: "执行 2 个" }).click();
  await dialog.getByText("2 个已执行").waitFor();
  await dialog.getByRole("button", { name: "关闭" }).last().click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => counted(page)).toBe(waiting - 2);
  await page.keyboard.press("u");
  await page.getByText("已撤销", { exact: true }).waitFor();
  await expect.poll(() => counted(page)).toBe(waiting);
  await page.context().close();
});

test("filters stand in the URL; ? shows every key", async () => {
  const page = await house.open({ as: "collector" });
  await page.goto("/demo/today?whose=all&stage=legal&reason=malice");
  await page.getByText("没有符合条件的客户").waitFor();
  await page.getByRole("button", { name: "清除筛选" }).click();
  await page.getByRole("grid", LIST).waitFor();
  expect(page.url()).not.toContain("stage=");
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "键盘快捷键" });
  for (const does of ["登记沟通", "推迟", "约回电", "批量处理", "撤销上一步"]) {
    await dialog.getByText(does, { exact: true }).waitFor();
  }
  await page.context().close();
});

test("on a phone the list gives way to the customer, and Escape goes back", async () => {
  const page = await openToday(390);
  await page.getByRole("row").first().click();
  const name = await opened(page);
  expect(name).not.toBe("");
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "返回清单" }).click();
  await page.getByRole("grid", LIST).waitFor();
  await page.context().close();
});

test("cases are listed, filtered and told by reason, without a fault", async () => {
  const page = await house.open({ as: "collector" });
  await page.goto("/demo/cases");
  await page.getByRole("grid", { name: "案件清单" }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto("/demo/cases?view=reasons");
  await page.getByRole("region", { name: "为什么逾期" }).getByRole("listitem").first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("link", { name: "看案件" }).first().click();
  await page.waitForURL(/reason=/);
  await page.context().close();
});

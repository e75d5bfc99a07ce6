/** Who works here, in the browser: a user is made, a team, a substitute, a hand-over. */
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, openTestHouse, overflow, signIn, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

/** Chooses from a select box of a dialog. */
async function choose(page: Page, dialog: Locator, label: string, option: string): Promise<void> {
  // One that is still closing would be found instead of the one that opens.
  await page.locator(".ant-select-dropdown:visible").waitFor({ state: "hidden" });
  await dialog.getByLabel(label, { exact: true }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

/** Ticks the first customers of the list, and says which. */
async function tick(page: Page, count: number): Promise<readonly string[]> {
  const boxes = page.getByRole("grid", { name: "客户清单" }).getByRole("checkbox", {
    name: /^选择: /,
  });
  await boxes.first().waitFor();
  const names: string[] = [];
  for (let at = 0; at < count; at += 1) {
    await boxes.nth(at).click();
    const label = await boxes.nth(at).getAttribute("aria-label");
    names.push((label ?? "").replace("选择: ", ""));
  }
  return names;
}

/** The administrator makes a collector who sees only their own customers. */
async function makeCollector(): Promise<string> {
  const page = await house.open({ as: "administrator" });
  await page.goto("/demo/people");
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "新建用户" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("安然");
  await dialog.getByLabel("登录邮箱").fill("an@house.example");
  await dialog.getByRole("button", { name: "新建用户" }).click();
  await page.getByText("请转告安然").waitFor();
  const password = (await page.locator("code.first-password").textContent()) ?? "";
  await page.getByRole("button", { name: "我已记下" }).click();
  await page.getByRole("grid", { name: "用户清单" }).getByText("安然").click();
  const drawer = page.getByRole("dialog", { name: "安然" });
  await drawer.getByText("催收专员 · 本人客户").waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto("/demo/people?tab=roles");
  await page.getByRole("rowheader", { name: "发布催收政策 *" }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.context().close();
  return password;
}

async function makeTeam(page: Page): Promise<void> {
  await page.goto("/demo/team?tab=teams");
  await page.getByRole("button", { name: "新建团队" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("团队名称").fill("华东组");
  await choose(page, dialog, "成员", "安然");
  await page.keyboard.press("Escape");
  await dialog.getByLabel("团队名称").click();
  await dialog.getByRole("button", { name: "新建团队" }).click();
  await page.getByText("团队已建立").waitFor();
  await page.getByRole("heading", { name: "华东组" }).waitFor();
}

async function nameSubstitute(page: Page): Promise<void> {
  await page.goto("/demo/team?tab=substitutes");
  await page.getByRole("button", { name: "安排代理" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, dialog, "不在岗人员", "collector");
  await choose(page, dialog, "代理人", "安然");
  await dialog.getByLabel("恢复在岗日").fill("2026-12-01");
  await dialog.getByLabel("恢复在岗日").press("Enter");
  await dialog.getByLabel("原因").fill("休年假");
  await dialog.getByRole("button", { name: "安排代理" }).click();
  await page.getByText("collector → 安然").waitFor();
  await page.getByText("代理中").waitFor();
  await page.getByRole("button", { name: "提前结束" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提前结束" }).click();
  await page.getByText("代理已结束").waitFor();
}

/** Gives customers of nobody to one collector, and hands two of them over to the other. */
async function handOver(page: Page): Promise<readonly string[]> {
  await page.goto("/demo/team?tab=customers");
  await tick(page, 4);
  await page.getByRole("button", { name: "分配所选 4 家" }).click();
  const assign = page.getByRole("dialog");
  await choose(page, assign, "接收人", "collector");
  await assign.getByLabel("原因").fill("分工");
  await assign.getByRole("button", { name: "分配所选 4 家" }).click();
  await page.getByText("已分配 4 家客户").waitFor();
  await page.goto("/demo/team");
  await page.getByRole("grid", { name: "成员清单" }).getByText("collector").first().click();
  await page.getByRole("button", { name: "移交全部客户" }).waitFor();
  const names = await tick(page, 2);
  await page.getByRole("button", { name: "移交所选 2 家" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, dialog, "接收人", "安然");
  await dialog
    .getByRole("region", { name: "将移交" })
    .getByText(names[0] ?? "")
    .waitFor();
  await dialog.getByLabel("原因").fill("调整分工");
  await dialog.getByRole("button", { name: "移交 2 家客户" }).click();
  await page.getByText(/已移交 2 家客户/).waitFor();
  return names;
}

test("a new collector gets a team, stands in, takes customers over, and sees only those", async () => {
  const password = await makeCollector();
  const page = await house.open({ as: "credit_manager" });
  await makeTeam(page);
  await nameSubstitute(page);
  const names = await handOver(page);
  await page.context().close();

  const own = await house.open();
  await signIn(own, "an@house.example", password);
  await own.goto("/demo/customers?filter=all");
  const list = own.getByRole("grid").first();
  await list.getByText(names[0] ?? "").waitFor();
  expect(await list.getAttribute("aria-rowcount")).toBe("3");
  await own.goto("/demo/team");
  await own.getByRole("heading", { name: "华东组" }).waitFor();
  expect(await own.getByText("客户分工").count()).toBe(0);
  await own.context().close();
});

test("a group is made, filled and put on hold", async () => {
  const page = await house.open({ as: "credit_manager" });
  await page.goto("/demo/team?tab=groups");
  await page.getByRole("button", { name: "新建集团" }).click();
  await page.getByRole("dialog").getByLabel("集团名称").fill("云杉集团");
  await page.getByRole("dialog").getByRole("button", { name: "新建集团" }).click();
  await page.getByText("集团里还没有公司").waitFor();
  await page.getByRole("combobox", { name: "客户", exact: true }).fill("1");
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option").first().click();
  await page.getByRole("button", { name: "移出" }).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await axeFaults(page)).toEqual([]);

  await page.goto("/demo/promises?tab=holds");
  await page.getByRole("button", { name: "暂停一个集团的催收" }).click();
  const dialog = page.getByRole("dialog");
  await choose(page, dialog, "集团", "云杉集团（集团 1 家公司）");
  await dialog.getByLabel(/^暂停至/).fill("2026-12-01");
  await dialog.getByLabel(/^暂停至/).press("Enter");
  await dialog.getByLabel("原因").fill("集团重组，统一协商");
  await dialog.getByRole("button", { name: "暂停催收" }).click();
  await page.getByRole("grid").getByText("云杉集团（集团 1 家公司）").waitFor();
  await page.context().close();
});

test("on a phone nothing sticks out", async () => {
  const page = await house.open({ as: "credit_manager", language: "en", width: 390 });
  for (const tab of ["members", "customers", "teams", "substitutes", "groups"]) {
    await page.goto(`/demo/team?tab=${tab}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});

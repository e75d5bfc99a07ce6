/** A collector's day: from the list to the act, and what the customer's page then says. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

/** Opens the first customer with something overdue. */
async function openLateCustomer(page: Page): Promise<string> {
  await page.goto("/demo/customers?filter=overdue&sort=overdue&direction=desc");
  const link = page.getByRole("grid").getByRole("link").first();
  const name = (await link.textContent()) ?? "";
  await link.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return name;
}

test("a call is logged from Today by keyboard, and leaves the list", async () => {
  const page = await house.open({ as: "collector" });
  await page.goto("/demo/today?whose=all&kind=task");
  const list = page.getByRole("grid", { name: "今日清单" });
  await list.focus();
  await page.keyboard.press("j");
  const acts = page.getByRole("region", { name: "处理" });
  await acts.waitFor();
  const waiting = Number(await list.getAttribute("aria-rowcount"));
  const release = page.getByRole("button", { name: "放行", exact: true });
  if (await release.isVisible()) await release.click();
  await acts.getByRole("button", { name: "登记沟通", disabled: false }).waitFor();
  await page.keyboard.press("c");
  await page.getByRole("combobox", { name: "结果" }).click();
  await page.getByTitle("无人接听").click();
  await page.getByLabel("对方怎么说").fill("占线，下午再打");
  await page.getByRole("button", { name: "明天" }).click();
  await page.getByRole("button", { name: "保存" }).click();
  await page.getByText("已登记").waitFor();
  await expect
    .poll(async () => Number(await list.getAttribute("aria-rowcount").catch(() => "1")))
    .toBeLessThan(waiting);
  await page.context().close();
});

test("a dispute for more than is open is refused beside the field", async () => {
  const page = await house.open({ as: "collector" });
  await openLateCustomer(page);
  await page.getByRole("button", { name: "争议", exact: true }).click();
  await page.getByLabel("争议金额").fill("999,999,999.00");
  await page.getByRole("button", { name: "登记争议" }).click();
  await page.getByText(/不能超过未清金额/).waitFor();
  await page.context().close();
});

test("why opens the reasons of a step with their facts", async () => {
  const page = await house.open({ as: "collector" });
  await page.goto("/demo/plan");
  await page.getByRole("grid", { name: "动作清单" }).waitFor();
  await page.getByRole("button", { name: "为什么" }).first().click();
  await page.getByRole("tooltip").getByRole("listitem").first().waitFor();
  await page.context().close();
});

test("the ageing table ties, sorts, goes back in time and keeps its filters when exported", async () => {
  const page = await house.open({ as: "auditor" });
  await page.goto("/demo/ageing");
  await page.getByText("与总账一致").waitFor();
  await page.getByRole("img", { name: "各账龄区间金额" }).waitFor();
  await page.goto("/demo/ageing?on=2026-10-31&buckets=15,45");
  await page.getByRole("columnheader", { name: "45 天以上" }).waitFor();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  const name = (await file).suggestedFilename();
  expect(name).toMatch(/\.csv$/);
  expect(page.url()).toContain("buckets=15");
  await page.context().close();
});

test("a customer is found from anywhere by the slash key", async () => {
  const page = await house.open({ as: "collector" });
  const name = await openLateCustomer(page);
  await page.goto("/demo/policy");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type(name.slice(0, 4));
  await page
    .getByTitle(name)
    .or(page.getByText(name, { exact: true }))
    .last()
    .waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/customers\/[0-9a-f-]+$/);
  await page.context().close();
});

test("a policy with a fault is told by its line; a sound one is published", async () => {
  const page = await house.open({ as: "credit_manager" });
  await page.goto("/demo/policy?tab=text");
  const text = page.getByLabel("政策文本");
  const sound = await text.inputValue();
  await text.fill(sound.replace("channel: email", "channel: pigeon"));
  await page.getByRole("button", { name: "检查" }).click();
  await page
    .getByRole("alert")
    .getByText(/第 \d+ 行/)
    .first()
    .waitFor();
  await text.fill(sound.replace("demand_every_days: 7", "demand_every_days: 10"));
  await page.getByRole("button", { name: "发布新版本" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "发布新版本" }).click();
  await page.getByText("已发布第 2 版").waitFor();
  await page.getByRole("tab", { name: "阶梯" }).click();
  await page.getByText("同一客户每 10 天最多一次").waitFor();
  await page.context().close();
});

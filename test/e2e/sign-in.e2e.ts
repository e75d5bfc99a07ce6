/** The door: who may come in, what is said to who may not, and leaving. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, openTestHouse, signIn, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

test("a wrong password is refused in the form, the right one opens Today", async () => {
  const page = await house.open();
  await page.goto("/");
  await page.waitForURL("**/sign-in");
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel("邮箱").fill("collector@house.example");
  await page.getByLabel("密码").fill("wrong password");
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("alert").getByText("邮箱或密码不对").waitFor();

  await signIn(page, "collector@house.example");
  await page.getByRole("heading", { name: "今日待办", level: 1 }).waitFor();
  await page.getByText("测试模式").first().waitFor();
  await page.context().close();
});

test("the language is switched by one press and remembered", async () => {
  const page = await house.open({ as: "collector" });
  await page.goto("/demo/today");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
  expect(await page.getAttribute("html", "lang")).toBe("en");
  const other = await page.context().newPage();
  await other.goto("/demo/customers");
  await other.getByRole("heading", { name: "Customers", level: 1 }).waitFor();
  await page.context().close();
});

test("who signs out is out, and a link leads to the door", async () => {
  const page = await house.open();
  await signIn(page, "auditor@house.example");
  await page.getByRole("button", { name: /^我的账户/ }).click();
  await page.getByText("退出登录").click();
  await page.waitForURL("**/sign-in");
  await page.goto("/demo/plan");
  await page.waitForURL("**/sign-in");
  await page.context().close();
});

test("what a role may not do is shown with the reason", async () => {
  const page = await house.open({ as: "auditor" });
  await page.goto("/demo/customers");
  await page.getByRole("grid").getByRole("link").first().click();
  const promise = page.getByRole("button", { name: /^付款承诺/ });
  await promise.waitFor();
  expect(await promise.getAttribute("aria-disabled")).toBe("true");
  expect(await promise.textContent()).toContain("您的角色没有这个权限");
  await page.context().close();
});

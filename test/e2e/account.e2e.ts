/** My account in the browser: the second factor, other devices, a forgotten password. */
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, openTestHouse, overflow, PASSWORD, signIn, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

test("a second factor is set up by scanning and asked for at the next sign-in", async () => {
  const page = await house.open({ as: "legal" });
  await page.goto("/demo/account");
  await page.getByRole("heading", { name: "我的账户", level: 1 }).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("button", { name: "开启两步验证" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("当前密码").fill(PASSWORD);
  await dialog.getByRole("button", { name: "下一步" }).click();
  const key = (await dialog.locator("code").textContent()) ?? "";
  const telephone = new TOTP({ secret: Secret.fromBase32(key) });
  await dialog.getByLabel("6 位数字").fill(telephone.generate());
  await dialog.getByRole("button", { name: "确认并开启" }).click();
  await dialog.getByText("备用码").first().waitFor();
  await dialog.getByRole("button", { name: "我已保存" }).click();
  await page.getByText("已开启：登录时").waitFor();

  const other = await house.open();
  await other.goto("/sign-in");
  await other.getByLabel("邮箱").fill("legal@house.example");
  await other.getByLabel("密码").fill(PASSWORD);
  await other.getByRole("button", { name: "登录" }).click();
  await other.getByRole("heading", { name: "两步验证" }).waitFor();
  expect(await axeFaults(other)).toEqual([]);
  await other.getByLabel("验证码").fill("000000");
  await other.getByRole("button", { name: "验证并登录" }).click();
  await other.getByRole("alert").getByText("验证码不对").waitFor();
  await other.getByLabel("验证码").fill(telephone.generate());
  await other.getByRole("button", { name: "验证并登录" }).click();
  await other.waitForURL("**/today");
  await page.context().close();
  await other.context().close();
});

test("other devices are shown and signed out", async () => {
  const [here, there] = [await house.open(), await house.open()];
  await signIn(here, "executive@house.example");
  await signIn(there, "executive@house.example");
  await here.goto("/demo/account");
  await here.getByText("当前设备").waitFor();
  await here.getByRole("button", { name: "退出其他所有设备" }).click();
  await here.getByText("只在这一台设备上登录").waitFor();
  await there.goto("/demo/today");
  await there.waitForURL("**/sign-in");
  await here.context().close();
  await there.context().close();
});

test("a forgotten password is set anew by the mailed link", async () => {
  const page = await house.open({ width: 390 });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "忘记密码" }).click();
  await page.getByLabel("邮箱").fill("finance@house.example");
  await page.getByRole("button", { name: "发送链接" }).click();
  await page.getByText("链接已经发出").waitFor();
  expect(await axeFaults(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const token = house.resets.at(-1)?.token ?? "";
  await page.goto(`/reset-password?token=${token}`);
  await page.getByLabel("密码").fill("eine neue lange Losung");
  await page.getByRole("button", { name: "保存新密码" }).click();
  await page.getByText("新密码已生效").waitFor();
  await signIn(page, "finance@house.example", "eine neue lange Losung");
  await page.context().close();
});

/** Every page: no fault that axe finds, nothing sticking out, in both languages and two widths. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults, openTestHouse, overflow, type TestHouse } from "./kit.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ demo: true });
});
afterAll(() => house.close());

const PAGES = [
  "today",
  "customers",
  "ageing",
  "plan",
  "plan?tab=skips",
  "outbox",
  "cases",
  "cases?view=groups",
  "cases?view=reasons",
  "bank-lines",
  "match",
  "import",
  "policy",
  "policy?tab=text",
  "settings",
  "promises",
  "promises?tab=repayment_plan",
  "promises?tab=holds",
  "disputes",
  "disputes?tab=complaints",
  "disputes?tab=causes",
  "approvals",
  "tasks",
  "meeting",
  "account",
  "team",
  "team?tab=customers",
  "team?tab=teams",
  "team?tab=substitutes",
  "team?tab=groups",
  "start",
];
const CUSTOMER_TABS = ["timeline", "items", "agreed", "disputes", "contacts", "documents"];

describe.each([
  { language: "zh", width: 1440 },
  { language: "en", width: 390 },
] as const)("in $language at $width", (seen) => {
  test.each(PAGES)("%s is sound", async (path) => {
    const page = await house.open({ as: "credit_manager", ...seen });
    await page.goto(`/demo/${path}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  test("one customer's page is sound on every tab", async () => {
    const page = await house.open({ as: "credit_manager", ...seen });
    await page.goto("/demo/customers?filter=overdue");
    await page
      .getByRole("row")
      .nth(seen.width < 600 ? 0 : 1)
      .click();
    await page.waitForURL(/\/customers\/[0-9a-f-]+$/);
    const faults: string[] = [];
    for (const tab of CUSTOMER_TABS) {
      await page.goto(`${page.url().split("?")[0]}?tab=${tab}`);
      faults.push(...(await axeFaults(page)).map((fault) => `${tab}: ${fault}`));
      if ((await overflow(page)) > 0) faults.push(`${tab} is wider than its window`);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

test("the keys are shown on asking, and go to pages", async () => {
  const page = await house.open({ as: "credit_manager" });
  await page.goto("/demo/today");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByText("键盘快捷键").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("3");
  await page.waitForURL("**/demo/plan");
  await page.context().close();
});

/** Treasury platforms: one list over several accounts, each a statement of its own. */
import { expect, test } from "vitest";
import { headLines, sampleFile } from "../../../test/kit/lists.ts";

test("accounts are told apart by their column", async () => {
  expect(headLines(await sampleFile("treasury", "platform.csv"))).toEqual([
    "73110122000150001 CNY 367992.33 396642.33 adds up",
    "73110122000150099 CNY 0.00 100.00 adds up",
  ]);
});

test("two title rows above the header of a workbook", async () => {
  const file = await sampleFile("treasury", "two-title-rows.xlsx");
  expect(file.statements[0]).toMatchObject({
    owner: "星河仪表（苏州）有限公司",
    account: "73110122000150001",
  });
});

/** WeChat's personal bill: ¥ before amounts, the way of money by words where it has no 收/支. */
import { expect, test } from "vitest";
import { entryLines, sampleFile } from "../../../test/kit/lists.ts";

test("payments, and what moves between own pockets", async () => {
  const file = await sampleFile("wechat-personal", "bill.csv");
  expect(entryLines(file)).toEqual([
    "12 2026-09-26 -28.16 某面馆 | 午餐, 两份",
    "13 2026-09-24 1200.00 青禾包装厂 | 转账备注:货款",
    "14 2026-08-15 -100.10 某某银行 | 服务费¥0.10",
    "15 2026-08-14 100.00 某某银行 | -",
  ]);
  expect(file.statements[0]?.skipped).toEqual([{ line: 16, because: "neither_in_nor_out" }]);
});

test("the same list on a second sheet is taken once", async () => {
  const file = await sampleFile("wechat-personal", "same-list-on-two-sheets.xlsx");
  expect(entryLines(file)).toHaveLength(2);
});

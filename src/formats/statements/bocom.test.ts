/** BOCOM: 贷 Cr is money in, 借 Dr money out. */
import { expect, test } from "vitest";
import { entryLines, headLines, sampleFile } from "../../../test/kit/lists.ts";

test("marks in two languages", async () => {
  const file = await sampleFile("bocom", "marks.csv");
  expect(headLines(file)).toEqual(["- CNY 100.00 110.00 adds up"]);
  expect(entryLines(file)).toEqual([
    "2 2026-01-01 1.23 应付利息 | -",
    "3 2026-02-02 -1.23 林木木 | -",
    "4 2026-04-04 10.00 青禾包装厂 | 货款(网银)",
  ]);
});

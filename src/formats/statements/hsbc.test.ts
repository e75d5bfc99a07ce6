/** HSBC: days first, a tab behind each quote, one statement a currency. */
import { expect, test } from "vitest";
import { entryLines, headLines, sampleFile } from "../../../test/kit/lists.ts";

test("two currencies are two statements, each with its own balances", async () => {
  const file = await sampleFile("hsbc", "two-currencies.csv");
  expect(headLines(file)).toEqual(["- HKD 3113.17 3612.17 adds up", "- USD 0.00 12500.00 adds up"]);
  expect(entryLines(file)[0]).toBe("2 2026-03-04 -1.00 - | TRANSFER HC1234567890123456 22MAR");
});

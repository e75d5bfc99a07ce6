/** The language of letters by the customer's name. */
import { expect, test } from "vitest";
import { languageOfName } from "./customer-language.ts";

test.each([
  ["上海某某国际供应链管理（集团）股份有限公司", "zh"],
  ["ABB（中国）有限公司", "zh"],
  ["Northwind Traders LLC", "en"],
  ["株式会社サンプル", "zh"],
  ["", "en"],
] as const)("%s is written to in %s", (name, language) => {
  expect(languageOfName(name)).toBe(language);
});

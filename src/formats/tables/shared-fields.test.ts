/** Fields that several kinds share are told apart by how files call them. */
import { expect, test } from "vitest";
import { plainHeading } from "./fields.ts";
import { CONTRACT_NUMBER, CURRENCY, CUSTOMER_NAME, CUSTOMER_NUMBER } from "./shared-fields.ts";

test("no heading stands for two of them", () => {
  const all = [CUSTOMER_NUMBER, CUSTOMER_NAME, CURRENCY, CONTRACT_NUMBER].flatMap(
    ({ headings, zh, en }) => [...new Set([zh, en, ...headings].map(plainHeading))],
  );
  expect(all.filter((heading, at) => all.indexOf(heading) !== at)).toEqual([]);
});

test("the word customer alone means the name", () => {
  expect(CUSTOMER_NAME.headings).toContain("客户");
  expect(CUSTOMER_NAME.headings).toContain("customer");
});

/** What keeps a likely payment for a person: words, currencies, unread numbers, common amounts. */
import { expect, test } from "vitest";
import { aClaim, aCustomer, aLine, CASH_RULES } from "../../../../test/kit/match-values.ts";
import { judgeLine } from "./judge-line.ts";
import type { MatchClaim, MatchLine } from "./match.ts";
import { openMatchBook } from "./match-book.ts";

const judged = (line: MatchLine, claims: readonly MatchClaim[]) => {
  const customers = [
    aCustomer("hua", "绍兴华澜电气有限公司"),
    aCustomer("ling", "华岭贸易（温州）有限公司"),
  ];
  const book = openMatchBook({ customers, aliases: [], claims, credits: [], past: [] });
  const { action, waits } = judgeLine(book, line, CASH_RULES);
  return { action, waits: waits.map(({ code }) => code) };
};
const CLAIM = aClaim("INV-2026-001408", { amount: "12080.35" });

test.each([
  ["11717.94", "INV-2026-001408扣质量款"],
  ["12030.35", "INV-2026-001408 扣罚款"],
  ["12080.35", "预付款"],
  ["12080.35", "INV-2026-001408 2%折扣"],
])("a word that speaks of something else: %s %s", (amount, remark) => {
  expect(judged(aLine(amount, remark), [CLAIM]).action).toBe("review");
});

test("the same figure in another currency is another amount", () => {
  const line = aLine("12080.35", "INV-2026-001408", { unit: "USD" });
  expect(judged(line, [CLAIM]).action).toBe("review");
});

test("digits that were not understood, where no number was", () => {
  const { action, waits } = judged(aLine("12080.35", "货款 合同88231-7"), [CLAIM]);
  expect(action).toBe("review");
  expect(waits).toContain("numbers_unread");
});

test("an amount that many claims have", () => {
  const others = [1, 2, 3].map((at) =>
    aClaim(`INV-2026-00200${at}`, { amount: "12080.35", of: "ling" }),
  );
  const { action, waits } = judged(aLine("12080.35", "货款"), [CLAIM, ...others]);
  expect(action).toBe("review");
  expect(waits).toContain("amount_common");
  expect(judged(aLine("12080.35", "INV-2026-001408"), [CLAIM, ...others]).action).toBe("auto");
});

test("a silent sum of many parts among many claims", () => {
  const claims = Array.from({ length: 14 }, (_, at) =>
    aClaim(`INV-2026-01${10 + at}`, { amount: `${1000 + at * at * 37}.${10 + at * 3}` }),
  );
  const four = aLine("4518.58", "货款");
  expect(judged(four, claims).action).toBe("review");
});

test("a tenth more than was named is probably for something else", () => {
  const { action, waits } = judged(aLine("15000.00", "INV-2026-001408"), [CLAIM]);
  expect(action).toBe("review");
  expect(waits).toContain("numbers_missing");
});

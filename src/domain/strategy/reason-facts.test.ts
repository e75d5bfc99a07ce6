/** Reasons as text. */
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { moneyOf } from "../values/money.ts";
import { reasonFacts } from "./reason-facts.ts";

test("amounts are text with their currency's decimals, other facts stay", () => {
  const { currency, minor } = moneyOf("1250.50", "CNY");
  const until = plainDate("2026-04-10");
  const because = { code: "promised", item: "INV-1", currency, amount: minor, until } as const;
  expect(reasonFacts(because)).toEqual({
    code: "promised",
    item: "INV-1",
    currency: "CNY",
    amount: "1250.50",
    until: "2026-04-10",
  });
});

test("a reason without an amount is as it was", () => {
  const because = { code: "days_past_due", item: "INV-1", days: 12 } as const;
  expect(reasonFacts(because)).toEqual(because);
});

/** JSON of the house's values: amounts are text, to the last cent of the largest. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { amountText, currency, money, moneyOf } from "../domain/values/money.ts";
import { wireText } from "./wire.ts";

test("an amount of any size leaves as its decimal text, wherever it stands", () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), (minor) => {
      const amount = money(minor, currency("CNY"));
      const sent = JSON.parse(wireText({ rows: [{ open: amount }] }));
      const shown = { amount: amountText(amount), currency: "CNY" };
      expect(sent).toEqual({ rows: [{ open: shown }] });
    }),
  ));

test("a bare count of minor units is text, never a JSON number", () => {
  expect(wireText({ rate: 9_007_199_254_740_993n })).toBe('{"rate":"9007199254740993"}');
});

test("what only looks like an amount is left alone", () => {
  const stored = { amount: "12.50", currency: "CNY" };
  const foreign = { currency: "XXX", minor: 5n };
  expect(JSON.parse(wireText({ stored, foreign, none: null }))).toEqual({
    stored,
    foreign: { currency: "XXX", minor: "5" },
    none: null,
  });
  expect(wireText(moneyOf("7", "JPY"))).toBe('{"amount":"7","currency":"JPY"}');
});

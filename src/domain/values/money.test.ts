/** Money keeps every cent: properties of sums, splits, rounding and text. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  anyCurrency,
  anyMinor,
  anyMoney,
  moniesOfOneCurrency,
} from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import {
  add,
  amountText,
  compare,
  currency,
  decimalsOf,
  divide,
  findCurrency,
  groupedAmount,
  isCurrency,
  isNegative,
  isPositive,
  isZero,
  lesser,
  type Money,
  money,
  moneyOf,
  negate,
  parseMoney,
  rate,
  scale,
  split,
  subtract,
  total,
  totalsByCurrency,
  zero,
} from "./money.ts";

const cny = (text: string): Money => moneyOf(text, "CNY");

describe("whatever the amounts", () => {
  test("text and amount are the same thing", () => {
    holds(anyMoney, (amount) => {
      expect(parseMoney(amountText(amount), amount.currency)).toEqual({ ok: true, value: amount });
      expect(parseMoney(groupedAmount(amount), amount.currency)).toEqual({
        ok: true,
        value: amount,
      });
    });
  });

  test("an amount is written with exactly its currency's decimals", () => {
    holds(anyMoney, (amount) => {
      const decimals = decimalsOf(amount.currency);
      const pattern = decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`);
      expect(amountText(amount)).toMatch(pattern);
      expect(groupedAmount(amount).replaceAll(",", "")).toBe(amountText(amount));
      expect(groupedAmount(amount)).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d+)?$/);
    });
  });

  test("no text makes parsing throw, and what is taken has no more digits than were written", () => {
    const scribble = fc.string({ unit: fc.constantFrom(..."0123456789.,+-¥$ ２。eE元") });
    holds(fc.oneof(fc.string(), scribble), anyCurrency, (text, unit) => {
      const parsed = parseMoney(text, unit);
      if (!parsed.ok) return;
      const written = text.replace(/[^0-9２]/g, "").replaceAll("２", "2");
      const read = amountText(parsed.value).replace(/[-.]/g, "");
      expect(read.replace(/^0+|0+$/g, "")).toBe(written.replace(/^0+|0+$/g, ""));
    });
  });

  test("adding and subtracting undo each other, and zero changes nothing", () => {
    holds(anyCurrency, anyMinor, anyMinor, (unit, left, right) => {
      const [a, b] = [money(left, unit), money(right, unit)];
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(add(a, negate(a))).toEqual(zero(unit));
      expect(add(a, zero(unit))).toEqual(a);
      expect(add(a, b)).toEqual(add(b, a));
    });
  });

  test("comparing agrees with the minor units, and the lesser is one of the two", () => {
    holds(anyCurrency, anyMinor, anyMinor, (unit, left, right) => {
      const [a, b] = [money(left, unit), money(right, unit)];
      expect(compare(a, b)).toBe(left < right ? -1 : left > right ? 1 : 0);
      expect(compare(b, a)).toBe(0 - compare(a, b) || 0);
      expect(lesser(a, b).minor).toBe(left < right ? left : right);
      expect([isNegative(a), isZero(a), isPositive(a)].filter(Boolean)).toHaveLength(1);
      expect(isPositive(a)).toBe(left > 0n);
      expect(isZero(a)).toBe(left === 0n);
    });
  });

  test("a total is the sum, and totals by currency share it out", () => {
    holds(moniesOfOneCurrency, fc.array(anyMoney), ({ unit, amounts }, mixed) => {
      const sum = amounts.reduce((so, { minor }) => so + minor, 0n);
      expect(total(amounts, unit)).toEqual(money(sum, unit));
      const totals = totalsByCurrency(mixed);
      expect(new Set(totals.map((each) => each.currency)).size).toBe(totals.length);
      for (const each of totals) {
        const same = mixed.filter((amount) => amount.currency === each.currency);
        expect(total(same, each.currency)).toEqual(each);
      }
      expect(totals.map((each) => each.currency)).toEqual([
        ...new Set(mixed.map((amount) => amount.currency)),
      ]);
    });
  });

  test("parts sum to the whole, and no part is a unit away from its share", () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 9 })
      .filter((each) => each.some((weight) => weight > 0n));
    holds(anyMoney, weights, (amount, shares) => {
      const whole = shares.reduce((so, weight) => so + weight, 0n);
      const parts = split(amount, shares);
      expect(total(parts, amount.currency)).toEqual(amount);
      parts.forEach((part, at) => {
        const off = part.minor * whole - amount.minor * (shares[at] ?? 0n);
        expect(off < whole && off > -whole).toBe(true);
      });
    });
  });

  test("division is off by less than its rounding allows, the same for both signs", () => {
    const rounding = fc.constantFrom("half-up", "half-even", "down");
    const denominators = fc.bigInt({ min: 1n, max: 1000n });
    holds(anyMinor, denominators, rounding, (numerator, denominator, mode) => {
      const off = divide(numerator, denominator, mode) * denominator - numerator;
      const size = off < 0n ? -off : off;
      expect(mode === "down" ? size < denominator : size * 2n <= denominator).toBe(true);
      expect(divide(-numerator, denominator, mode)).toBe(-divide(numerator, denominator, mode));
      if (mode === "down" && numerator > 0n) expect(off <= 0n).toBe(true);
    });
  });

  test("scaling by a fraction of itself gives the amount back", () => {
    holds(anyMoney, fc.bigInt({ min: 1n, max: 10n ** 9n }), (amount, factor) => {
      expect(scale(amount, factor, factor, "half-up")).toEqual(amount);
    });
  });
});

test.each([
  ["1234.5", "CNY", 123450n],
  ["1,234,567.89", "CNY", 123456789n],
  [" ￥１，２３４．５０ ", "CNY", 123450n],
  ["¥ 20", "JPY", 20n],
  ["-$3.10", "USD", -310n],
  ["€-3", "EUR", -300n],
  ["£7.", "GBP", 700n],
  ["￡7", "GBP", 700n],
  ["+7", "CNY", 700n],
  ["−0.05", "CNY", -5n],
  [".5", "CNY", 50n],
  ["0001.5000", "CNY", 150n],
  ["1.234", "KWD", 1234n],
  ["100.0", "JPY", 100n],
  ["1000000000000000.00", "CNY", 10n ** 17n],
])("%s %s is %d minor units", (text, unit, minor) => {
  expect(parseMoney(text, unit)).toEqual({ ok: true, value: { currency: unit, minor } });
});

test.each([
  ["1.005", "CNY", { code: "amount_too_precise", text: "1.005", decimals: 2 }],
  ["1.5", "JPY", { code: "amount_too_precise", text: "1.5", decimals: 0 }],
  ["1,23", "CNY", { code: "amount_not_a_number", text: "1,23" }],
  ["12a", "CNY", { code: "amount_not_a_number", text: "12a" }],
  ["10²", "CNY", { code: "amount_not_a_number", text: "10²" }],
  ["1e5", "CNY", { code: "amount_not_a_number", text: "1e5" }],
  ["1\n2", "CNY", { code: "amount_not_a_number", text: "1\n2" }],
  ["", "CNY", { code: "amount_not_a_number", text: "" }],
  [".", "CNY", { code: "amount_not_a_number", text: "." }],
  ["¥", "CNY", { code: "amount_not_a_number", text: "¥" }],
  ["-¥-3", "CNY", { code: "amount_not_a_number", text: "-¥-3" }],
  ["$20", "CNY", { code: "amount_in_other_currency", text: "$20", currency: "CNY" }],
  ["€1", "CHF", { code: "amount_in_other_currency", text: "€1", currency: "CHF" }],
  ["1000000000000000.01", "CNY", { code: "amount_too_large", text: "1000000000000000.01" }],
  ["9".repeat(19), "CNY", { code: "amount_too_large", text: "9".repeat(19) }],
  ["5", "XAU", { code: "currency_unknown", currency: "XAU" }],
  ["5", "cny", { code: "currency_unknown", currency: "cny" }],
  ["5", "constructor", { code: "currency_unknown", currency: "constructor" }],
])("%s %s is refused with the fact that decided", (text, unit, refusal) => {
  expect(parseMoney(text, unit)).toEqual({ ok: false, refusal });
});

test("a hundred shared by three: the odd cent goes to the first", () => {
  expect(split(cny("100.00"), [1n, 1n, 1n]).map(amountText)).toEqual(["33.34", "33.33", "33.33"]);
  expect(split(cny("-100.00"), [1n, 1n, 1n]).map(amountText)).toEqual([
    "-33.34",
    "-33.33",
    "-33.33",
  ]);
  expect(split(cny("0.03"), [1n, 0n, 9n]).map(amountText)).toEqual(["0.00", "0.00", "0.03"]);
  expect(split(cny("0.01"), [1n, 2n]).map(amountText)).toEqual(["0.00", "0.01"]);
});

test("half a cent: up, to even, or dropped, as named", () => {
  expect(divide(5n, 10n, "half-up")).toBe(1n);
  expect(divide(5n, 10n, "half-even")).toBe(0n);
  expect(divide(15n, 10n, "half-even")).toBe(2n);
  expect(divide(19n, 10n, "down")).toBe(1n);
  expect(divide(-5n, 10n, "half-up")).toBe(-1n);
  expect(divide(6n, 10n, "half-even")).toBe(1n);
});

test("0.05 % a day on 80,000.00 for 12 days is 480.00", () => {
  const daily = rate(500_000n, "day");
  expect(daily.per).toBe("day");
  expect(
    amountText(scale(cny("80000.00"), daily.partsPerBillion * 12n, 1_000_000_000n, "half-up")),
  ).toBe("480.00");
});

test("equal amounts are equal, and nothing is neither positive nor negative", () => {
  expect([isPositive, isNegative, isZero].map((is) => is(cny("0")))).toEqual([false, false, true]);
  expect([
    compare(cny("1"), cny("1")),
    compare(cny("1"), cny("2")),
    compare(cny("2"), cny("1")),
  ]).toEqual([0, -1, 1]);
});

test("a currency is one that we book, nothing else", () => {
  expect(findCurrency("EUR")).toBe("EUR");
  expect(findCurrency("EURO")).toBeNull();
  expect(isCurrency("toString")).toBe(false);
  expect(["CNY", "JPY", "KWD"].map((code) => decimalsOf(currency(code)))).toEqual([2, 0, 3]);
});

test("a bug stops the program: mixed currencies, senseless weights, unknown codes", () => {
  expect(() => add(cny("1"), moneyOf("1", "USD"))).toThrow("CNY never meets USD");
  expect(() => total([cny("1")], currency("USD"))).toThrow("CNY never meets USD");
  expect(() => split(cny("1"), [])).toThrow("weights are positive in sum");
  expect(() => split(cny("1"), [2n, -1n])).toThrow("weights are positive in sum");
  expect(() => divide(1n, 0n, "down")).toThrow("a denominator is positive");
  expect(() => currency("XXX")).toThrow("XXX is a currency we book");
  expect(() => moneyOf("x", "CNY")).toThrow("x CNY is an amount");
  expect(() => decimalsOf("XXX" as never)).toThrow("XXX is a currency we book");
});

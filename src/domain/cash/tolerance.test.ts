/** Tolerance: what the policy gives up, by reason, currency and day. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { cny, on } from "../../../test/kit/import-book.ts";
import { strictRules } from "../../../test/kit/settlement.ts";
import { addDays } from "../values/calendar.ts";
import { compare, currency, money, moneyOf, total } from "../values/money.ts";
import { discountAllowed, toleratedShortfall } from "./tolerance.ts";

const unit = currency("CNY");
const paidOn = on("2026-03-31");
const claim = (text: string, daysBefore: number) => ({
  issuedOn: addDays(paidOn, -daysBefore),
  paid: cny(text),
});

test("a fee and a rounding are given up in the currencies that the policy names", () => {
  const tolerated = (kind: "bank_fee" | "rounding" | "deduction", code: string) =>
    toleratedShortfall(kind, [], strictRules, paidOn, currency(code));
  expect(tolerated("bank_fee", "CNY")).toEqual(cny("50.00"));
  expect(tolerated("bank_fee", "USD")).toEqual(moneyOf("0", "USD"));
  expect(tolerated("rounding", "CNY")).toEqual(cny("1.00"));
  expect(tolerated("deduction", "CNY")).toEqual(cny("0"));
});

describe("the discount", () => {
  const allowed = (...claims: ReturnType<typeof claim>[]) =>
    toleratedShortfall("cash_discount", claims, strictRules, paidOn, unit);

  test("is two per cent of what was paid within thirty days, and of nothing else", () => {
    expect(allowed(claim("1000.00", 30))).toEqual(cny("20.00"));
    expect(allowed(claim("1000.00", 31))).toEqual(cny("0"));
    expect(allowed(claim("1000.00", 30), claim("500.00", 31))).toEqual(cny("20.00"));
  });

  test("is rounded claim by claim, half up", () => {
    expect(allowed(claim("0.25", 1), claim("0.25", 1))).toEqual(cny("0.02"));
    expect(allowed(claim("0.24", 1), claim("0.24", 1))).toEqual(cny("0"));
  });

  test("has no last day where the policy names none, and is nothing where it has none", () => {
    const cashDiscount = { partsPerBillion: 20_000_000n, withinDays: null };
    const claims = [claim("1000.00", 900)];
    const rules = { ...strictRules, cashDiscount };
    expect(discountAllowed(claims, rules, paidOn, unit)).toEqual(cny("20.00"));
    const none = { ...strictRules, cashDiscount: null };
    expect(discountAllowed(claims, none, paidOn, unit)).toEqual(cny("0"));
  });

  const claims = fc.array(
    fc.record({
      paid: fc.bigInt({ min: 1n, max: 10n ** 9n }).map((minor) => money(minor, unit)),
      issuedOn: fc.integer({ min: -60, max: 0 }).map((days) => addDays(paidOn, days)),
    }),
    { maxLength: 8 },
  );

  test("never exceeds its share of the claims by more than half a cent each", () => {
    holds(claims, (all) => {
      const most = total(
        all.map(({ paid }) => paid),
        unit,
      );
      const limit = money((most.minor * 2n) / 100n + BigInt(all.length), unit);
      expect(compare(discountAllowed(all, strictRules, paidOn, unit), limit)).not.toBe(1);
    });
  });
});

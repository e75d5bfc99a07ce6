/** Amounts as files write them: exact where they are exact, refused where they are not. */

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyMoney } from "../../../test/kit/arbitraries.ts";
import { holds } from "../../../test/kit/holds.ts";
import { amountText, currency, groupedAmount, negate } from "../../domain/values/money.ts";
import { readAmount } from "./amount-cell.ts";

const read = (text: string, unit = "CNY") => {
  const amount = readAmount(text, currency(unit));
  if (!amount.ok) return amount.refusal.code;
  return amount.value === null ? null : amountText(amount.value);
};

test("every amount is read as it was written, with any sign", () => {
  holds(anyMoney, (amount) => {
    const { currency: unit } = amount;
    const text = amountText(amount);
    expect(read(text, unit)).toBe(text);
    expect(read(groupedAmount(amount), unit)).toBe(text);
    if (amount.minor <= 0n) return;
    const below = amountText(negate(amount));
    expect(read(`(${groupedAmount(amount)})`, unit)).toBe(below);
    expect(read(`${groupedAmount(amount)}-`, unit)).toBe(below);
  });
});

test("what a binary fraction leaves behind is rounded away, at any size", () => {
  holds(fc.bigInt(1n, 10n ** 12n), (cents) => {
    const exact = `${cents / 100n}.${(cents % 100n).toString().padStart(2, "0")}`;
    const artefact = Number(exact).toFixed(20).replace(/0+$/, "");
    expect(read(artefact)).toBe(exact);
  });
  expect(read("0.30000000000000004")).toBe("0.30");
  expect(read("79656.600000000006")).toBe("79656.60");
  expect(read("1500.0000000000002", "JPY")).toBe("1500");
  expect(read("-1,254.3999999999999")).toBe("-1254.40");
});

describe("as written", () => {
  test.each([
    ["(1,234.00)", "-1234.00"],
    ["（1,234.00）", "-1234.00"],
    ["1,234.00-", "-1234.00"],
    ["¥1，234.5", "1234.50"],
    ["人民币 88.10", "88.10"],
    ["88.10元", "88.10"],
    ["USD 1.5", "1.50"],
    ["1.5E3", "1500.00"],
    ["1.5e-1", "0.15"],
    ["—", null],
    ["-", null],
  ])("%s is %s", (text, amount) => {
    expect(read(text)).toBe(amount);
  });
});

describe("refused", () => {
  test.each([
    ["12O0.00", "amount_not_a_number"],
    ["1.234,50", "amount_not_a_number"],
    ["#REF!", "amount_not_a_number"],
    ["1x5e3", "amount_not_a_number"],
    ["12.345", "amount_too_precise"],
    ["0.30000000000000104", "amount_too_precise"],
    ["$5", "amount_in_other_currency"],
    ["9".repeat(19), "amount_too_large"],
  ])("%s: %s", (text, code) => {
    expect(read(text)).toBe(code);
  });
});

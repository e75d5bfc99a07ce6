/** Numbers as text, without ever passing through a binary fraction. */

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { cellNumberText, hasExponent, plainDecimal } from "./decimal-text.ts";

describe("written out without an exponent", () => {
  test.each([
    ["1.5E3", "1500"],
    ["1.5e-3", "0.0015"],
    ["79656.6", "79656.6"],
    ["-0.50", "-0.5"],
    ["007", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    ["12345E-2", "123.45"],
    ["1E2", "100"],
  ])("%s is %s", (text, plain) => {
    expect(plainDecimal(text)).toBe(plain);
  });

  test.each(["", ".", "abc", "1e", "1.2.3", "--1"])("%j is no number", (text) => {
    expect(plainDecimal(text)).toBeNull();
  });

  test("the value stays the same, however it is written", () => {
    const wholes = fc.bigInt(-(10n ** 14n), 10n ** 14n);
    holds(wholes, fc.integer({ min: -8, max: 8 }), (whole, by) => {
      const plain = plainDecimal(`${whole}e${by}`) ?? "";
      expect(plain).not.toMatch(/e/i);
      const back = plainDecimal(`${plain}e${-by}`);
      expect(back === "-0" ? "0" : back).toBe(whole.toString());
    });
  });
});

describe("a number cell", () => {
  test("keeps its digits up to fifteen", () => {
    expect(cellNumberText("123456789012345")).toBe("123456789012345");
    expect(cellNumberText("1930571429")).toBe("1930571429");
  });

  test("from sixteen digits on it shows an exponent, since the last digits are lost", () => {
    expect(cellNumberText("25332000000109510000")).toBe("2.533200000010951E+19");
    expect(cellNumberText("-1e16")).toBe("-1.0E+16");
    expect(hasExponent(cellNumberText("2.5332E+19"))).toBe(true);
  });

  test("what is no number stays as it is", () => {
    expect(cellNumberText("n/a")).toBe("n/a");
  });
});

/** Percentages: exact both ways, refused when they are none. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsPerBillion, percentText } from "./rate.ts";

describe("whatever the rate", () => {
  test("what is shown is read back as the same rate", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (rate) => {
        expect(partsPerBillion(percentText(rate.toString()))).toBe(rate.toString());
      }),
    );
  });

  test("any text gives a rate or nothing, never an exception", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parts = partsPerBillion(text);
        expect(parts === null || /^\d+$/.test(parts)).toBe(true);
      }),
    );
  });
});

test("five ten-thousandths a day is 0.05 percent", () => {
  expect(percentText("500000")).toBe("0.05");
  expect(partsPerBillion("0.05")).toBe("500000");
  expect(percentText("154000000")).toBe("15.4");
  expect(partsPerBillion("24")).toBe("240000000");
});

test("letters, signs and an eighth decimal are refused", () => {
  for (const text of ["", "abc", "-1", "1,5", "0.00000001"]) {
    expect(partsPerBillion(text)).toBeNull();
  }
});

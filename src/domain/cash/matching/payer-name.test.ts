/** How payers' names are written, and which of them are a customer's. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gramsOf, isPerson, isPlatform, likenessOf, nameForm, oneSlip } from "./payer-name.ts";

const like = (written: string, customer: string) =>
  likenessOf(nameForm(written), nameForm(customer));

describe("a name's likeness", () => {
  test.each([
    ["绍兴华澜电气有限公司 ", "绍兴华澜电气有限公司", "same"],
    ["华澜电气(绍兴)有限公司", "华澜电气（绍兴）有限公司", "same"],
    ["1/HOLTEN BEARINGS LTD", "Holten Bearings Ltd.", "same"],
    ["holten bearings b.v.", "HOLTEN BEARINGS BV", "same"],
    ["绍兴华澜电气公司", "绍兴华澜电气有限责任公司", "legal_form"],
    ["绍兴华澜电气", "绍兴市华澜电气有限责任公司", "legal_form"],
    ["HOLTEN BEARINGS", "HOLTEN BEARINGS GMBH", "legal_form"],
    ["绍兴华澜电气股份有", "绍兴华澜电气股份有限公司", "cut"],
    ["HOLTEN BEARINGS SP", "HOLTEN BEARINGS SPOLKA", "cut"],
    ["绍兴华电澜气有限公司", "绍兴华澜电气有限公司", "swapped"],
    ["绍兴华澜电有限公司", "绍兴华澜电气有限公司", "dropped"],
    ["绍兴华澜电电气有限公司", "绍兴华澜电气有限公司", "dropped"],
    ["绍兴华岚电气有限公司", "绍兴华澜电气有限公司", "typo"],
    ["华澜电气", "绍兴华澜电气有限公司", "short"],
    ["HOLTEN", "ROYAL HOLTEN BEARINGS LTD", "short"],
  ] as const)("%s is %s: %s", (written, customer, expected) => {
    expect(like(written, customer)).toBe(expected);
  });

  test.each([
    ["HOLTEN BEARINGS BV", "HOLTEN BEARINGS GMBH"],
    ["温州柏岭电气有限公司", "绍兴华澜电气有限公司"],
    ["", "绍兴华澜电气有限公司"],
    ["有限公司", "绍兴华澜电气有限公司"],
    ["华", "绍兴华澜电气有限公司"],
  ])("%s is not %s", (written, customer) => {
    expect(like(written, customer)).toBeNull();
  });

  test("is the same for a name and itself, however wide or spaced", () => {
    const anyName = fc.string({ unit: "grapheme", minLength: 1 }).filter((name) => {
      return nameForm(name).full !== "";
    });
    fc.assert(
      fc.property(anyName, (name) => {
        expect(like(` ${name}  `, name)).toBe("same");
      }),
    );
  });
});

test("a slip is one letter lost, wrong or crossed with its neighbour, from either side", () => {
  expect(oneSlip("ABCD", "ABDC")).toBe("swapped");
  expect(oneSlip("ABD", "ABCD")).toBe("dropped");
  expect(oneSlip("ABXD", "ABCD")).toBe("replaced");
  expect(oneSlip("ABCD", "ABCD")).toBeNull();
  expect(oneSlip("AB", "ABCD")).toBeNull();
  expect(oneSlip("BADC", "ABCD")).toBeNull();
  const word = fc.string({ minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(word, word, (left, right) => {
      expect(oneSlip(left, right)).toBe(oneSlip(right, left));
    }),
  );
});

test("platforms and people are told from companies", () => {
  expect(isPlatform("财付通支付科技有限公司")).toBe(true);
  expect(isPlatform("绍兴华澜电气有限公司")).toBe(false);
  expect(isPerson("周敏")).toBe(true);
  expect(isPerson("华澜公司")).toBe(false);
  expect(isPerson("HOLTEN")).toBe(false);
});

test("pairs of letters are listed once", () => {
  expect(gramsOf("ABAB")).toEqual(["AB", "BA"]);
  expect(gramsOf("A")).toEqual([]);
});

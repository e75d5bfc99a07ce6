/** Capital amounts: every example of the rule, and reading back what was written. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currency, money, moneyOf } from "../../values/money.ts";
import { capitalAmount } from "./capital-amount.ts";

const yuan = (minor: bigint) => money(minor, currency("CNY"));

/** Reads capital numerals back by their own logic: digits, then places, then groups. */
function readCapital(text: string): bigint {
  const places: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  let [total, group, digit, fraction] = [0n, 0n, 0n, 0n];
  for (const character of text.replace("人民币", "").replace("整", "").replace("万亿", "兆")) {
    const value = "零壹贰叁肆伍陆柒捌玖".indexOf(character);
    const place = places[character];
    if (value >= 0) digit = BigInt(value);
    else if (place !== undefined) [group, digit] = [group + digit * place, 0n];
    else if (character === "角") [fraction, digit] = [fraction + digit * 10n, 0n];
    else if (character === "分") [fraction, digit] = [fraction + digit, 0n];
    else {
      const scale = { 万: 10n ** 4n, 亿: 10n ** 8n, 兆: 10n ** 12n, 元: 1n }[character] ?? 0n;
      [total, group, digit] = [total + (group + digit) * scale, 0n, 0n];
    }
  }
  return total * 100n + fraction;
}

const amounts = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 17n }),
  fc.bigInt({ min: 0n, max: 10n ** 6n }),
  fc
    .array(fc.tuple(fc.nat({ max: 17 }), fc.integer({ min: 1, max: 9 })), { maxLength: 3 })
    .map((digits) => {
      const sum = digits.reduce(
        (total, [at, digit]) => total + BigInt(digit) * 10n ** BigInt(at),
        0n,
      );
      return sum % 10n ** 18n;
    }),
);

describe("whatever the amount", () => {
  test("what is written reads back to the same amount", () => {
    fc.assert(
      fc.property(amounts, (minor) => {
        expect(readCapital(capitalAmount(yuan(minor)))).toBe(minor);
      }),
      { numRuns: 1000 },
    );
  });

  test("no 零零, no 零 before a unit other than 零元, 整 exactly when there are no 分", () => {
    fc.assert(
      fc.property(amounts, (minor) => {
        const text = capitalAmount(yuan(minor));
        expect(text).toMatch(/^人民币/);
        expect(text).not.toContain("零零");
        if (minor !== 0n) expect(text).not.toMatch(/零[拾佰仟万亿元角分整]/);
        expect(text.endsWith("整")).toBe(minor % 10n === 0n);
        expect(/^人民币[拾佰仟万亿元角]/.test(text)).toBe(false);
      }),
    );
  });
});

test.each([
  ["0.00", "人民币零元整"],
  ["0.05", "人民币伍分"],
  ["0.50", "人民币伍角整"],
  ["0.57", "人民币伍角柒分"],
  ["10.05", "人民币壹拾元零伍分"],
  ["325.04", "人民币叁佰贰拾伍元零肆分"],
  ["1409.50", "人民币壹仟肆佰零玖元伍角整"],
  ["1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"],
  ["6007.14", "人民币陆仟零柒元壹角肆分"],
  ["16409.02", "人民币壹万陆仟肆佰零玖元零贰分"],
  ["20107.79", "人民币贰万零壹佰零柒元柒角玖分"],
  ["107000.53", "人民币壹拾万柒仟元零伍角叁分"],
  ["10100000.10", "人民币壹仟零壹拾万元零壹角整"],
  ["20000500.00", "人民币贰仟万零伍佰元整"],
  ["100000001.00", "人民币壹亿零壹元整"],
  ["100001234.00", "人民币壹亿零壹仟贰佰叁拾肆元整"],
  ["1000000010.01", "人民币壹拾亿零壹拾元零壹分"],
  ["1050000000.00", "人民币壹拾亿伍仟万元整"],
  ["1000100000000.00", "人民币壹万亿零壹亿元整"],
])("%s is %s", (figures, capitals) => {
  expect(capitalAmount(moneyOf(figures, "CNY"))).toBe(capitals);
});

test("other currencies and negative amounts have no capitals", () => {
  expect(() => capitalAmount(moneyOf("1.00", "USD"))).toThrow("capital numerals are for yuan");
  expect(() => capitalAmount(moneyOf("-1.00", "CNY"))).toThrow("a letter may show");
});

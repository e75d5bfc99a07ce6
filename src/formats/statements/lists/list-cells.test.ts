/** Cells of lists: days, amounts, balances, currencies and references as banks write them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currency, groupedAmount, money } from "../../../domain/values/money.ts";
import {
  accountText,
  amountIn,
  balanceIn,
  currencyIn,
  dayIn,
  plainText,
  referenceText,
} from "./list-cells.ts";

const CNY = currency("CNY");
const minor = (read: ReturnType<typeof amountIn>) =>
  read === null || read === "unreadable" ? read : read.minor;

describe("days", () => {
  test.each([
    "2026-03-02",
    "20260302",
    "2026/3/2",
    "2026.03.02",
    "2026年3月2日",
    "２０２６-０３-０２",
    "2026-03-02 09:12:44",
    "2026-03-02 09:12:44.0",
    "2026/3/2 9:12",
    "20260302 09:12:44",
    "20260302091244",
    "2026-03-0209：12：44",
    "2026-03-02-09.12.44.123456",
    "2026-03-02T09:12:44+08:00",
    "2026年3月2日 9时12分44秒",
    "46083",
    "46083.38",
    "02-Mar-2026",
    "Mar 2, 2026",
  ])("%s is the second of March", (text) => {
    expect(dayIn(text, null)).toBe("2026-03-02");
  });

  test.each(["2026-02-30", "02/03/2026", "20261301", "soon", "", "-"])("%s is none", (text) => {
    expect(dayIn(text, null)).toBeNull();
  });

  test("with a known order of parts", () => {
    expect([dayIn("02/03/2026", "dmy"), dayIn("02/03/2026", "mdy")]).toEqual([
      "2026-03-02",
      "2026-02-03",
    ]);
  });
});

describe("amounts", () => {
  test.each([
    ["1,234.50", 123450n],
    ["+267.10", 26710n],
    ["-50.00", -5000n],
    ["(50.00)", -5000n],
    ["¥28.16", 2816n],
    ["￥28.16", 2816n],
    ["28.16元", 2816n],
    ["CNY 28.16", 2816n],
    ["28.16/CNY", 2816n],
    ["0.000", 0n],
    ["0.30000000000000004", 30n],
  ])("%s", (text, expected) => {
    expect(minor(amountIn(text, CNY))).toBe(expected);
  });

  test.each(["12O.00", "1.234,56", "1 234.50", "xx,yyyy.zz", "12.345", "$5", "1,2345.00"])(
    "%s is unreadable, and never nothing",
    (text) => {
      expect(amountIn(text, CNY)).toBe("unreadable");
    },
  );

  test.each(["", "-", "--", "—", "/"])("%s is no amount", (text) => {
    expect(amountIn(text, CNY)).toBeNull();
  });

  test("whatever is written with separators comes back to the cent", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (cents) => {
        expect(minor(amountIn(groupedAmount(money(cents, CNY)), CNY))).toBe(cents);
      }),
    );
  });
});

test("a balance may name its side", () => {
  expect(
    ["1.00 CR", "贷 1.00", "1.00 DR", "借1.00", "-1.00DR"].map((text) =>
      minor(balanceIn(text, CNY)),
    ),
  ).toEqual([100n, 100n, -100n, -100n, -100n]);
});

test("currencies by code, word, number, or said twice; two different ones are none", () => {
  const texts = ["CNY", "人民币", "人民币元", "156", "001", "CNY-人民币", "人民币(RMB)"];
  expect(new Set(texts.map(currencyIn))).toEqual(new Set(["CNY"]));
  expect([currencyIn("美元"), currencyIn("人民币/美元"), currencyIn("银子")]).toEqual([
    "USD",
    null,
    null,
  ]);
});

test("fillers say nothing; references of zeros and mangled numbers are none", () => {
  expect(["----------", "/", "--", "无", "N/A", " 货款 "].map(plainText)).toEqual([
    "",
    "",
    "",
    "",
    "",
    "货款",
  ]);
  expect(plainText("------------------- 货款尾款")).toBe("货款尾款");
  expect(["000000000", "6.2166E+18", "0001"].map(referenceText)).toEqual(["", "", "0001"]);
  expect(accountText("6222 **** - 0017")).toBe("6222****0017");
});

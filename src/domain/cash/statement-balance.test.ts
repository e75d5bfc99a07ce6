/** A statement that doesn't add up is seen, to the cent. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { currency, type Money, money, moneyOf } from "../values/money.ts";
import type { Statement, StatementEntry } from "./statement.ts";
import { judgeBalance } from "./statement-balance.ts";

const CNY = currency("CNY");
const cny = (text: string) => moneyOf(text, "CNY");

const entryOf = (amount: Money, line: number): StatementEntry => ({
  line,
  bookedOn: plainDate("2026-03-31"),
  valueOn: plainDate("2026-03-31"),
  amount,
  counterName: null,
  counterAccount: null,
  counterBank: null,
  bankReference: null,
  payerReference: null,
  remark: null,
  method: "bank",
  returned: null,
});

const statementOf = (amounts: readonly Money[], rest: Partial<Statement> = {}): Statement => ({
  account: null,
  owner: null,
  currency: CNY,
  number: null,
  fromOn: null,
  toOn: null,
  opening: null,
  closing: null,
  told: null,
  entries: amounts.map(entryOf),
  ...rest,
});

const anyAmount = fc
  .bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
  .filter((minor) => minor !== 0n)
  .map((minor) => money(minor, CNY));

test("the difference is exactly what closing was changed by", () => {
  fc.assert(
    fc.property(fc.array(anyAmount), anyAmount, fc.bigInt(), (amounts, opening, wrongBy) => {
      const right = judgeBalance(statementOf(amounts, { opening }));
      const closing = money((right.expected?.minor ?? 0n) + wrongBy, CNY);
      const judged = judgeBalance(statementOf(amounts, { opening, closing }));
      expect(judged.difference?.minor).toBe(wrongBy);
      expect(judged.addsUp).toBe(wrongBy === 0n);
    }),
  );
});

test("totals are compared with what came in and what went out", () => {
  fc.assert(
    fc.property(fc.array(anyAmount), (amounts) => {
      const sumOf = (list: readonly bigint[]) => list.reduce((sum, minor) => sum + minor, 0n);
      const coming = amounts.map(({ minor }) => minor as bigint).filter((minor) => minor > 0n);
      const going = amounts.map(({ minor }) => -minor).filter((minor) => minor > 0n);
      const told = {
        inCount: coming.length,
        inSum: money(sumOf(coming), CNY),
        outCount: going.length,
        outSum: money(sumOf(going), CNY),
      };
      expect(judgeBalance(statementOf(amounts, { told })).addsUp).toBe(true);
      const off = { ...told, inCount: told.inCount + 1, outSum: money(sumOf(going) + 1n, CNY) };
      const { toldWrong } = judgeBalance(statementOf(amounts, { told: off }));
      expect(toldWrong.map(({ of }) => of)).toEqual(["inCount", "outSum"]);
    }),
  );
});

test("100.00, then 30.00 in and 12.50 out, should close at 117.50", () => {
  const amounts = [cny("30.00"), cny("-12.50")];
  const ends = { opening: cny("100.00"), closing: cny("117.00") };
  expect(judgeBalance(statementOf(amounts, ends))).toEqual({
    sum: cny("17.50"),
    expected: cny("117.50"),
    difference: cny("-0.50"),
    toldWrong: [],
    addsUp: false,
  });
});

test("without both balances there is nothing to compare", () => {
  const { difference, addsUp } = judgeBalance(statementOf([cny("1")], { closing: cny("5") }));
  expect([difference, addsUp]).toEqual([null, true]);
});

test("a checksum that is off is told, also when there are no entries", () => {
  const none = { inCount: null, inSum: null, outCount: null, outSum: null };
  const control = { told: cny("1.00"), read: cny("2.00") };
  expect(judgeBalance(statementOf([], { told: { ...none, control } })).toldWrong).toEqual([
    { of: "control", ...control },
  ]);
});

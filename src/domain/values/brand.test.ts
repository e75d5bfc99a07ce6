/** Brands keep look-alikes apart; these tests are for the compiler. */
import { expect, test } from "vitest";
import type { Brand } from "./brand.ts";
import { type PlainDate, plainDate } from "./calendar.ts";
import { currency, type Minor, type Money, moneyOf } from "./money.ts";

type Metres = Brand<number, "Metres">;
type Seconds = Brand<number, "Seconds">;

test("two brands of one type do not mix, and a brand is still its base", () => {
  const length = 3 as Metres;
  // @ts-expect-error a length is no time
  const time: Seconds = length;
  // @ts-expect-error a bare number is no length
  const bare: Metres = 3;
  const number: number = length;
  expect([time, bare, number]).toEqual([3, 3, 3]);
});

test("neither a text is a day, nor a bigint an amount, nor a code a currency", () => {
  // @ts-expect-error text becomes a day by parsing only
  const due: PlainDate = "2026-03-31";
  // @ts-expect-error minor units are made in money.ts only
  const minor: Minor = 100n;
  // @ts-expect-error a currency is one that we book
  const amount: Money = { currency: "CNY", minor: moneyOf("1", "CNY").minor };
  // @ts-expect-error a currency is no day
  const wrong: PlainDate = currency("CNY");
  expect([due, minor, amount.currency, wrong]).toEqual([
    plainDate("2026-03-31"),
    100n,
    "CNY",
    "CNY",
  ]);
});

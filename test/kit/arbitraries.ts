/** Random values of the domain for property tests: amounts, days, calendars. */
import * as fc from "fast-check";
import { fromEpochDay, type PlainDate, plainDate } from "../../src/domain/values/calendar.ts";
import { type Currency, currency, type Money, money } from "../../src/domain/values/money.ts";

/** One currency for each number of decimals that exists, and two of the usual two. */
export const CURRENCIES = ["CNY", "USD", "JPY", "KWD"].map(currency);

export const anyCurrency: fc.Arbitrary<Currency> = fc.constantFrom(...CURRENCIES);
export const anyMinor: fc.Arbitrary<bigint> = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
export const anyMoney: fc.Arbitrary<Money> = fc
  .tuple(anyMinor, anyCurrency)
  .map(([minor, unit]) => money(minor, unit));

/** Several amounts of one currency. */
export const moniesOfOneCurrency = fc
  .tuple(anyCurrency, fc.array(anyMinor, { maxLength: 12 }))
  .map(([unit, minors]) => ({ unit, amounts: minors.map((minor) => money(minor, unit)) }));

const epochDays = { min: -25_567, max: 84_005 }; // 1900-01-01 … 2199-12-31

export const anyDay: fc.Arbitrary<PlainDate> = fc.integer(epochDays).map(fromEpochDay);

/** A day of the years that the product's own calendar covers. */
export const coveredDay: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 20_089, max: 20_818 })
  .map(fromEpochDay);

export const day = plainDate;

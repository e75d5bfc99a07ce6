/** Money, days and ids on the wire: what comes in is read, what leaves is text. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromEpochDay } from "../domain/values/calendar.ts";
import { amountText, currency, money } from "../domain/values/money.ts";
import { DayIn, Id, MoneyIn, WireDay, WireMoney, Words } from "./scalars.ts";

const anyMoney = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
    fc.constantFrom("CNY", "USD", "JPY", "KWD"),
  )
  .map(([minor, unit]) => money(minor, currency(unit)));

describe("round trips", () => {
  test("every amount comes back as it left", () =>
    fc.assert(
      fc.property(anyMoney, (amount) => {
        const wire = WireMoney.parse({ amount: amountText(amount), currency: amount.currency });
        expect(MoneyIn.parse(JSON.parse(JSON.stringify(wire)))).toEqual(amount);
      }),
    ));

  test("every day comes back as it left", () =>
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 80_000 }), (days) => {
        const day = fromEpochDay(days);
        expect(DayIn.parse(WireDay.parse(day))).toBe(day);
      }),
    ));
});

describe("what is refused", () => {
  const reasonOf = (parsed: { error?: { issues: { message: string }[] } }) =>
    parsed.error?.issues[0]?.message;

  test.each([
    ["12.345", "CNY", "amount_too_precise"],
    ["1O0", "CNY", "amount_not_a_number"],
    ["1", "XXX", "currency_unknown"],
    ["1".repeat(20), "CNY", "amount_too_large"],
  ])("%s %s", (amount, unit, reason) => {
    expect(reasonOf(MoneyIn.safeParse({ amount, currency: unit }))).toBe(reason);
  });

  test("an amount as a JSON number: it may have lost cents already", () => {
    expect(MoneyIn.safeParse({ amount: 12.5, currency: "CNY" }).success).toBe(false);
  });

  test("a day that does not exist, and one in another form", () => {
    expect(reasonOf(DayIn.safeParse("2026-02-30"))).toBe("day_does_not_exist");
    expect(DayIn.safeParse("2026/2/3").success).toBe(false);
  });

  test("an id that is none, and words that say nothing", () => {
    expect(Id.safeParse("1; drop table item").success).toBe(false);
    expect(Words(10).safeParse("  ").success).toBe(false);
    expect(Words(10).parse(" 月结 ")).toBe("月结");
  });
});

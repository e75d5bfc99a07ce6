/** Letters: what is frozen adds up, is ordered, is plain JSON and asks for nothing impossible. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterItem, letterSource } from "../../../test/kit/letters.ts";
import { chinaHolidays } from "../countries/china/holidays.ts";
import { plainDate, workCalendar } from "../values/calendar.ts";
import { currency, money, moneyOf, parseMoney, total } from "../values/money.ts";
import { freezeLetter, type LetterSourceItem, payByDay } from "./letter.ts";

const anyItem: fc.Arbitrary<LetterSourceItem> = fc
  .record({
    number: fc.stringMatching(/^[A-Z]{2}\d{3}$/),
    days: fc.integer({ min: 1, max: 400 }),
    minor: fc.bigInt({ min: 1n, max: 10n ** 14n }),
    unit: fc.constantFrom("CNY", "USD", "JPY"),
  })
  .map(({ number, days, minor, unit }) => {
    const amount = money(minor, currency(unit));
    return { ...letterItem(number, days, "1"), amount, open: amount, chased: amount };
  });
const anyItems = fc.array(anyItem, { minLength: 1, maxLength: 30 });

describe("whatever the items", () => {
  test("each currency's total is the sum of what is asked for in it", () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const facts = freezeLetter(letterSource({ items }));
        for (const { amount, currency: unit } of facts.totals) {
          const asked = items.map(({ chased }) => chased).filter((one) => one.currency === unit);
          expect(parseMoney(amount, unit)).toEqual({ ok: true, value: total(asked, unit) });
        }
        expect(new Set(facts.totals.map((one) => one.currency)).size).toBe(facts.totals.length);
      }),
    );
  });

  test("the oldest comes first, and the order given changes nothing", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyItem, { minLength: 1, selector: ({ number }) => number }),
        (items) => {
          const facts = freezeLetter(letterSource({ items }));
          expect(freezeLetter(letterSource({ items: items.toReversed() }))).toEqual(facts);
          const dues = facts.items.map(({ dueOn }) => dueOn);
          expect(dues).toEqual(dues.toSorted());
        },
      ),
    );
  });

  test("it is plain JSON: stored and read back it is the same", () => {
    fc.assert(
      fc.property(anyItems, (items) => {
        const facts = freezeLetter(letterSource({ items }));
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
    );
  });
});

test("a letter asks for something, never for more than is open, by a day after its own", () => {
  const item = letterItem("A", 1, "10.00");
  const [nothing, more] = [moneyOf("0", "CNY"), moneyOf("10.01", "CNY")];
  const frozen = (items: LetterSourceItem[]) => () => freezeLetter(letterSource({ items }));
  expect(frozen([])).toThrow("a letter has an item");
  expect(frozen([{ ...item, chased: nothing }])).toThrow("asks for something on A");
  expect(frozen([{ ...item, chased: more }])).toThrow("no more than what is open is asked on A");
  expect(() => freezeLetter(letterSource({ payBy: plainDate("2026-04-01") }))).toThrow(
    "a day after its own",
  );
});

test("credit not yet used is named, and only where there is some", () => {
  const unapplied = [moneyOf("5000", "CNY"), moneyOf("0", "USD")];
  expect(freezeLetter(letterSource({ unapplied })).unapplied).toEqual([
    { amount: "5000.00", currency: "CNY" },
  ]);
});

describe("the day to pay by", () => {
  const { days, from, until } = chinaHolidays;
  const calendar = workCalendar("CN", days, { from, until });

  test("a week later, on a working day", () => {
    expect(payByDay("first-demand", plainDate("2026-04-01"), calendar)).toBe("2026-04-08");
    expect(payByDay("final-notice", plainDate("2026-09-25"), calendar)).toBe("2026-10-08");
  });

  test("a reminder and an invoice copy leave the due days as they are", () => {
    expect(payByDay("pre-due-reminder", plainDate("2026-04-01"), calendar)).toBeNull();
    expect(payByDay("invoice-copy", plainDate("2026-04-01"), calendar)).toBeNull();
  });
});

/** Reliability: kept by judged, by count and by amount, and nothing said of too few. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { currency } from "../values/money.ts";
import { type JudgedSums, reliabilityOf, reliableSince } from "./promise-reliability.ts";

const sums = (change: Partial<JudgedSums> = {}): JudgedSums => ({
  currency: currency("CNY"),
  ...{ kept: 2, partiallyKept: 1, broken: 1, amount: 100_000n, keptAmount: 65_000n },
  ...change,
});

test("two of four kept, and a part of the third", () => {
  expect(reliabilityOf([sums()])).toEqual({
    ...{ judged: 4, kept: 2, partiallyKept: 1, broken: 1, byCount: 500 },
    byAmount: [{ currency: "CNY", perMille: 650 }],
  });
});

test("fewer than three tell nothing", () => {
  const two = reliabilityOf([sums({ partiallyKept: 0, broken: 0 })]);
  expect(two).toMatchObject({ judged: 2, kept: 2, byCount: null, byAmount: [] });
  expect(reliabilityOf([])).toMatchObject({ judged: 0, byCount: null });
});

test("currencies are counted together and weighed apart", () => {
  const dollars = { kept: 0, partiallyKept: 0, broken: 1, amount: 500n, keptAmount: 0n };
  const both = reliabilityOf([sums(), sums({ ...dollars, currency: currency("USD") })]);
  expect(both.byCount).toBe(400);
  expect(both.byAmount).toEqual([
    { currency: "CNY", perMille: 650 },
    { currency: "USD", perMille: 0 },
  ]);
});

test("shares stay between nothing and all", () => {
  const anySum = fc
    .record({
      ...{ kept: fc.nat(9), partiallyKept: fc.nat(9), broken: fc.nat(9) },
      ...{ amount: fc.bigInt({ min: 0n, max: 9999n }), share: fc.bigInt({ min: 0n, max: 100n }) },
    })
    .map(({ share, ...sum }) => sums({ ...sum, keptAmount: (sum.amount * share) / 100n }));
  fc.assert(
    fc.property(fc.array(anySum), (all) => {
      const { byCount, byAmount } = reliabilityOf(all);
      expect(byCount === null || (byCount >= 0 && byCount <= 1000)).toBe(true);
      for (const { perMille } of byAmount) expect(perMille >= 0 && perMille <= 1000).toBe(true);
    }),
  );
});

test("a year back", () => {
  expect(reliableSince(plainDate("2026-04-10"))).toBe("2025-04-10");
});

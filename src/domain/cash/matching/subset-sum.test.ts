/** Finding which amounts make a sum. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { findSums } from "./subset-sum.ts";

const LIMITS = { steps: 50_000, ways: 100 };

/** Every subset, one by one: what the search must agree with. */
function allSums(amounts: readonly number[], target: number): number {
  const multisets = new Set<string>();
  for (let mask = 1; mask < 2 ** amounts.length; mask += 1) {
    const taken = amounts.filter((_, place) => Math.floor(mask / 2 ** place) % 2 === 1);
    if (taken.reduce((sum, amount) => sum + amount, 0) === target) {
      multisets.add(taken.toSorted((left, right) => left - right).join());
    }
  }
  return multisets.size;
}

const amounts = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 9 });

test("finds each way once, as trying all subsets does", () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 90 }), (parts, target) => {
      const { ways, gaveUp } = findSums(parts, target, LIMITS);
      expect(ways).toHaveLength(allSums(parts, target));
      expect(gaveUp).toBe(false);
      for (const { places } of ways) {
        expect(new Set(places).size).toBe(places.length);
        expect(places.reduce((sum, place) => sum + (parts[place] ?? 0), 0)).toBe(target);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("says when another claim of the same amount would do as well", () => {
  const [way] = findSums([50, 50, 20], 70, LIMITS).ways;
  expect(way).toEqual({ places: [0, 2], exchangeable: true });
  expect(findSums([50, 50, 20], 120, LIMITS).ways).toEqual([
    { places: [0, 1, 2], exchangeable: false },
  ]);
});

test("tries fewer parts when all are too many, and says so", () => {
  const many = Array.from({ length: 60 }, (_, at) => 100_003 + at * at * 977);
  const target = (many[3] ?? 0) + (many[17] ?? 0);
  const { ways, gaveUp, completeTo } = findSums(many, target, { steps: 100, ways: 5 });
  expect(gaveUp).toBe(true);
  expect(completeTo).toBeGreaterThanOrEqual(2);
  expect(ways.some(({ places }) => places.join() === "3,17")).toBe(true);
});

test("gives up on everything when there are no steps at all", () => {
  expect(findSums([1, 2, 3], 6, { steps: 0, ways: 5 })).toEqual({
    ways: [],
    completeTo: 1,
    gaveUp: true,
  });
});

test("stops at the ways asked for and says that there may be more", () => {
  const { ways, gaveUp } = findSums([1, 2, 3, 4, 5, 6], 7, { steps: 1_000, ways: 2 });
  expect(ways).toHaveLength(2);
  expect(gaveUp).toBe(true);
});

test("nothing makes nothing", () => {
  expect(findSums([1, 2], 0, LIMITS)).toEqual({ ways: [], completeTo: 2, gaveUp: false });
});

/** Chance from a seed repeats itself, and is spread as it says. */
import { expect, test } from "vitest";
import { chanceOf } from "./chance.ts";

const draws = (seed: string, count: number) => {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => chance.integer(1, 6));
};

test("the same seed gives the same draws, another seed others", () => {
  expect(draws("云杉", 50)).toEqual(draws("云杉", 50));
  expect(draws("云杉", 50)).not.toEqual(draws("云松", 50));
});

test("every face comes up about as often, both ends included", () => {
  const counts = new Map<number, number>();
  for (const face of draws("dice", 6_000)) counts.set(face, (counts.get(face) ?? 0) + 1);
  expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
});

test("percent, picks and bits", () => {
  const chance = chanceOf("x");
  const hits = Array.from({ length: 2_000 }, () => chance.happens(10)).filter(Boolean).length;
  expect(Math.abs(hits - 200)).toBeLessThan(60);
  expect([chance.happens(0), chance.happens(100)]).toEqual([false, true]);
  expect(["a", "b"]).toContain(chance.pick(["a", "b"]));
  expect(() => chance.pick([])).toThrow("is a range");
  const bits = Array.from({ length: 200 }, () => chance.bits());
  expect(new Set(bits).size).toBe(200);
  expect(bits.some((each) => each >> 127n === 1n)).toBe(true);
});

/** The table's cursor: never leaves the rows, and moves as people of vi and of Excel expect. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cursorAfter } from "./grid-cursor.ts";

describe("whatever the key and the place", () => {
  const keys = fc.constantFrom(
    "j",
    "k",
    "ArrowDown",
    "ArrowUp",
    "PageDown",
    "PageUp",
    "Home",
    "End",
  );
  test("the cursor stays on a row", () => {
    fc.assert(
      fc.property(keys, fc.integer({ min: 1, max: 500 }), fc.nat(), (key, count, seed) => {
        const next = cursorAfter(key, (seed % (count + 1)) - 1, count);
        expect(next).toBeGreaterThanOrEqual(0);
        expect(next).toBeLessThan(count);
      }),
    );
  });
});

test("j goes down from nowhere to the first row, k stays at the first", () => {
  expect(cursorAfter("j", -1, 3)).toBe(0);
  expect(cursorAfter("j", 1, 3)).toBe(2);
  expect(cursorAfter("k", 0, 3)).toBe(0);
  expect(cursorAfter("End", 0, 300)).toBe(299);
  expect(cursorAfter("PageDown", 0, 300)).toBe(15);
});

test("any other key is not the table's", () => {
  expect(cursorAfter("x", 0, 3)).toBeNull();
});

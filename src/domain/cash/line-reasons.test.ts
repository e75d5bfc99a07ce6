/** Reasons at lines and applications have names of their own. */
import { expect, test } from "vitest";
import { LINE_REASONS } from "./line-reasons.ts";
import { BECAUSE_CODES, WAITS_CODES } from "./matching/match-reasons.ts";

test("no code means two things", () => {
  const ofMatching = new Set<string>([...BECAUSE_CODES, ...WAITS_CODES]);
  expect(LINE_REASONS.filter((code) => ofMatching.has(code))).toEqual([]);
  expect(new Set(LINE_REASONS).size).toBe(LINE_REASONS.length);
});

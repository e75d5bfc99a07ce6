/** The kinds of work: what was agreed or broken presses more than what the plan brings. */
import { expect, test } from "vitest";
import { WORK_KINDS } from "./work-kind.ts";

test("a call agreed for an hour presses most, a look without an occasion least", () => {
  expect(WORK_KINDS[0]).toBe("call_back");
  expect(WORK_KINDS.at(-1)).toBe("review");
  expect(new Set(WORK_KINDS).size).toBe(WORK_KINDS.length);
  expect(WORK_KINDS.indexOf("promise_broken")).toBeLessThan(WORK_KINDS.indexOf("letter"));
});

/** Which days were missed between two runs. */
import { expect, test } from "vitest";
import { plainDate } from "../values/calendar.ts";
import { firstMissedDay } from "./missed-days.ts";

test.each([
  [null, "2026-04-01", null],
  ["2026-03-31", "2026-03-31", null],
  ["2026-03-31", "2026-04-01", null],
  ["2026-03-31", "2026-04-02", "2026-04-01"],
  ["2026-03-27", "2026-04-02", "2026-03-28"],
] as const)("last closed %s, now %s: missed since %s", (last, day, missed) => {
  const closed = last === null ? null : plainDate(last);
  expect(firstMissedDay(closed, plainDate(day))).toBe(missed);
});

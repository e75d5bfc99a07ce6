/** Each reason has a department and days to answer. */
import { expect, test } from "vitest";
import {
  DEPARTMENTS,
  DISPUTE_REASONS,
  usualAnswerDays,
  usualDepartment,
} from "./dispute-reason.ts";

test("papers go to billing within five working days, goods to who can look at them in ten", () => {
  const usual = DISPUTE_REASONS.map((reason) => [
    reason,
    usualDepartment(reason),
    usualAnswerDays(reason),
  ]);
  expect(usual).toEqual([
    ["not_received", "billing", 5],
    ["amount", "billing", 5],
    ["quality", "quality", 10],
    ["quantity", "logistics", 10],
    ["delivery", "logistics", 10],
    ["price", "sales", 5],
    ["other", "sales", 10],
  ]);
  expect(new Set(usual.map(([, department]) => department))).toEqual(new Set(DEPARTMENTS));
});

/** Every rule of the worklist's points has its name and its sentence in both languages. */
import { describe, expect, test } from "vitest";
import { pointsOf } from "../../src/domain/desk/worklist.ts";
import { USUAL_WORKLIST } from "../../src/domain/strategy/policy-worklist.ts";
import { plainDate } from "../../src/domain/values/calendar.ts";
import { moneyOf } from "../../src/domain/values/money.ts";
import { workReasons as english, pointNames as englishNames } from "./en/work-reasons.ts";
import { sentenceOf } from "./facts.ts";
import { workReasons as chinese, pointNames as chineseNames } from "./zh/work-reasons.ts";

/** A customer with whom everything presses. */
const PRESSING = pointsOf(
  {
    grade: "E",
    overdue: [moneyOf("1250000.00", "CNY"), moneyOf("3000.00", "USD")],
    oldestDueOn: plainDate("2023-12-20"),
    brokenPromises: 2,
    silentSince: plainDate("2026-09-01"),
    sales: [moneyOf("8000000.00", "CNY")],
  },
  USUAL_WORKLIST,
  plainDate("2026-11-20"),
);

const says = (code: string, table: typeof chinese): string => {
  const part = PRESSING.parts.find((each) => each.code === code);
  return sentenceOf(table, part?.because ?? { code: "" }) ?? "";
};

describe("the parts of a priority", () => {
  test("all seven rules speak, in both languages, without a hole", () => {
    expect(PRESSING.parts).toHaveLength(7);
    for (const { code } of PRESSING.parts) {
      expect(chineseNames[code], code).toBeTruthy();
      expect(englishNames[code], code).toBeTruthy();
      for (const table of [chinese, english]) {
        expect(says(code, table)).not.toMatch(/undefined|NaN|\[object/);
        expect(says(code, table).length, code).toBeGreaterThan(3);
      }
    }
  });

  test("the facts that decided stand in the sentence, sums of two currencies side by side", () => {
    expect(says("amount", chinese)).toBe("逾期金额 CNY 1,250,000.00 + USD 3,000.00");
    expect(says("broken_promise", english)).toBe("2 broken promises on what is still open");
    expect(says("limitation", chinese)).toContain("2026-12-20");
  });
});

test("an ungraded customer is told to count as middling", () => {
  expect(sentenceOf(chinese, { code: "grade", grade: null })).toBe("客户还没有评级，按中等计");
});

/** The order of work: more, later and further up the ladder comes first. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STAGES } from "../strategy/policy-choices.ts";
import { currency, money, moneyOf } from "../values/money.ts";
import { largestOverdue, priorityOf, type WorkLine } from "./worklist.ts";

const line = (amount: string, oldestDays: number, change: Partial<WorkLine> = {}): WorkLine => ({
  track: "task",
  stage: "early",
  overdue: [moneyOf(amount, "CNY")],
  oldestDays,
  promiseBroken: false,
  ...change,
});

const anyLine: fc.Arbitrary<WorkLine> = fc.record({
  track: fc.constant("task" as const),
  stage: fc.constantFrom(...STAGES),
  overdue: fc.array(
    fc
      .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.constantFrom("CNY", "USD"))
      .map(([minor, unit]) => money(minor, currency(unit))),
    { maxLength: 2 },
  ),
  oldestDays: fc.integer({ min: -30, max: 4000 }),
  promiseBroken: fc.boolean(),
});

describe("whatever the list", () => {
  test("points are between nothing and a hundred, and their parts sum to them", () =>
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), (lines) => {
        const largest = largestOverdue(lines);
        for (const each of lines) {
          const { points, parts } = priorityOf(each, largest);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(100);
          expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(points);
          expect(parts.every((part) => part.points > 0)).toBe(true);
        }
      }),
    ));

  test("one day later is never less urgent", () =>
    fc.assert(
      fc.property(anyLine, (any) => {
        const largest = largestOverdue([any]);
        const later = { ...any, oldestDays: any.oldestDays + 1 };
        expect(priorityOf(later, largest).points).toBeGreaterThanOrEqual(
          priorityOf(any, largest).points,
        );
      }),
    ));
});

test("the whole hundred: the largest sum, four months late, with the lawyers, after a broken word", () => {
  const worst = line("900000.00", 120, { stage: "legal", promiseBroken: true });
  expect(priorityOf(worst, largestOverdue([worst]))).toEqual({
    points: 100,
    parts: [
      { code: "amount", points: 40 },
      { code: "days", points: 30 },
      { code: "stage", points: 15 },
      { code: "promise_broken", points: 15 },
    ],
  });
});

test("a quarter of the largest sum still has half of its points", () => {
  const [large, quarter] = [line("1000.00", 10), line("250.00", 10)];
  const largest = largestOverdue([large, quarter]);
  expect(priorityOf(quarter, largest).parts[0]).toEqual({ code: "amount", points: 20 });
});

test("currencies are not compared with each other", () => {
  const [yuan, dollars] = [
    line("1000000.00", 10),
    line("0", 10, { overdue: [moneyOf("5000.00", "USD")] }),
  ];
  const largest = largestOverdue([yuan, dollars]);
  expect(priorityOf(dollars, largest).parts[0]).toEqual({ code: "amount", points: 40 });
});

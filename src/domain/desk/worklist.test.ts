/** The order of work: more, later, worse and longer silent never comes after less. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GRADES } from "../strategy/policy-choices.ts";
import { USUAL_WORKLIST, type WorklistPolicy } from "../strategy/policy-worklist.ts";
import { addDays, plainDate } from "../values/calendar.ts";
import { currency, money, moneyOf } from "../values/money.ts";
import { earliestExpiry, pointsOf, type WorkFacts } from "./worklist.ts";

const TODAY = plainDate("2026-04-01");
const daysAgo = (days: number) => addDays(TODAY, -days);

const facts = (change: Partial<WorkFacts> = {}): WorkFacts => ({
  grade: "C",
  overdue: [moneyOf("50000.00", "CNY")],
  oldestDueOn: daysAgo(20),
  brokenPromises: 0,
  silentSince: daysAgo(3),
  sales: [],
  ...change,
});
const points = (change: Partial<WorkFacts> = {}, policy = USUAL_WORKLIST): number =>
  pointsOf(facts(change), policy, TODAY).points;
const partOf = (code: string, change: Partial<WorkFacts> = {}) =>
  pointsOf(facts(change), USUAL_WORKLIST, TODAY).parts.find((part) => part.code === code);

const anyMoney = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.constantFrom("CNY", "USD", "JPY"))
  .map(([minor, unit]) => money(minor, currency(unit)));
const anyFacts: fc.Arbitrary<WorkFacts> = fc.record({
  grade: fc.constantFrom(...GRADES, null),
  overdue: fc.array(anyMoney, { maxLength: 3 }),
  oldestDueOn: fc.option(fc.integer({ min: 1, max: 4000 }).map(daysAgo)),
  brokenPromises: fc.integer({ min: 0, max: 9 }),
  silentSince: fc.integer({ min: 0, max: 900 }).map(daysAgo),
  sales: fc.array(anyMoney, { maxLength: 3 }),
});
const weight = fc.integer({ min: 0, max: 100 });
const anyPolicy: fc.Arbitrary<WorklistPolicy> = fc.record({
  points: fc.record({
    amount: weight,
    daysLate: weight,
    grade: weight,
    brokenPromise: weight,
    limitation: weight,
    lastContact: weight,
    customerValue: weight,
  }),
  largeAmount: fc.constant(USUAL_WORKLIST.largeAmount),
  largeSales: fc.constant(USUAL_WORKLIST.largeSales),
  oldDays: fc.integer({ min: 1, max: 3650 }),
  silentDays: fc.integer({ min: 1, max: 366 }),
});

describe("whatever the customer and the policy", () => {
  test("parts sum to the points, each with its reason, none above its weight", () =>
    fc.assert(
      fc.property(anyFacts, anyPolicy, (some, policy) => {
        const { points: sum, parts } = pointsOf(some, policy, TODAY);
        expect(parts.reduce((all, part) => all + part.points, 0)).toBe(sum);
        for (const part of parts) {
          expect(part.points).toBeGreaterThan(0);
          const { most } = part.because as unknown as { readonly most: number };
          expect(part.points).toBeLessThanOrEqual(most);
          expect(part.because.code).toBe(part.code);
        }
      }),
    ));

  test("more past due, longer, a worse grade, another broken promise never lower the points", () =>
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyMoney, (some, policy, more) => {
        const before = pointsOf(some, policy, TODAY).points;
        const raised = (change: Partial<WorkFacts>) =>
          expect(pointsOf({ ...some, ...change }, policy, TODAY).points).toBeGreaterThanOrEqual(
            before,
          );
        raised({ overdue: [...some.overdue, more] });
        raised({ sales: [...some.sales, more] });
        if (some.oldestDueOn !== null) raised({ oldestDueOn: addDays(some.oldestDueOn, -30) });
        const worse = some.grade === null ? "E" : GRADES[GRADES.indexOf(some.grade) + 1];
        if (worse !== undefined) raised({ grade: worse });
        raised({ brokenPromises: some.brokenPromises + 1 });
        raised({ silentSince: addDays(some.silentSince, -10) });
      }),
    ));

  test("and neither does the next day", () =>
    fc.assert(
      fc.property(anyFacts, anyPolicy, (some, policy) => {
        const tomorrow = addDays(TODAY, 1);
        expect(pointsOf(some, policy, tomorrow).points).toBeGreaterThanOrEqual(
          pointsOf(some, policy, TODAY).points,
        );
      }),
    ));
});

test("the usual weights make a hundred, which only the worst of all customers has", () => {
  const worst = facts({
    grade: "E",
    overdue: [moneyOf("9000000.00", "CNY")],
    oldestDueOn: daysAgo(1200),
    brokenPromises: 3,
    silentSince: daysAgo(90),
    sales: [moneyOf("99000000.00", "CNY")],
  });
  expect(pointsOf(worst, USUAL_WORKLIST, TODAY).points).toBe(100);
});

describe("limitation", () => {
  test("counts three years from the oldest due day, the earliest it may expire", () => {
    expect(earliestExpiry(plainDate("2024-02-29"))).toBe("2027-02-28");
  });
  test("presses in its last 180 days only", () => {
    expect(partOf("limitation", { oldestDueOn: plainDate("2023-09-28") })).toBeUndefined();
    expect(partOf("limitation", { oldestDueOn: plainDate("2023-07-01") })).toMatchObject({
      points: 5,
      because: { expiresOn: "2026-07-01", daysLeft: 91 },
    });
    expect(partOf("limitation", { oldestDueOn: plainDate("2022-01-01") })?.points).toBe(10);
  });
});

test("what a finance person would expect of two customers", () => {
  const large = points({ overdue: [moneyOf("800000.00", "CNY")] });
  const small = points({ overdue: [moneyOf("8000.00", "CNY")] });
  expect(large).toBeGreaterThan(small);
  expect(points({ brokenPromises: 1 })).toBe(points() + 5);
  expect(points({ grade: null })).toBe(points({ grade: "C" }));
  expect(points({ grade: "A" })).toBe(points() - 5);
});

test("a currency that the policy does not name counts by a million of its units", () => {
  const yen = partOf("amount", { overdue: [moneyOf("1000000", "JPY")] });
  expect(yen?.points).toBe(USUAL_WORKLIST.points.amount);
});

test("a weight of nothing leaves the rule out", () => {
  const none = { ...USUAL_WORKLIST, points: { ...USUAL_WORKLIST.points, amount: 0 } };
  const codes = pointsOf(facts(), none, TODAY).parts.map(({ code }) => code);
  expect(codes).not.toContain("amount");
});

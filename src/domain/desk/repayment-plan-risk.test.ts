/** Risk facts: each with its weight, heaviest first; more of what is bad never weighs less. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cny, on, TODAY } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import { type RiskSource, weighRisk } from "./repayment-plan-risk.ts";

const source = (different: Partial<RiskSource> = {}): RiskSource => ({
  ...{ brokenPromises: 0, defaultedPlans: 0, fulfilledPlans: 0, returnedPayments: 0 },
  ...{ days: 90, longestDays: 366, amount: cny("1000.00"), firstPayment: cny("300.00") },
  ...{ oldestDueOn: on("2026-03-01"), guaranteed: false, today: TODAY },
  ...different,
});
const weightOf = (code: string, different: Partial<RiskSource>) =>
  weighRisk(source(different)).find(({ fact }) => fact.code === code)?.weight;

test("a customer who kept every word, a short plan and a good first payment weigh nothing", () => {
  expect(weighRisk(source()).every(({ weight }) => weight === 0)).toBe(true);
});

test("weights at their edges", () => {
  expect(weightOf("risk_broken_promises", { brokenPromises: 1 })).toBe(1);
  expect(weightOf("risk_broken_promises", { brokenPromises: 3 })).toBe(3);
  expect(weightOf("risk_plans_defaulted", { defaultedPlans: 1 })).toBe(2);
  expect(weightOf("risk_plans_defaulted", { defaultedPlans: 2 })).toBe(3);
  expect(weightOf("risk_length", { days: 91 })).toBe(1);
  expect(weightOf("risk_first_payment", { firstPayment: cny("299.99") })).toBe(1);
  expect(weightOf("risk_first_payment", { firstPayment: cny("99.99") })).toBe(2);
  expect(weightOf("risk_age_of_debt", { oldestDueOn: on("2026-01-18") })).toBe(1);
  expect(weightOf("risk_limitation", { oldestDueOn: on("2023-03-20") })).toBe(0);
  const passed = { oldestDueOn: on("2023-03-19") };
  expect(weightOf("risk_limitation_may_have_passed", passed)).toBe(2);
  expect(weightOf("risk_guaranteed", { guaranteed: true })).toBe(0);
});

test("heaviest first, and more broken words never weigh less", () => {
  holds(
    fc.record({ broken: fc.nat(6), defaulted: fc.nat(4), days: fc.integer({ min: 0, max: 900 }) }),
    ({ broken, defaulted, days }) => {
      const given = { brokenPromises: broken, defaultedPlans: defaulted, days };
      const facts = weighRisk(source(given));
      const weights = facts.map(({ weight }) => weight);
      expect(weights).toEqual(weights.toSorted((left, right) => right - left));
      const worse = { ...given, brokenPromises: broken + 1 };
      expect(weightOf("risk_broken_promises", worse) ?? 0).toBeGreaterThanOrEqual(
        weightOf("risk_broken_promises", given) ?? 0,
      );
    },
  );
});

/** What is frozen with an agreement is plain JSON, and the policy's rules as they stood. */
import { expect, test } from "vitest";
import { cny, policyOf, TODAY } from "../../../test/kit/agreement-values.ts";
import { rate } from "../values/money.ts";
import { frozenTerms, wireCost } from "./agreement-terms.ts";

test("the policy's rules of the day, and interest from the proposal on", () => {
  const policy = policyOf({ grace_days: "5", missed_allowed: "0" });
  const terms = frozenTerms(policy, rate(43_500_000n, "year"), TODAY);
  expect(terms).toEqual({
    ...{ interest: { partsPerBillion: "43500000", per: "year" }, interestFrom: TODAY },
    ...{ graceDays: 5, missedAllowed: 0, remindDays: 3, signWithinDays: 7, lapseDays: 14 },
  });
  expect(JSON.parse(JSON.stringify(terms))).toEqual(terms);
  expect(frozenTerms(policy, null, TODAY)).toMatchObject({ interest: null, interestFrom: null });
});

test("a cost without bigints, or none", () => {
  const cost = { amount: cny("3.45"), days: 42, rate: rate(30_000_000n, "year") };
  const wire = wireCost({ ...cost, rateFrom: { code: "rate_lpr" }, yearlyPercent: null });
  expect(JSON.parse(JSON.stringify(wire))).toEqual({
    ...{ amount: { amount: "3.45", currency: "CNY" }, days: 42, yearlyPercent: null },
    ...{ rate: { partsPerBillion: "30000000", per: "year" }, rateFrom: { code: "rate_lpr" } },
  });
  expect(wireCost(null)).toBeNull();
});

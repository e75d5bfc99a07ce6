/** What granting costs: days × amount × rate, a discount's yearly rate, where the rate is from. */
import { describe, expect, test } from "vitest";
import { cny, on, TODAY } from "../../../test/kit/agreement-values.ts";
import { LPR_KNOWN_UNTIL, lprOn } from "../countries/china/lpr.ts";
import { addDays } from "../values/calendar.ts";
import { rate } from "../values/money.ts";
import { costRateOf, discountCost, extensionCost, planCost } from "./agreement-cost.ts";

const RATE = { rate: rate(36_500_000n, "year"), from: { code: "rate_of_policy" } };

describe("the rate", () => {
  const at = (day: string) => costRateOf(null, on(day), lprOn, LPR_KNOWN_UNTIL);

  test("is the policy's where it has one, else the one-year LPR of the day", () => {
    expect(costRateOf(RATE.rate, TODAY, lprOn, LPR_KNOWN_UNTIL)?.from.code).toBe("rate_of_policy");
    expect(at("2026-03-20")).toEqual({
      rate: rate(30_000_000n, "year"),
      from: { code: "rate_lpr", since: "2025-05-20" },
    });
  });

  test("after the last month known says that it is the last known; before the first there is none", () => {
    expect(at(addDays(LPR_KNOWN_UNTIL, 40))?.from).toMatchObject({ code: "rate_lpr_last_known" });
    expect(at("2018-01-01")).toBeNull();
  });
});

test("a plan: each part is waited for until its day; 3.65 % is 1.00 on 100.00 for 100 days", () => {
  const parts = [
    { amount: cny("10000.00"), dueOn: addDays(TODAY, 100) },
    { amount: cny("10000.00"), dueOn: addDays(TODAY, 200) },
  ];
  expect(planCost(parts, RATE, TODAY)).toMatchObject({ amount: cny("300.00"), days: 150 });
  expect(planCost([], RATE, TODAY)).toBeNull();
});

test("an extension: from the old due day, or from today where that has passed", () => {
  const part = (dueOn: string, newDueOn: string) => [
    { amount: cny("10000.00"), dueOn: on(dueOn), newDueOn: on(newDueOn) },
  ];
  expect(extensionCost(part("2026-03-01", "2026-04-19"), RATE, TODAY)).toMatchObject({
    ...{ amount: cny("30.00"), days: 30 },
  });
  expect(extensionCost(part("2026-04-01", "2026-05-01"), RATE, TODAY)).toMatchObject({ days: 30 });
});

describe("a discount", () => {
  const cost = (dueOn: string, forgiven: string) =>
    discountCost([{ amount: cny("10000.00"), dueOn: on(dueOn) }], cny(forgiven), TODAY, RATE);

  test("costs what is given up less what the earlier money saves; 2 % for 20 days is 37.24 %", () => {
    expect(cost("2026-04-09", "200.00")).toMatchObject({
      ...{ amount: cny("180.00"), days: 20, yearlyPercent: "37.24" },
    });
  });

  test("of what is overdue brings nothing early: it has no yearly rate", () => {
    expect(cost("2026-03-01", "200.00")).toMatchObject({
      ...{ amount: cny("200.00"), days: 0, yearlyPercent: null },
    });
  });
});

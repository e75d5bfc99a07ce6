/** Plans against the policy: only its limits block, and never more is agreed than is free. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CALENDAR, cny, item, on, policyOf, TODAY } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import type { ItemId } from "../values/ids.ts";
import { money } from "../values/money.ts";
import { judgePlan, type PlanOffer, shareOf } from "./repayment-plan.ts";

const ITEMS = [item("A", "1000.00"), item("B", "600.00", "2026-02-01", "1000.00")];
const offer = (different: Partial<PlanOffer> = {}): PlanOffer => ({
  items: [
    { item: "A" as ItemId, amount: cny("1000.00") },
    { item: "B" as ItemId, amount: cny("200.00") },
  ],
  schedule: {
    ...{ kind: "equal", count: 4, firstOn: on("2026-04-10"), every: "month" },
    firstPayment: null,
  },
  ...{ rollToWorkingDay: false, interest: null },
  ...different,
});
const judged = (different: Partial<PlanOffer> = {}, fields = {}) =>
  judgePlan(offer(different), ITEMS, policyOf(fields), CALENDAR, TODAY);
const codeOf = (...given: Parameters<typeof judged>) => {
  const made = judged(...given);
  return made.ok ? "ok" : made.refusal.code;
};

test("parts never exceed what is free, whatever is asked", () => {
  const anyParts = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 2 }), minor: fc.bigInt(-1n, 120_000n) }),
    { maxLength: 4 },
  );
  holds(anyParts, (parts) => {
    const items = parts.map(({ at, minor }) => ({
      item: (["A", "B", "C"][at] ?? "A") as ItemId,
      amount: money(minor, cny("0.00").currency),
    }));
    const made = judged({ items }, { least_first_percent: "0" });
    if (!made.ok) return;
    for (const part of made.value.parts) {
      const free = ITEMS.find(({ id }) => id === part.item)?.free.minor ?? 0n;
      expect(part.amount.minor > 0n && part.amount.minor <= free).toBe(true);
    }
    const named = made.value.parts.map((part) => part.item);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe("the policy's limits", () => {
  test("block at their edge and nowhere else", () => {
    expect(codeOf()).toBe("ok");
    expect(codeOf({}, { most_parts: 4 })).toBe("ok");
    expect(codeOf({}, { most_parts: 3 })).toBe("plan_has_too_many_parts");
    // 20 March to 10 July is 112 days
    expect(codeOf({}, { longest_days: 112 })).toBe("ok");
    expect(codeOf({}, { longest_days: 111 })).toBe("plan_too_long");
    expect(codeOf({}, { least_first_percent: "25" })).toBe("ok");
    expect(codeOf({}, { least_first_percent: "25.01" })).toBe("plan_first_too_small");
    expect(codeOf({}, { least_part: { CNY: "300.00" } })).toBe("ok");
    expect(codeOf({}, { least_part: { CNY: "300.01" } })).toBe("plan_part_too_small");
    expect(codeOf({}, { least_part: { USD: "900.00" } })).toBe("ok");
  });

  test("one part alone is no plan of parts: it may be small, but not in the past", () => {
    const schedule = { kind: "dates", days: [on("2026-03-20")] } as const;
    expect(codeOf({ schedule }, { least_part: { CNY: "9999.00" } })).toBe("ok");
    const past = { kind: "dates", days: [on("2026-03-19")] } as const;
    expect(codeOf({ schedule: past })).toBe("agreement_day_has_passed");
  });
});

test("what is asked of items", () => {
  const of = (id: string, text: string, currency = "CNY") => ({
    item: id as ItemId,
    amount: { ...cny(text), currency: currency as never },
  });
  expect(codeOf({ items: [] })).toBe("agreement_is_empty");
  expect(codeOf({ items: [of("A", "0.00")] })).toBe("agreement_is_empty");
  expect(codeOf({ items: [of("A", "1.00"), of("A", "2.00")] })).toBe("agreement_names_item_twice");
  expect(codeOf({ items: [of("C", "1.00")] })).toBe("item_not_open");
  expect(codeOf({ items: [of("B", "600.01")] })).toBe("agreement_exceeds_free");
  expect(codeOf({ items: [of("A", "1.00", "USD")] })).toBe("agreement_in_other_currency");
  const both = [of("A", "1.00"), of("B", "1.00", "USD")];
  expect(codeOf({ items: both })).toBe("agreement_in_several_currencies");
});

test("a share is rounded half-up: 10 % of 0.05 is 0.01", () => {
  expect(shareOf(cny("0.05"), 100_000_000n)).toEqual(cny("0.01"));
  expect(shareOf(cny("0.04"), 100_000_000n)).toEqual(cny("0.00"));
});

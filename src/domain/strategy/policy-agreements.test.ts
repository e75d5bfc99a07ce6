/** The policy's agreements section: careful defaults, each fault with its place. */
import { expect, test } from "vitest";
import { cny } from "../../../test/kit/agreement-values.ts";
import { rate } from "../values/money.ts";
import type { PolicyFault } from "./policy.ts";
import { agreementsOf } from "./policy-agreements.ts";

function read(agreements: unknown) {
  const faults: PolicyFault[] = [];
  const policy = agreementsOf({ at: { path: "", faults }, fields: { agreements } });
  return { policy, faults: faults.map(({ path, reason }) => `${path} ${reason}`) };
}

test("where nothing is written: a year, ten per cent first, a month's extension or three", () => {
  expect(read(undefined)).toEqual({
    faults: [],
    policy: {
      ...{ longestDays: 366, leastFirstPpb: 100_000_000n, mostParts: 24, leastPart: [] },
      ...{ longestExtensionDays: 90, mostDiscountPpb: 50_000_000n, costRate: null },
      ...{ signWithinDays: 7, lapseDays: 14, graceDays: 3, missedAllowed: 1, remindDays: 3 },
    },
  });
});

test("what is written is read as text, to four decimals of a per cent", () => {
  const { policy, faults } = read({
    ...{ least_first_percent: "12.5", most_discount_percent: "0.0001", cost_percent: "6" },
    least_part: { CNY: "1000.00" },
  });
  expect(faults).toEqual([]);
  expect(policy).toMatchObject({
    ...{
      leastFirstPpb: 125_000_000n,
      mostDiscountPpb: 1_000n,
      costRate: rate(60_000_000n, "year"),
    },
    leastPart: [cny("1000.00")],
  });
});

test("each fault has its place", () => {
  expect(
    read({
      ...{ least_first_percent: "101", most_discount_percent: "51", most_parts: "0" },
      ...{ missed_allowed: "13", longest: "1" },
    }).faults,
  ).toEqual([
    "agreements.longest unknown_field",
    "agreements.least_first_percent out_of_range",
    "agreements.most_parts out_of_range",
    "agreements.most_discount_percent out_of_range",
    "agreements.missed_allowed out_of_range",
  ]);
});

/** The cash section: what is written is read, what is not written gives nothing up. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../test/kit/holds.ts";
import { cny } from "../../../test/kit/import-book.ts";
import { moneyOf } from "../values/money.ts";
import type { PolicyFault } from "./policy.ts";
import { cashOf } from "./policy-cash.ts";
import { mappingOf } from "./policy-fields.ts";

function read(cash: unknown) {
  const faults: PolicyFault[] = [];
  const policy = cashOf(mappingOf({ cash }, { path: "", faults }, null));
  return { policy, faults: faults.map(({ path, reason }) => `${path} ${reason}`) };
}

const NOTHING = {
  bankFeeUpTo: [],
  roundingUpTo: [],
  cashDiscount: null,
  oldestFirst: false,
  autoFrom: 990,
  appropriation: "statutory",
  deductions: "open",
};

test("what is not written is not given up", () => {
  for (const none of [undefined, null, "", {}]) {
    expect(read(none)).toEqual({ policy: NOTHING, faults: [] });
  }
});

test("all of it", () => {
  const written = {
    bank_fee_up_to: { CNY: "50.00", USD: "30" },
    rounding_up_to: { CNY: "1.00" },
    cash_discount: { percent: "2.5", within_days: "10" },
    oldest_first: "true",
    apply_by_itself_from: "1000",
    appropriation: "principal_first",
    deductions: "dispute",
  };
  expect(read(written)).toEqual({
    policy: {
      bankFeeUpTo: [cny("50.00"), moneyOf("30.00", "USD")],
      roundingUpTo: [cny("1.00")],
      cashDiscount: { partsPerBillion: 25_000_000n, withinDays: 10 },
      oldestFirst: true,
      autoFrom: 1000,
      appropriation: "principal_first",
      deductions: "dispute",
    },
    faults: [],
  });
});

test("a discount without days is granted on whichever day; a switch may be a truth value", () => {
  const { policy } = read({ cash_discount: { percent: 2 }, oldest_first: true });
  expect(policy.cashDiscount).toEqual({ partsPerBillion: 20_000_000n, withinDays: null });
  expect(policy.oldestFirst).toBe(true);
  expect(read({ oldest_first: false }).policy.oldestFirst).toBe(false);
});

describe("each fault is told at its place", () => {
  test.each([
    ["often", "cash not_a_mapping"],
    [{ bank_fees: 5 }, "cash.bank_fees unknown_field"],
    [{ bank_fee_up_to: { CNY: "-1" } }, "cash.bank_fee_up_to.CNY amount_invalid"],
    [{ rounding_up_to: { XXX: "1" } }, "cash.rounding_up_to.XXX currency_unknown"],
    [{ cash_discount: { within_days: 10 } }, "cash.cash_discount.percent missing"],
    [{ cash_discount: { percent: "0" } }, "cash.cash_discount.percent out_of_range"],
    [{ cash_discount: { percent: "50.0001" } }, "cash.cash_discount.percent out_of_range"],
    [{ cash_discount: { percent: "2%" } }, "cash.cash_discount.percent out_of_range"],
    [
      { cash_discount: { percent: 2, within_days: "soon" } },
      "cash.cash_discount.within_days not_a_whole_number",
    ],
    [{ oldest_first: "yes" }, "cash.oldest_first unknown_value"],
    [{ apply_by_itself_from: 1001 }, "cash.apply_by_itself_from out_of_range"],
    [{ appropriation: "fifo" }, "cash.appropriation unknown_value"],
  ])("%o: %s", (cash, fault) => {
    expect(read(cash).faults).toEqual([fault]);
  });
});

test("a percentage reads as the parts it stands for", () => {
  holds(fc.integer({ min: 1, max: 500_000 }), (tenThousandths) => {
    const percent = (tenThousandths / 10_000).toFixed(4);
    const { policy, faults } = read({ cash_discount: { percent } });
    expect(faults).toEqual([]);
    expect(policy.cashDiscount?.partsPerBillion).toBe(BigInt(tenThousandths) * 1000n);
  });
});

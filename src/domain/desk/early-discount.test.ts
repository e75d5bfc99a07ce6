/** Discounts: shares make the whole, the policy's limit, earned by the day and not after it. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cny, item, on, policyOf, TODAY } from "../../../test/kit/agreement-values.ts";
import { holds } from "../../../test/kit/holds.ts";
import type { ItemId } from "../values/ids.ts";
import { money, total } from "../values/money.ts";
import { judgeDiscount, judgeEarned } from "./early-discount.ts";

const ITEMS = [item("A", "1000.00"), item("B", "333.33"), item("C", "0.01")];
const CNY = cny("0.00").currency;
const POLICY = policyOf({ most_discount_percent: "10" });
const offered = (forgiven: string, amounts: readonly (readonly [string, string])[]) => ({
  items: amounts.map(([id, text]) => ({ item: id as ItemId, amount: cny(text) })),
  forgiven: cny(forgiven),
  payBy: on("2026-03-31"),
});

test("what is given up of the items makes the whole, and never more than an item has", () => {
  const any = fc.record({
    amounts: fc.tuple(fc.bigInt(1n, 100_000n), fc.bigInt(1n, 33_333n), fc.constant(1n)),
    ppm: fc.bigInt(1n, 100_000n),
  });
  holds(any, ({ amounts, ppm }) => {
    const items = amounts.map((minor, at) => ({
      item: (["A", "B", "C"][at] ?? "A") as ItemId,
      amount: money(minor, CNY),
    }));
    const whole = total(
      items.map(({ amount }) => amount),
      CNY,
    );
    const forgiven = money((whole.minor * ppm) / 1_000_000n, CNY);
    const made = judgeDiscount({ items, forgiven, payBy: TODAY }, ITEMS, POLICY, TODAY);
    if (!made.ok) return;
    const { parts } = made.value;
    expect(
      total(
        parts.map((part) => part.forgiven),
        CNY,
      ),
    ).toEqual(forgiven);
    for (const part of parts) expect(part.forgiven.minor <= part.amount.minor).toBe(true);
  });
});

describe("what a finance person would ask", () => {
  const codeOf = (
    forgiven: string,
    amounts: readonly (readonly [string, string])[],
    day = TODAY,
  ) => {
    const made = judgeDiscount(offered(forgiven, amounts), ITEMS, POLICY, day);
    return made.ok ? "ok" : made.refusal.code;
  };

  test("at most the policy's share, something at all, by a day to come", () => {
    expect(codeOf("100.00", [["A", "1000.00"]])).toBe("ok");
    expect(codeOf("100.01", [["A", "1000.00"]])).toBe("discount_too_high");
    expect(codeOf("0.00", [["A", "1000.00"]])).toBe("discount_not_positive");
    expect(codeOf("1.00", [["A", "1000.01"]])).toBe("agreement_exceeds_free");
    expect(codeOf("1.00", [["A", "100.00"]], on("2026-04-01"))).toBe("agreement_day_has_passed");
    expect(codeOf("1.00", [["A", "100.00"]], on("2026-03-31"))).toBe("ok");
  });

  test("earned by all but the forgiven part in time; waits for the bank's file; then lapses", () => {
    const source = (settledInTime: bigint) => ({
      ...{ amount: 10_000n, forgiven: 100n, settled: settledInTime, settledInTime },
      ...{ payBy: on("2026-03-31"), graceDays: 3 },
    });
    expect(judgeEarned(source(9_900n), on("2026-03-25"))).toBe("earned");
    expect(judgeEarned(source(9_899n), on("2026-03-31"))).toBe("waiting");
    expect(judgeEarned(source(9_899n), on("2026-04-03"))).toBe("waiting");
    expect(judgeEarned(source(9_899n), on("2026-04-04"))).toBe("lapsed");
    expect(judgeEarned(source(9_900n), on("2026-04-10"))).toBe("earned");
  });
});

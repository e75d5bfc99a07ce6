/** A dispute is for a part of what is open and not disputed already. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { currency, money, moneyOf } from "../values/money.ts";
import { judgeDispute } from "./dispute.ts";

const yuan = (minor: bigint) => money(minor, currency("CNY"));

test("it is taken exactly when it is more than nothing and at most what is free", () => {
  const anyMinor = fc.bigInt({ min: -10n, max: 1000n });
  fc.assert(
    fc.property(anyMinor, anyMinor, (amount, free) => {
      const judged = judgeDispute(
        { amount: yuan(amount), reason: "quality", note: null },
        yuan(free),
      );
      expect(judged.ok).toBe(amount > 0n && amount <= free);
    }),
  );
});

test("each refusal has its facts; an empty note is none", () => {
  const free = moneyOf("100.00", "CNY");
  const judge = (amount: string, unit: string, note: string | null = null) =>
    judgeDispute({ amount: moneyOf(amount, unit), reason: "price", note }, free);
  expect(judge("0", "CNY")).toMatchObject({ refusal: { code: "dispute_is_empty" } });
  expect(judge("1", "USD")).toMatchObject({
    refusal: { code: "dispute_in_other_currency", currency: "CNY" },
  });
  expect(judge("100.01", "CNY")).toMatchObject({ refusal: { code: "dispute_exceeds_open", free } });
  expect(judge("1", "CNY", " 单价不符 ")).toMatchObject({ value: { note: "单价不符" } });
  expect(judge("1", "CNY", "  ")).toMatchObject({ value: { note: null } });
});

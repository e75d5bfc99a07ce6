/** What a customer held back comes off the claims it was named for, and stays open. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CustomerId, ItemId } from "../values/ids.ts";
import { add, currency, moneyOf, total } from "../values/money.ts";
import { leaveDeductionOpen } from "./settlement-deduction.ts";
import type { WishedClaim } from "./settlement-items.ts";

const claim = (id: string, text: string, unit = "CNY"): WishedClaim => {
  const amount = moneyOf(text, unit);
  const item = {
    id: id as ItemId,
    customerId: "k" as CustomerId,
    open: amount,
    issuedOn: "2026-01-05" as never,
  };
  return { item, amount, paid: amount };
};
const cny = (text: string) => moneyOf(text, "CNY");
const heldBack = (text: string) => ({ kind: "deduction" as const, amount: cny(text) });

const settledAndLeft = (...given: Parameters<typeof leaveDeductionOpen>) => {
  const done = leaveDeductionOpen(...given);
  if (!done.ok) return done.refusal;
  return {
    settled: done.value.claims.map(({ item, amount }) => [item.id, amount.minor]),
    left: done.value.residual.map(({ itemId, amount }) => [itemId, amount.minor]),
  };
};

describe("a deduction", () => {
  const two = [claim("a", "100.00"), claim("b", "50.00")];

  test("comes off the last claim of the payer's list, then off the one before", () => {
    expect(settledAndLeft(two, heldBack("20.00"), null)).toEqual({
      settled: [
        ["a", 10_000n],
        ["b", 3_000n],
      ],
      left: [["b", 2_000n]],
    });
    expect(settledAndLeft(two, heldBack("70.00"), null)).toEqual({
      settled: [["a", 8_000n]],
      left: [
        ["a", 2_000n],
        ["b", 5_000n],
      ],
    });
  });

  test("comes off the claim it was made from where that is known", () => {
    expect(settledAndLeft(two, heldBack("20.00"), "a" as ItemId)).toMatchObject({
      left: [["a", 2_000n]],
    });
    const refusal = { code: "deduction_exceeds_claims", claims: cny("50.00") };
    expect(settledAndLeft(two, heldBack("60.00"), "b" as ItemId)).toEqual(refusal);
  });

  test("cannot come off a claim in another currency", () => {
    const mixed = [claim("a", "100.00"), claim("b", "50.00", "USD")];
    expect(settledAndLeft(mixed, heldBack("20.00"), null)).toMatchObject({ left: [["a", 2_000n]] });
  });

  test("is no bank fee: that is given up, and leaves nothing open", () => {
    const fee = { kind: "bank_fee" as const, amount: cny("20.00") };
    expect(leaveDeductionOpen(two, fee, null)).toEqual({
      ok: true,
      value: { claims: two, residual: [] },
    });
    expect(leaveDeductionOpen(two, null, null)).toMatchObject({ value: { residual: [] } });
  });
});

test("what is settled and what is left make the claims to the cent", () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 900_000 }), { minLength: 1, maxLength: 6 });
  const cases = fc.record({ amounts, share: fc.integer({ min: 1, max: 1000 }) });
  fc.assert(
    fc.property(cases, ({ amounts: minors, share }) => {
      const claims = minors.map((minor, at) => claim(`c${at}`, (minor / 100).toFixed(2)));
      const whole = total(
        claims.map(({ amount }) => amount),
        currency("CNY"),
      );
      const minor = (whole.minor * BigInt(share)) / 1000n;
      if (minor === 0n) return;
      const shortfall = { kind: "deduction" as const, amount: { ...whole, minor } as never };
      const done = leaveDeductionOpen(claims, shortfall, null);
      if (!done.ok) throw new Error(done.refusal.code);
      const sum = (all: readonly { readonly amount: typeof whole }[]) =>
        total(
          all.map(({ amount }) => amount),
          currency("CNY"),
        );
      expect(sum(done.value.residual).minor).toBe(minor);
      expect(add(sum(done.value.claims), sum(done.value.residual))).toEqual(whole);
    }),
    { numRuns: 10_000 },
  );
});

/** A settlement as an application keeps it: plain JSON, amounts in minor units as text. */
import { type Currency, type Money, money, totalsByCurrency } from "../values/money.ts";
import type { Settlement } from "./settlement.ts";

/** Minor units in text with their currency, so that JSON loses no cent. */
export type StoredAmount = { readonly minor: string; readonly currency: string };
export type StoredAllocation = StoredAmount & { readonly itemId: string };

export type StoredSettlement = {
  readonly allocations: readonly StoredAllocation[];
  readonly credits: readonly StoredAllocation[];
  readonly shortfall: (StoredAmount & { readonly kind: string }) | null;
  /** What stayed as unapplied cash; null where an import did not say. */
  readonly onAccount: StoredAmount | null;
};

/** An amount as it is kept. */
export const storedAmount = ({ minor, currency }: Money): StoredAmount => ({
  minor: minor.toString(),
  currency,
});

/** What was settled, as it is kept. A deduction is kept as what it left open. */
export function storedSettlement(settlement: Settlement): StoredSettlement {
  const { claims, credits, givenUp, residual, onAccount } = settlement;
  const allocations = claims.map(({ itemId, amount }) => ({ itemId, ...storedAmount(amount) }));
  const [deducted] = totalsByCurrency(residual.map(({ amount }) => amount));
  const short =
    givenUp === null
      ? deducted && { kind: "deduction", ...storedAmount(deducted) }
      : { kind: givenUp.kind, ...storedAmount(givenUp.amount) };
  return {
    allocations,
    credits: credits.map(({ itemId, amount }) => ({ itemId, ...storedAmount(amount) })),
    shortfall: short ?? null,
    onAccount: storedAmount(onAccount),
  };
}

/** A kept amount as money again. */
export const moneyOfStored = ({ minor, currency }: StoredAmount): Money =>
  money(BigInt(minor), currency as Currency);

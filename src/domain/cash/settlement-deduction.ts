/** A deduction: what the customer held back is taken off the claims it was named for. */
import type { ItemId } from "../values/ids.ts";
import { isPositive, isZero, lesser, type Money, subtract, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { MatchAllocation, Shortfall } from "./matching/match.ts";
import type { SettlementRefusal } from "./settlement.ts";
import type { WishedClaim } from "./settlement-items.ts";

export type Deducted = {
  readonly claims: readonly WishedClaim[];
  /** What stays open of the claims because of the deduction. */
  readonly residual: readonly MatchAllocation[];
};

/**
 * Takes a deduction off the claim it was made from, otherwise off the last of the list backwards
 * (a payer's list ends with what it paid short). Claims in another currency can't carry it.
 */
export function leaveDeductionOpen(
  claims: readonly WishedClaim[],
  shortfall: Shortfall | null,
  from: ItemId | null,
): Result<Deducted, SettlementRefusal> {
  if (shortfall?.kind !== "deduction") return ok({ claims, residual: [] });
  const unit = shortfall.amount.currency;
  const carries = ({ item, amount }: WishedClaim) =>
    amount.currency === unit && (from === null || item.id === from);
  const cuts = new Map<ItemId, Money>();
  let left = shortfall.amount;
  for (const { item, amount } of claims.filter(carries).toReversed()) {
    const cut = lesser(amount, left);
    if (isPositive(cut)) cuts.set(item.id, cut);
    left = subtract(left, cut);
  }
  if (!isZero(left)) {
    const carried = total(
      claims.filter(carries).map(({ amount }) => amount),
      unit,
    );
    return refuse({ code: "deduction_exceeds_claims", claims: carried });
  }
  const settled = claims.flatMap((claim) => {
    const cut = cuts.get(claim.item.id);
    if (cut === undefined) return [claim];
    const amount = subtract(claim.amount, cut);
    return isPositive(amount) ? [{ ...claim, amount, paid: amount }] : [];
  });
  return ok({ claims: settled, residual: residualOf(claims, cuts) });
}

const residualOf = (claims: readonly WishedClaim[], cuts: ReadonlyMap<ItemId, Money>) =>
  claims.flatMap(({ item }) => {
    const amount = cuts.get(item.id);
    return amount === undefined ? [] : [{ itemId: item.id, amount }];
  });

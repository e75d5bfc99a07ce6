/** The dispute: an item or a part of it that the customer does not accept; only that part rests. */
import { type Currency, compare, isPositive, type Money } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export const DISPUTE_REASONS = [
  "not_received",
  "amount",
  "quality",
  "quantity",
  "delivery",
  "price",
  "other",
] as const;
export type DisputeReason = (typeof DISPUTE_REASONS)[number];
export type DisputeOutcome = "upheld" | "withdrawn" | "credited";

export type DisputeOffer = {
  readonly amount: Money;
  readonly reason: DisputeReason;
  readonly note: string | null;
};

export type DisputeRefusal =
  | { readonly code: "dispute_is_empty" }
  | { readonly code: "dispute_in_other_currency"; readonly currency: Currency }
  | { readonly code: "dispute_exceeds_open"; readonly free: Money };

/** Accepts a dispute of up to `free`: what is open of the item and not disputed already. */
export function judgeDispute(
  offer: DisputeOffer,
  free: Money,
): Result<DisputeOffer, DisputeRefusal> {
  const { amount } = offer;
  if (!isPositive(amount)) return refuse({ code: "dispute_is_empty" });
  if (amount.currency !== free.currency) {
    return refuse({ code: "dispute_in_other_currency", currency: free.currency });
  }
  if (compare(amount, free) > 0) return refuse({ code: "dispute_exceeds_open", free });
  return ok({ ...offer, note: offer.note?.trim() || null });
}

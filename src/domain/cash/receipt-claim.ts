/** 回款认领: somebody says whose unidentified money is; another person decides. */
import type { CustomerId, ReceiptClaimId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { judgeIdentification, type ReceiptRefusal, type StandingReceipt } from "./receipt.ts";

export type ClaimState = "waiting" | "approved" | "refused" | "withdrawn";

export type StandingClaim = {
  readonly id: ReceiptClaimId;
  readonly claimedBy: string;
  readonly state: ClaimState;
};

export type ClaimOffer = { readonly customerId: CustomerId; readonly reason: string };

export type ClaimRefusal =
  | ReceiptRefusal
  | { readonly code: "reason_missing" }
  | { readonly code: "claim_waits_already" }
  | { readonly code: "claim_not_waiting"; readonly state: ClaimState }
  | { readonly code: "claim_of_other_person" }
  | { readonly code: "claim_is_own" };

/** Why a claim was refused that nobody looked at by itself: another one was approved. */
export const OTHER_CLAIM_APPROVED = "other_claim_approved";

/**
 * A claim on money of nobody, with a reason that can be checked (an order, a call, a slip). Others
 * may claim the same money: their claims stand side by side. One person has one at a time.
 */
export function judgeClaim(
  { customerId, reason }: ClaimOffer,
  receipt: StandingReceipt,
  claims: readonly StandingClaim[],
  by: string,
): Result<ClaimOffer, ClaimRefusal> {
  const free = judgeIdentification(receipt);
  if (!free.ok) return free;
  const written = reason.trim();
  if (written === "") return refuse({ code: "reason_missing" });
  if (claims.some(isWaitingOf(by))) return refuse({ code: "claim_waits_already" });
  return ok({ customerId, reason: written });
}

const isWaitingOf =
  (by: string) =>
  ({ claimedBy, state }: StandingClaim): boolean =>
    claimedBy === by && state === "waiting";

/** Who claimed takes it back, as long as nobody decided. */
export function judgeWithdrawal(
  { id, claimedBy, state }: StandingClaim,
  by: string,
): Result<ReceiptClaimId, ClaimRefusal> {
  if (claimedBy !== by) return refuse({ code: "claim_of_other_person" });
  return state === "waiting" ? ok(id) : refuse({ code: "claim_not_waiting", state });
}

export type ClaimDecision = {
  readonly claim: StandingClaim;
  readonly approve: boolean;
  readonly reason: string | null;
  readonly by: string;
};

export type DecidedClaims = {
  readonly approved: ReceiptClaimId | null;
  readonly refused: readonly { readonly id: ReceiptClaimId; readonly reason: string }[];
};

/**
 * Decides a claim; approving one refuses the others that wait. Nobody who claims this money decides
 * on it, not even on a rival's claim: the second pair of eyes would not be one.
 */
export function judgeClaimDecision(
  { claim, approve, reason, by }: ClaimDecision,
  receipt: StandingReceipt,
  claims: readonly StandingClaim[],
): Result<DecidedClaims, ClaimRefusal> {
  const { id, state } = claim;
  if (state !== "waiting") return refuse({ code: "claim_not_waiting", state });
  if (claim.claimedBy === by || claims.some(isWaitingOf(by))) {
    return refuse({ code: "claim_is_own" });
  }
  const written = (reason ?? "").trim();
  if (!approve) {
    if (written === "") return refuse({ code: "reason_missing" });
    return ok({ approved: null, refused: [{ id, reason: written }] });
  }
  const free = judgeIdentification(receipt);
  if (!free.ok) return free;
  const others = claims.filter((other) => other.id !== id && other.state === "waiting");
  const refused = others.map((other) => ({ id: other.id, reason: OTHER_CLAIM_APPROVED }));
  return ok({ approved: id, refused });
}

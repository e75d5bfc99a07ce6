/** Decides a claim: approved, the money is that customer's and the other claims are refused. */
import {
  type ClaimRefusal,
  type DecidedClaims,
  judgeClaimDecision,
} from "../domain/cash/receipt-claim.ts";
import type { ReceiptClaimId, ReceiptId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import {
  type DecidedClaim,
  findReceiptClaim,
  lockReceiptClaims,
  updateReceiptClaims,
} from "../store/receipt-claims.ts";
import { defineAction } from "./action.ts";
import { identifyReceipt } from "./identify-receipt.ts";
import { lockStandingReceipt } from "./standing-receipt.ts";

export type DecideClaim = {
  readonly id: ReceiptClaimId;
  readonly approve: boolean;
  readonly reason: string | null;
};

type Refusal =
  | ClaimRefusal
  | { readonly code: "claim_not_found" }
  | { readonly code: "receipt_not_found" };

const decidedOf = (
  { approved, refused }: DecidedClaims,
  reason: string | null,
): readonly DecidedClaim[] => [
  ...(approved === null ? [] : [{ id: approved, state: "approved" as const, reason }]),
  ...refused.map((claim) => ({ ...claim, state: "refused" as const })),
];

export const decideReceiptClaim = defineAction<
  DecideClaim,
  { readonly id: ReceiptClaimId; readonly receipt: ReceiptId },
  Refusal
>({
  name: "decide_receipt_claim",
  permission: "receipt:decide",
  async run(context, { id, approve, reason }) {
    const { tx, creditorId, actor, now } = context;
    const found = await findReceiptClaim(tx, creditorId, id);
    if (found === null) return refuse({ code: "claim_not_found" });
    if (approve) await lockCustomer(tx, creditorId, found.customer);
    const receipt = await lockStandingReceipt(tx, creditorId, found.receipt);
    if (receipt === null) return refuse({ code: "receipt_not_found" });
    const claims = await lockReceiptClaims(tx, creditorId, found.receipt);
    const claim = claims.find((one) => one.id === id) ?? found;
    const decision = { claim, approve, reason, by: actor.name };
    const judged = judgeClaimDecision(decision, receipt.standing, claims);
    if (!judged.ok) return judged;
    const ended = decidedOf(judged.value, reason?.trim() || null);
    await updateReceiptClaims(tx, creditorId, ended, actor.name, now);
    if (judged.value.approved !== null) {
      const { claimedBy, reason: said } = claim;
      const because = [{ code: "claim_approved", claimedBy, reason: said, approvedBy: actor.name }];
      await identifyReceipt(context, receipt.line, found.customer, because);
    }
    return ok({ id, receipt: found.receipt });
  },
});

/** Takes one's own claim on unidentified money back. */
import { type ClaimRefusal, judgeWithdrawal } from "../domain/cash/receipt-claim.ts";
import type { ReceiptClaimId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import {
  findReceiptClaim,
  lockReceiptClaims,
  updateReceiptClaims,
} from "../store/receipt-claims.ts";
import { defineAction } from "./action.ts";

type Refusal = ClaimRefusal | { readonly code: "claim_not_found" };

export const withdrawReceiptClaim = defineAction<
  { readonly id: ReceiptClaimId },
  { readonly id: ReceiptClaimId },
  Refusal
>({
  name: "withdraw_receipt_claim",
  permission: "receipt:claim",
  async run({ tx, creditorId, now, actor }, { id }) {
    const found = await findReceiptClaim(tx, creditorId, id);
    if (found === null) return refuse({ code: "claim_not_found" });
    const claims = await lockReceiptClaims(tx, creditorId, found.receipt);
    const judged = judgeWithdrawal(claims.find((claim) => claim.id === id) ?? found, actor.name);
    if (!judged.ok) return judged;
    const ended = [{ id, state: "withdrawn" as const, reason: null }];
    await updateReceiptClaims(tx, creditorId, ended, actor.name, now);
    return ok({ id });
  },
});

/** Claims unidentified money for a customer, with a reason; another person decides. */
import {
  type ClaimOffer,
  type ClaimRefusal,
  judgeClaim,
  type StandingClaim,
} from "../domain/cash/receipt-claim.ts";
import type { ReceiptClaimId, ReceiptId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { listCustomerNames } from "../store/customer-names.ts";
import { insertReceiptClaim, lockReceiptClaims } from "../store/receipt-claims.ts";
import { defineAction } from "./action.ts";
import { lockStandingReceipt } from "./standing-receipt.ts";

type Refusal =
  | ClaimRefusal
  | { readonly code: "receipt_not_found" }
  | { readonly code: "customer_not_found" };

export const claimReceipt = defineAction<
  ClaimOffer & { readonly receipt: ReceiptId },
  { readonly id: ReceiptClaimId },
  Refusal
>({
  name: "claim_receipt",
  permission: "receipt:claim",
  async run({ tx, creditorId, now, actor, newId }, { receipt, ...offer }) {
    const named = await listCustomerNames(tx, creditorId, [offer.customerId]);
    if (!named.has(offer.customerId)) return refuse({ code: "customer_not_found" });
    const found = await lockStandingReceipt(tx, creditorId, receipt);
    if (found === null) return refuse({ code: "receipt_not_found" });
    const claims: readonly StandingClaim[] = await lockReceiptClaims(tx, creditorId, receipt);
    const judged = judgeClaim(offer, found.standing, claims, actor.name);
    if (!judged.ok) return judged;
    const id = newId<ReceiptClaimId>();
    const { customerId: customer, reason } = judged.value;
    const claim = { id, receipt, customer, reason, claimedBy: actor.name, claimedAt: now };
    await insertReceiptClaim(tx, creditorId, claim);
    return ok({ id });
  },
});

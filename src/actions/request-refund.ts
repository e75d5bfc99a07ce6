/** Asks to give unapplied money back to the customer; another person decides. */
import { judgeRefundRequest, type RefundOffer, type RefundRefusal } from "../domain/cash/refund.ts";
import type { ReceiptId, RefundId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { insertRefund, listRefundsOf, standingRefund } from "../store/refunds.ts";
import { defineAction } from "./action.ts";
import { lockStandingReceipt } from "./standing-receipt.ts";

type Refusal = RefundRefusal | { readonly code: "receipt_not_found" };

export const requestRefund = defineAction<
  RefundOffer & { readonly receipt: ReceiptId },
  { readonly id: RefundId },
  Refusal
>({
  name: "request_refund",
  permission: "refund:request",
  async run({ tx, creditorId, now, actor, newId }, { receipt, ...offer }) {
    const found = await lockStandingReceipt(tx, creditorId, receipt);
    if (found === null) return refuse({ code: "receipt_not_found" });
    const refunds = await listRefundsOf(tx, creditorId, [receipt]);
    const judged = judgeRefundRequest(offer, found.standing, refunds.map(standingRefund));
    if (!judged.ok) return judged;
    const { customer } = found.line;
    if (customer === null) return refuse({ code: "receipt_not_identified" });
    const id = newId<RefundId>();
    const asked = { requestedBy: actor.name, requestedAt: now };
    await insertRefund(tx, creditorId, { id, receipt, customer, ...judged.value, ...asked });
    return ok({ id });
  },
});

/** Approves or refuses a refund that another person asked for. */
import { judgeRefundDecision, type RefundRefusal } from "../domain/cash/refund.ts";
import type { RefundId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findRefund, standingRefund, updateRefundDecided } from "../store/refunds.ts";
import { defineAction } from "./action.ts";
import { lockStandingReceipt } from "./standing-receipt.ts";

type Refusal = RefundRefusal | { readonly code: "refund_not_found" };

export const decideRefund = defineAction<
  { readonly id: RefundId; readonly approve: boolean; readonly reason: string | null },
  { readonly id: RefundId },
  Refusal
>({
  name: "decide_refund",
  permission: "refund:decide",
  async run({ tx, creditorId, now, actor }, { id, approve, reason }) {
    const seen = await findRefund(tx, creditorId, id);
    if (seen === null) return refuse({ code: "refund_not_found" });
    await lockStandingReceipt(tx, creditorId, seen.receipt);
    const found = (await findRefund(tx, creditorId, id)) ?? seen;
    const decision = { approve, reason, by: actor.name };
    const judged = judgeRefundDecision(standingRefund(found), decision);
    if (!judged.ok) return judged;
    const decided = { ...judged.value, by: actor.name, at: now };
    await updateRefundDecided(tx, creditorId, id, decided);
    return ok({ id });
  },
});

/** Applies a receipt to a customer's claims as a person chose: all of one, or split over many. */

import type { DisputeReason } from "../domain/book/dispute-reason.ts";
import type { Shortfall } from "../domain/cash/matching/match.ts";
import type { SettledMoney } from "../domain/cash/settle-receipt.ts";
import type { ApplicationId, CustomerId, ItemId, ReceiptId } from "../domain/values/ids.ts";
import type { Money } from "../domain/values/money.ts";
import { ok, type Result } from "../domain/values/result.ts";
import { type Context, defineAction } from "./action.ts";
import { type Applied, type ApplyRefusal, applyReceipt } from "./apply-receipt.ts";
import { openDispute, type RaiseDisputeRefusal } from "./raise-dispute.ts";

type Named = { readonly item: ItemId; readonly amount: Money };

export type ApplyCash = {
  readonly receipt: ReceiptId;
  readonly customer: CustomerId;
  readonly allocations: readonly (Named & { readonly paid: Money | null })[];
  readonly credits: readonly Named[];
  readonly shortfall:
    | (Shortfall & { readonly reason: string | null; readonly item: ItemId | null })
    | null;
  /** What the customer held back stays open, or becomes a dispute. */
  readonly rest:
    | { readonly kind: "open" }
    | {
        readonly kind: "dispute";
        readonly reason: DisputeReason;
        readonly note: string | null;
      };
  readonly learn: boolean;
  /** Which proposal it was made from. */
  readonly proposal: number | null;
};

export const applyCash = defineAction<ApplyCash, Applied, ApplyRefusal | RaiseDisputeRefusal>({
  name: "apply_cash",
  permission: "cash:apply",
  async run(context, { receipt, customer, allocations, credits, shortfall, ...asked }) {
    const wish = {
      allocations: allocations.map(({ item: itemId, ...rest }) => ({ itemId, ...rest })),
      credits: credits.map(({ item: itemId, amount }) => ({ itemId, amount })),
      shortfall: shortfall && { kind: shortfall.kind, amount: shortfall.amount },
      deductedFrom: shortfall?.item ?? null,
      onAccount: null,
    };
    const because = [{ code: "applied_by_person", proposal: asked.proposal }];
    const { learn, rest } = asked;
    const reason = shortfall?.reason ?? null;
    const how = { reason, learn, whileWaiting: false, confidence: null, because };
    const applied = await applyReceipt(context, { receipt, customer, wish, ...how });
    if (!applied.ok) return applied;
    const { money, ...ids } = applied.value;
    if (rest.kind === "open") return ok(ids);
    const disputed = await disputeRest(context, customer, ids.application, money, rest);
    return disputed.ok ? ok(ids) : disputed;
  },
});

/** What was deducted is disputed; without a deduction whatever the named claims still have open. */
export async function disputeRest(
  context: Context,
  customer: CustomerId,
  application: ApplicationId,
  { left }: SettledMoney,
  { reason, note }: { readonly reason: DisputeReason; readonly note: string | null },
): Promise<Result<null, RaiseDisputeRefusal>> {
  for (const { itemId: item, amount } of left) {
    const opened = await openDispute(
      context,
      customer,
      { item, amount, reason, note },
      application,
    );
    if (!opened.ok) return opened;
  }
  return ok(null);
}

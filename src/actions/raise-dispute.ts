/** Raises a dispute of an item or a part of it: that part is no longer chased, the rest is. */
import { type DisputeOffer, type DisputeRefusal, judgeDispute } from "../domain/desk/dispute.ts";
import type { ApplicationId, CustomerId, DisputeId, ItemId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findDisputable, insertDispute } from "../store/disputes.ts";
import { type Context, defineAction } from "./action.ts";

export type DisputeOfItem = DisputeOffer & { readonly item: ItemId };

export type RaiseDisputeRefusal =
  | DisputeRefusal
  | { readonly code: "item_not_open"; readonly item: ItemId }
  | { readonly code: "customer_not_found" };

export const raiseDispute = defineAction<
  DisputeOfItem & { readonly customer: CustomerId },
  { readonly id: DisputeId },
  RaiseDisputeRefusal
>({
  name: "raise_dispute",
  permission: "dispute:raise",
  async run(context, { customer, ...offer }) {
    if ((await lockCustomer(context.tx, context.creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    return openDispute(context, customer, offer);
  },
});

/** As `raiseDispute`, inside the transaction of a caller that has locked the customer. */
export async function openDispute(
  { tx, creditorId, today, newId }: Context,
  customer: CustomerId,
  { item, ...offer }: DisputeOfItem,
  application: ApplicationId | null = null,
): Promise<Result<{ readonly id: DisputeId }, RaiseDisputeRefusal>> {
  const free = await findDisputable(tx, creditorId, customer, item);
  if (free === null) return refuse({ code: "item_not_open", item });
  const judged = judgeDispute(offer, free);
  if (!judged.ok) return judged;
  const id = newId<DisputeId>();
  const opened = { id, customer, item, openedOn: today, application };
  await insertDispute(tx, creditorId, { ...opened, ...judged.value });
  return ok({ id });
}

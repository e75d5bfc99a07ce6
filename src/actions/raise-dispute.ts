/** Raises a dispute of an item or a part of it: that part is no longer chased, the rest is. */
import {
  type DisputeOffer,
  type DisputeRefusal,
  judgeDispute,
  routeDispute,
} from "../domain/desk/dispute.ts";
import type { ApplicationId, CustomerId, DisputeId, ItemId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findDisputable, insertDispute, lockDispute } from "../store/disputes.ts";
import { type Context, defineAction } from "./action.ts";
import {
  type AssigneeRefusal,
  loadDisputeRules,
  mayBeNamed,
  openDisputeTask,
  tellDispute,
} from "./dispute-desk.ts";

export type DisputeOfItem = DisputeOffer & { readonly item: ItemId };

export type RaiseDisputeRefusal =
  | DisputeRefusal
  | AssigneeRefusal
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
  context: Context,
  customer: CustomerId,
  { item, ...offer }: DisputeOfItem,
  application: ApplicationId | null = null,
): Promise<Result<{ readonly id: DisputeId }, RaiseDisputeRefusal>> {
  const { tx, creditorId } = context;
  const free = await findDisputable(tx, creditorId, customer, item);
  if (free === null) return refuse({ code: "item_not_open", item });
  const judged = judgeDispute(offer, free);
  if (!judged.ok) return judged;
  if (!(await mayBeNamed(context, offer.assignee))) return refuse({ code: "assignee_not_found" });
  const id = await storeDispute(context, customer, item, judged.value, { application });
  return ok({ id });
}

type From = { readonly application?: ApplicationId | null; readonly splitFrom?: DisputeId };

/** Stores a dispute that was judged, asks whoever answers, and begins its thread. */
export async function storeDispute(
  context: Context,
  customer: CustomerId,
  item: ItemId,
  offer: DisputeOffer,
  { application = null, splitFrom }: From,
): Promise<DisputeId> {
  const { tx, creditorId, today, now, actor, newId } = context;
  const { policy, calendar } = await loadDisputeRules(context);
  const { department, answerBy } = routeDispute(offer, policy, calendar, today);
  const { amount, reason, note, assignee = null } = offer;
  const id = newId<DisputeId>();
  await insertDispute(tx, creditorId, {
    ...{ id, customer, item, amount, reason, note, department, assignee, answerBy, application },
    ...{ openedOn: today, openedAt: now, openedBy: actor.name, openedById: actor.user },
    splitFrom: splitFrom ?? null,
  });
  const stored = await lockDispute(tx, creditorId, id);
  if (stored !== null)
    await openDisputeTask(context, { ...stored, disputed: amount }, "open", answerBy);
  const facts = { amount: String(amount.minor), department, answerBy };
  const split = splitFrom === undefined ? {} : { other: splitFrom };
  await tellDispute(context, { id, customer }, "raised", note, { ...facts, ...split });
  return id;
}

/** Stops the chasing of an item or of a whole customer for a while, with kind and reason. */
import { type HoldOffer, type HoldRefusal, judgeHold } from "../domain/desk/hold.ts";
import type { CustomerId, HoldId, ItemId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { listOpenItems, lockCustomer } from "../store/accounts.ts";
import { insertHold } from "../store/holds.ts";
import { defineAction } from "./action.ts";

export type PlaceHold = HoldOffer & {
  readonly customer: CustomerId;
  /** Null or absent holds everything of the customer. */
  readonly item?: ItemId | null;
};

type Refusal =
  | HoldRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "item_not_open" };

export const placeHold = defineAction<PlaceHold, { readonly id: HoldId }, Refusal>({
  name: "place_hold",
  permission: "hold:place",
  async run({ tx, creditorId, today, now, actor, newId }, { customer, item = null, ...offer }) {
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const open = await listOpenItems(tx, creditorId, [customer]);
    if (item !== null && !open.some(({ id }) => id === item)) {
      return refuse({ code: "item_not_open" });
    }
    const judged = judgeHold(offer, today);
    if (!judged.ok) return judged;
    const id = newId<HoldId>();
    const placed = { placedAt: now, placedBy: actor.name };
    await insertHold(tx, creditorId, {
      id,
      customer,
      group: null,
      item,
      ...judged.value,
      ...placed,
    });
    return ok({ id });
  },
});

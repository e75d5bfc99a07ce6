/** Stops the chasing of all companies of a group for a while, also of those that join it later. */
import { type HoldOffer, type HoldRefusal, judgeHold } from "../domain/desk/hold.ts";
import type { GroupId, HoldId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomers } from "../store/customers.ts";
import { insertHold, listGroupCustomers } from "../store/holds.ts";
import { type Context, defineAction } from "./action.ts";

export type PlaceGroupHold = HoldOffer & { readonly group: GroupId };

export type GroupRefusal =
  | { readonly code: "group_not_found" }
  /** It concerns companies that are not this person's. */
  | { readonly code: "group_out_of_reach" };

export const placeGroupHold = defineAction<
  PlaceGroupHold,
  { readonly id: HoldId },
  HoldRefusal | GroupRefusal
>({
  name: "place_group_hold",
  permission: "hold:place",
  async run(context, { group, ...offer }) {
    const { tx, creditorId, today, now, actor, newId } = context;
    const locked = await lockGroup(context, group);
    if (!locked.ok) return locked;
    const judged = judgeHold(offer, today);
    if (!judged.ok) return judged;
    const id = newId<HoldId>();
    const placed = { placedAt: now, placedBy: actor.name };
    const on = { customer: null, group, item: null };
    await insertHold(tx, creditorId, { id, ...on, ...judged.value, ...placed });
    return ok({ id });
  },
});

/** Locks and wakes the companies of a group; for somebody who reaches all of the creditor. */
export async function lockGroup(
  { tx, creditorId, actor }: Context,
  group: GroupId,
): Promise<Result<null, GroupRefusal>> {
  const customers = await listGroupCustomers(tx, creditorId, group);
  if (customers === null) return refuse({ code: "group_not_found" });
  if (actor.reach !== "all") return refuse({ code: "group_out_of_reach" });
  await lockCustomers(tx, creditorId, customers);
  return ok(null);
}

/** Ends a hold today: chasing goes on with the next close of the day. */
import { later } from "../domain/values/calendar.ts";
import type { HoldId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { type FoundHold, findHold, updateHoldLifted } from "../store/holds.ts";
import { type Context, defineAction } from "./action.ts";
import { type GroupRefusal, lockGroup } from "./place-group-hold.ts";

export type LiftHold = { readonly id: HoldId; readonly reason?: string | null };

type Refusal =
  | { readonly code: "hold_not_found" }
  | { readonly code: "hold_has_ended" }
  | GroupRefusal;

export const liftHold = defineAction<LiftHold, { readonly id: HoldId }, Refusal>({
  name: "lift_hold",
  permission: "hold:place",
  async run(context, { id, reason }) {
    const { tx, creditorId, today, now, actor } = context;
    const hold = await findHold(tx, creditorId, id);
    if (hold === null) return refuse({ code: "hold_not_found" });
    if (hold.until !== null && hold.until <= today) return refuse({ code: "hold_has_ended" });
    const locked = await lockHeld(context, hold);
    if (!locked.ok) return locked;
    const lifted = { at: now, by: actor.name, reason: reason?.trim() || null };
    await updateHoldLifted(tx, creditorId, { id, until: later(hold.from, today), ...lifted });
    return ok({ id });
  },
});

/** Locks and wakes whom a hold covers. */
async function lockHeld(
  context: Context,
  { customer, group }: FoundHold,
): Promise<Result<null, { readonly code: "hold_not_found" } | GroupRefusal>> {
  if (group !== null) return await lockGroup(context, group);
  const { tx, creditorId } = context;
  const locked = customer === null ? null : await lockCustomer(tx, creditorId, customer);
  return locked === null ? refuse({ code: "hold_not_found" }) : ok(null);
}

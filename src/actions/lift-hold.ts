/** Ends a hold today: chasing goes on with the next close of the day. */

import { later } from "../domain/values/calendar.ts";
import type { HoldId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findHold, updateHoldUntil } from "../store/holds.ts";
import { defineAction } from "./action.ts";

type Refusal = { readonly code: "hold_not_found" } | { readonly code: "hold_has_ended" };

export const liftHold = defineAction<{ readonly id: HoldId }, { readonly id: HoldId }, Refusal>({
  name: "lift_hold",
  permission: "hold:place",
  async run({ tx, creditorId, today }, { id }) {
    const hold = await findHold(tx, creditorId, id);
    if (hold === null) return refuse({ code: "hold_not_found" });
    if (hold.until !== null && hold.until <= today) return refuse({ code: "hold_has_ended" });
    await lockCustomer(tx, creditorId, hold.customer);
    await updateHoldUntil(tx, creditorId, id, later(hold.from, today));
    return ok({ id });
  },
});

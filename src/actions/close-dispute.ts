/** Closes a dispute with its outcome: what is still open of the item is chased again. */
import type { DisputeOutcome } from "../domain/desk/dispute.ts";
import type { DisputeId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findDispute, updateDisputeClosed } from "../store/disputes.ts";
import { defineAction } from "./action.ts";

type Refusal = { readonly code: "dispute_not_found" } | { readonly code: "dispute_is_closed" };

export const closeDispute = defineAction<
  { readonly id: DisputeId; readonly outcome: DisputeOutcome },
  { readonly id: DisputeId },
  Refusal
>({
  name: "close_dispute",
  permission: "dispute:close",
  async run({ tx, creditorId, today }, { id, outcome }) {
    const found = await findDispute(tx, creditorId, id);
    if (found === null) return refuse({ code: "dispute_not_found" });
    await lockCustomer(tx, creditorId, found.customer);
    const written = await updateDisputeClosed(tx, creditorId, id, today, outcome);
    return written === 0 ? refuse({ code: "dispute_is_closed" }) : ok({ id });
  },
});

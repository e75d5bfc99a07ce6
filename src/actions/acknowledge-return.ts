/** Somebody of the desk took notice of a returned payment: it leaves Today. */
import type { ReturnedPaymentId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findReturned, updateReturnedSeen } from "../store/returned-payments.ts";
import { defineAction } from "./action.ts";

/** Who saw it first stays written; seeing it again changes nothing. */
export const acknowledgeReturn = defineAction<
  { readonly id: ReturnedPaymentId },
  { readonly id: ReturnedPaymentId },
  { readonly code: "returned_payment_not_found" }
>({
  name: "acknowledge_return",
  permission: "contact:log",
  async run({ tx, creditorId, actor, now }, { id }) {
    const found = await findReturned(tx, creditorId, id);
    if (found === null) return refuse({ code: "returned_payment_not_found" });
    await updateReturnedSeen(tx, creditorId, id, actor.name, now);
    return ok({ id });
  },
});

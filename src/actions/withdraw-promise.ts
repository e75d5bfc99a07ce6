/** Withdraws a promise that was taken in error: the ladder goes on as if there were none. */
import type { PromiseId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findPromise, updatePromiseStates } from "../store/promises.ts";
import { defineAction } from "./action.ts";

type Refusal = { readonly code: "promise_not_found" } | { readonly code: "promise_has_ended" };

export const withdrawPromise = defineAction<
  { readonly id: PromiseId },
  { readonly id: PromiseId },
  Refusal
>({
  name: "withdraw_promise",
  permission: "promise:withdraw",
  async run({ tx, creditorId, today }, { id }) {
    const found = await findPromise(tx, creditorId, id);
    if (found === null) return refuse({ code: "promise_not_found" });
    await lockCustomer(tx, creditorId, found.customer);
    const written = await updatePromiseStates(tx, creditorId, [{ id, state: "withdrawn" }], today);
    return written === 0 ? refuse({ code: "promise_has_ended" }) : ok({ id });
  },
});

/** Takes a promise to pay: the promised amounts rest until it is judged. */
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { defineAction } from "./action.ts";
import { type OfferRefusal, type Taken, takeOffer, type WrittenOffer } from "./promise-terms.ts";

export type TakePromise = WrittenOffer & { readonly customer: CustomerId };

type Refusal = OfferRefusal | { readonly code: "customer_not_found" };

export const takePromise = defineAction<TakePromise, Taken, Refusal>({
  name: "take_promise",
  permission: "promise:take",
  async run(context, { customer, ...offer }) {
    if ((await lockCustomer(context.tx, context.creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const taken = await takeOffer(context, customer, offer, null);
    return taken.ok ? ok({ id: taken.value.id, judgeOn: taken.value.judgeOn }) : taken;
  },
});

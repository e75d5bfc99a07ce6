/** Renegotiates a promise: the old one is withdrawn, a new one takes its place, both are kept. */
import type { PromiseId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { defineAction } from "./action.ts";
import { type OfferRefusal, type Taken, takeOffer, type WrittenOffer } from "./promise-terms.ts";
import { endPromise, type WithdrawRefusal } from "./withdraw-promise.ts";

export type ChangePromise = WrittenOffer & {
  readonly id: PromiseId;
  /** Why it is changed, in a person's words. */
  readonly reason: string;
};

type Refusal = OfferRefusal | WithdrawRefusal | { readonly code: "reason_missing" };

export const changePromise = defineAction<ChangePromise, Taken, Refusal>({
  name: "change_promise",
  permission: "promise:take",
  async run(context, { id, reason, ...offer }) {
    const why = reason.trim();
    if (why === "") return refuse({ code: "reason_missing" });
    const ended = await endPromise(context, id, why);
    if (!ended.ok) return ended;
    const taken = await takeOffer(context, ended.value, offer, id);
    return taken.ok ? ok({ id: taken.value.id, judgeOn: taken.value.judgeOn }) : taken;
  },
});

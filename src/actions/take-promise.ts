/** Takes a promise to pay: the promised amounts rest until it is judged. */
import {
  judgePromise,
  type PromisableItem,
  type PromiseOffer,
  type PromiseRefusal,
} from "../domain/desk/promise-to-pay.ts";
import { parsePolicy } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, PromiseId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findPolicy } from "../store/policies.ts";
import { countBroken, insertPromise, listPromisableItems } from "../store/promises.ts";
import { defineAction } from "./action.ts";

export type TakePromise = PromiseOffer & {
  readonly customer: CustomerId;
  /** Who said so, as a person would write it. */
  readonly takenFrom: string | null;
};

type Taken = { readonly id: PromiseId; readonly judgeOn: PlainDate };
type Refusal =
  | PromiseRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "policy_missing" };

export const takePromise = defineAction<TakePromise, Taken, Refusal>({
  name: "take_promise",
  permission: "promise:take",
  async run({ tx, creditorId, today, newId }, { customer, takenFrom, ...offer }) {
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const stored = await findPolicy(tx, creditorId);
    const policy = stored === null ? null : parsePolicy(stored.body);
    if (policy === null || !policy.ok) return refuse({ code: "policy_missing" });
    const items: readonly PromisableItem[] = await listPromisableItems(tx, creditorId, customer);
    const broken = await countBroken(tx, creditorId, customer);
    const judged = judgePromise(offer, { items, broken }, policy.value.promises, today);
    if (!judged.ok) return judged;

    const id = newId<PromiseId>();
    const promise = judged.value;
    await insertPromise(tx, creditorId, { ...promise, id, customer, takenFrom, takenOn: today });
    return ok({ id, judgeOn: promise.judgeOn });
  },
});

/** Withdraws a promise that no longer holds: the ladder goes on as if there were none. */
import { moved } from "../domain/desk/promise-state.ts";
import type { PromiseState } from "../domain/strategy/dunning-account.ts";
import type { CustomerId, PromiseId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findPromise } from "../store/promises.ts";
import { type Context, defineAction } from "./action.ts";
import { movePromises } from "./move-promises.ts";

export type WithdrawRefusal =
  | { readonly code: "promise_not_found" }
  | { readonly code: "promise_has_ended"; readonly state: PromiseState };

type Withdrawal = { readonly id: PromiseId; readonly reason: string };

export const withdrawPromise = defineAction<
  Withdrawal,
  { readonly id: PromiseId },
  WithdrawRefusal | { readonly code: "reason_missing" }
>({
  name: "withdraw_promise",
  permission: "promise:withdraw",
  async run(context, { id, reason }) {
    if (reason.trim() === "") return refuse({ code: "reason_missing" });
    const ended = await endPromise(context, id, reason.trim());
    return ended.ok ? ok({ id }) : ended;
  },
});

/** Locks the promise's customer and ends the promise, if it still waits. */
export async function endPromise(
  context: Context,
  id: PromiseId,
  reason: string,
): Promise<Result<CustomerId, WithdrawRefusal>> {
  const { tx, creditorId, today } = context;
  const seen = await findPromise(tx, creditorId, id);
  if (seen === null) return refuse({ code: "promise_not_found" });
  if ((await lockCustomer(tx, creditorId, seen.customer)) === null) {
    return refuse({ code: "promise_not_found" });
  }
  const found = await findPromise(tx, creditorId, id);
  const state = found?.state ?? seen.state;
  if (state !== "open") return refuse({ code: "promise_has_ended", state });
  const move = { id, was: state, state: moved(state, "withdrawn"), judgedOn: today, reason };
  await movePromises(context, today, [{ ...move, came: 0n, items: [] }]);
  return ok(seen.customer);
}

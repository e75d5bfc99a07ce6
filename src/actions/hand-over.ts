/** Hands the customers of one owner over to another, all of them or those chosen. */
import {
  type HandOverRefusal,
  judgeHandOver,
  type ReceiverRefusal,
} from "../domain/desk/portfolio.ts";
import type { CustomerId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockOwned, lockOwnedBy } from "../store/portfolios.ts";
import { defineAction } from "./action.ts";
import { changeOwners, checkReceivers } from "./change-owners.ts";

export type HandOver = {
  readonly from: UserId;
  readonly to: UserId;
  /** Null: all of them. */
  readonly customers: readonly CustomerId[] | null;
  readonly reason: string;
};

type Refusal = HandOverRefusal | ReceiverRefusal | { readonly code: "customer_not_found" };

export const handOver = defineAction<
  HandOver,
  { readonly customers: number; readonly tasks: number },
  Refusal
>({
  name: "hand_over",
  permission: "team:manage",
  async run(context, { from, to, customers, reason }) {
    const { tx, creditorId } = context;
    const receiver = await checkReceivers(context, [to]);
    if (!receiver.ok) return receiver;
    const owned =
      customers === null
        ? await lockOwnedBy(tx, creditorId, from)
        : await lockOwned(tx, creditorId, "owner", customers);
    if (customers !== null && owned.length !== new Set(customers).size) {
      return refuse({ code: "customer_not_found" });
    }
    const judged = judgeHandOver({ from, to }, owned);
    if (!judged.ok) return judged;
    const { tasks } = await changeOwners(context, "owner", judged.value, reason);
    return ok({ customers: judged.value.length, tasks });
  },
});

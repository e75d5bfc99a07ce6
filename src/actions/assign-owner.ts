/** Says who answers for these customers, or who sells to them; null takes it away. */
import { changesTo, type OwnerKind, type ReceiverRefusal } from "../domain/desk/portfolio.ts";
import type { CustomerId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockOwned } from "../store/portfolios.ts";
import { defineAction } from "./action.ts";
import { changeOwners, checkReceivers } from "./change-owners.ts";

export type AssignOwner = {
  readonly kind: OwnerKind;
  readonly customers: readonly CustomerId[];
  readonly to: UserId | null;
  readonly reason: string;
};

/** Customers that have this owner already stay as they are. */
export const assignOwner = defineAction<
  AssignOwner,
  { readonly changed: number; readonly tasks: number },
  ReceiverRefusal | { readonly code: "customer_not_found" }
>({
  name: "assign_owner",
  permission: "team:manage",
  async run(context, { kind, customers, to, reason }) {
    const receiver = await checkReceivers(context, [to]);
    if (!receiver.ok) return receiver;
    const { tx, creditorId } = context;
    const owned = await lockOwned(tx, creditorId, kind, customers);
    if (owned.length !== new Set(customers).size) return refuse({ code: "customer_not_found" });
    const changes = changesTo(to, owned);
    const { tasks } = await changeOwners(context, kind, changes, reason);
    return ok({ changed: changes.length, tasks });
  },
});

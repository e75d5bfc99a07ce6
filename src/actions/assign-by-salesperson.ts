/** Gives customers that lack one an owner, or a salesperson, by the name in their record. */
import type { OwnerKind, ReceiverRefusal } from "../domain/desk/portfolio.ts";
import { ok } from "../domain/values/result.ts";
import { lockNamedFor, type NamedSalesperson } from "../store/portfolios.ts";
import { defineAction } from "./action.ts";
import { changeOwners, checkReceivers } from "./change-owners.ts";

type Input = {
  readonly kind: OwnerKind;
  /** Each name once. */
  readonly pairs: readonly NamedSalesperson[];
  readonly reason: string;
};

/** Customers that have one already keep it: names in records age, decisions of people do not. */
export const assignBySalesperson = defineAction<
  Input,
  { readonly changed: number },
  ReceiverRefusal
>({
  name: "assign_by_salesperson",
  permission: "team:manage",
  async run(context, { kind, pairs, reason }) {
    const receivers = await checkReceivers(
      context,
      pairs.map(({ user }) => user),
    );
    if (!receivers.ok) return receivers;
    const { tx, creditorId } = context;
    const unique = [...new Map(pairs.map((pair) => [pair.name, pair])).values()];
    const named = await lockNamedFor(tx, creditorId, kind, unique);
    const changes = named.map(({ id, to }) => ({ customer: id, from: null, to }));
    await changeOwners(context, kind, changes, reason);
    return ok({ changed: changes.length });
  },
});

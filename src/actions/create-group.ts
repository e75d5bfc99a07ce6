/** A group of customers that are worked as one. */
import type { CustomerId, GroupId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { hasGroupNamed, insertGroup, updateGroupOf } from "../store/customer-groups.ts";
import { lockOwned } from "../store/portfolios.ts";
import { defineAction } from "./action.ts";

export type GroupRefusal =
  | { readonly code: "group_name_taken"; readonly name: string }
  | { readonly code: "customer_not_found" };

export const createGroup = defineAction<
  { readonly name: string; readonly customers: readonly CustomerId[] },
  { readonly id: GroupId },
  GroupRefusal
>({
  name: "create_group",
  permission: "team:manage",
  async run({ tx, creditorId, newId }, { name, customers }) {
    if (await hasGroupNamed(tx, creditorId, name, null)) {
      return refuse({ code: "group_name_taken", name });
    }
    const found = await lockOwned(tx, creditorId, "owner", customers);
    if (found.length !== new Set(customers).size) return refuse({ code: "customer_not_found" });
    const id = newId<GroupId>();
    await insertGroup(tx, creditorId, { id, name });
    await updateGroupOf(tx, creditorId, id, customers);
    return ok({ id });
  },
});

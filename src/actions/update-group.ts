/** Renames a group of customers, adds some to it, or takes some out. */
import type { CustomerId, GroupId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import {
  clearGroupOf,
  hasGroupNamed,
  lockGroup,
  updateGroupName,
  updateGroupOf,
} from "../store/customer-groups.ts";
import { lockOwned } from "../store/portfolios.ts";
import { defineAction } from "./action.ts";
import type { GroupRefusal } from "./create-group.ts";

export type GroupChange = {
  readonly id: GroupId;
  readonly name?: string | undefined;
  readonly add: readonly CustomerId[];
  readonly remove: readonly CustomerId[];
};

export const updateGroup = defineAction<
  GroupChange,
  { readonly id: GroupId },
  GroupRefusal | { readonly code: "group_not_found" }
>({
  name: "update_group",
  permission: "team:manage",
  async run({ tx, creditorId }, { id, name, add, remove }) {
    const customers = [...new Set([...add, ...remove])];
    const found = await lockOwned(tx, creditorId, "owner", customers);
    if ((await lockGroup(tx, creditorId, id)) === null) return refuse({ code: "group_not_found" });
    if (found.length !== customers.length) return refuse({ code: "customer_not_found" });
    if (name !== undefined) {
      if (await hasGroupNamed(tx, creditorId, name, id)) {
        return refuse({ code: "group_name_taken", name });
      }
      await updateGroupName(tx, creditorId, { id, name });
    }
    await updateGroupOf(tx, creditorId, id, add);
    await clearGroupOf(tx, creditorId, id, remove);
    return ok({ id });
  },
});

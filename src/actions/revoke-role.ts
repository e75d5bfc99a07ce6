/** Takes a role away. The last administrator of a creditor stays. */

import type { Role } from "../domain/desk/permission.ts";
import {
  type AdministerRefusal,
  judgeRole,
  type LastAdministrator,
} from "../domain/desk/person.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteRole, lockPerson } from "../store/person-rows.ts";
import { defineAction } from "./action.ts";
import { administratorOf, keepingOpen } from "./administrator.ts";

export type RevokeRole = {
  readonly person: UserId;
  readonly role: Role;
  readonly everywhere: boolean;
};

type Refusal =
  | AdministerRefusal
  | LastAdministrator
  | { readonly code: "person_not_found" }
  | { readonly code: "role_not_held" };

export const revokeRole = defineAction<RevokeRole, { readonly id: UserId }, Refusal>({
  name: "revoke_role",
  permission: "people:manage",
  async run(context, { person, role, everywhere }) {
    const { tx, creditorId } = context;
    const allowed = judgeRole(await administratorOf(context), everywhere);
    if (!allowed.ok) return allowed;
    const found = await lockPerson(tx, creditorId, person);
    if (found === null) return refuse({ code: "person_not_found" });
    let held = false;
    const open = await keepingOpen(context, async () => {
      held = await deleteRole(tx, person, { creditor: everywhere ? null : creditorId, role });
    });
    if (!held) return refuse({ code: "role_not_held" });
    return open.ok ? ok({ id: person }) : open;
  },
});

/** Gives somebody a role with its scope; one that they hold already takes the new scope. */

import type { Role } from "../domain/desk/permission.ts";
import {
  type AdministerRefusal,
  judgeRole,
  type LastAdministrator,
} from "../domain/desk/person.ts";
import type { Scope } from "../domain/desk/scope.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { insertRoles } from "../store/people.ts";
import { lockPerson } from "../store/person-rows.ts";
import { defineAction } from "./action.ts";
import { administratorOf, keepingOpen } from "./administrator.ts";

export type GrantRole = {
  readonly person: UserId;
  readonly role: Role;
  readonly scope: Scope;
  /** At every creditor, not only at this one. */
  readonly everywhere: boolean;
};

type Refusal = AdministerRefusal | LastAdministrator | { readonly code: "person_not_found" };

export const grantRole = defineAction<GrantRole, { readonly id: UserId }, Refusal>({
  name: "grant_role",
  permission: "people:manage",
  async run(context, { person, role, scope, everywhere }) {
    const { tx, creditorId, actor, now } = context;
    const allowed = judgeRole(await administratorOf(context), everywhere);
    if (!allowed.ok) return allowed;
    const found = await lockPerson(tx, creditorId, person);
    if (found === null) return refuse({ code: "person_not_found" });
    const grant = { creditor: everywhere ? null : creditorId, role, scope };
    const open = await keepingOpen(context, () =>
      insertRoles(tx, person, [grant], { by: actor.user, at: now }),
    );
    return open.ok ? ok({ id: person }) : open;
  },
});

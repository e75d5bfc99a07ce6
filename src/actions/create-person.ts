/** A new person at a creditor, with a first password and roles with their scopes. */

import type { Role } from "../domain/desk/permission.ts";
import { type AdministerRefusal, judgeRole } from "../domain/desk/person.ts";
import type { Scope } from "../domain/desk/scope.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findUserByEmail, insertRoles, insertUser } from "../store/people.ts";
import { defineAction } from "./action.ts";
import { administratorOf } from "./administrator.ts";
import type { CreateUserRefusal } from "./create-user.ts";

export type NewPerson = {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly language: "zh" | "en";
  readonly passwordHash: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly scope: Scope;
    readonly everywhere: boolean;
  }[];
};

export const createPerson = defineAction<
  NewPerson,
  { readonly id: UserId },
  CreateUserRefusal | AdministerRefusal
>({
  name: "create_person",
  permission: "people:manage",
  audited: ({ passwordHash: _, ...rest }) => rest,
  async run(context, { roles, ...person }) {
    const { tx, creditorId, now, newId, actor } = context;
    const everywhere = roles.some((role) => role.everywhere);
    const allowed = judgeRole(await administratorOf(context), everywhere);
    if (!allowed.ok) return allowed;
    if ((await findUserByEmail(tx, person.email)) !== null) {
      return refuse({ code: "email_taken", email: person.email });
    }
    const id = newId<UserId>();
    await insertUser(tx, { ...person, id, credentialId: newId<UserId>(), at: now });
    const grants = roles.map(({ role, scope, everywhere: all }) => ({
      creditor: all ? null : creditorId,
      role,
      scope,
    }));
    await insertRoles(tx, id, grants, { by: actor.user, at: now });
    return ok({ id });
  },
});

/** A new user with a password and roles. */
import type { Role } from "../domain/desk/permission.ts";
import type { Scope } from "../domain/desk/scope.ts";
import type { CreditorId, UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findUserByEmail, insertRoles, insertUser } from "../store/people.ts";
import { defineSharedAction } from "./action.ts";

export type NewUser = {
  readonly name: string;
  /** Lower case. */
  readonly email: string;
  readonly language: "zh" | "en";
  readonly passwordHash: string;
  /** Null: at every creditor. */
  readonly creditor: CreditorId | null;
  readonly roles: readonly Role[];
  /** Of each of the roles; the whole creditor where it is left out. */
  readonly scope?: Scope;
};

export type CreateUserRefusal = { readonly code: "email_taken"; readonly email: string };

/** Refuses an e-mail that somebody has already. */
export const createUser = defineSharedAction<NewUser, { readonly id: UserId }, CreateUserRefusal>({
  name: "create_user",
  permission: "people:manage",
  audited: ({ passwordHash: _, ...rest }) => rest,
  async run({ tx, now, newId, actor }, { creditor, roles, scope = "creditor", ...user }) {
    if ((await findUserByEmail(tx, user.email)) !== null) {
      return refuse({ code: "email_taken", email: user.email });
    }
    const id = newId<UserId>();
    await insertUser(tx, { ...user, id, credentialId: newId<UserId>(), at: now });
    const grants = roles.map((role) => ({ creditor, role, scope }));
    await insertRoles(tx, id, grants, { by: actor.user, at: now });
    return ok({ id });
  },
});

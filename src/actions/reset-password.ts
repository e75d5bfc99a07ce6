/** A new password: set by the operator at the console, or by the user who knows the old one. */
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteSessions, findUserByEmail, updatePassword } from "../store/people.ts";
import { defineSharedAction } from "./action.ts";

type Reset = {
  readonly email: string;
  readonly passwordHash: string;
  /** The session that stays: the one in which the user changed it. */
  readonly keepSession?: string;
};

/** Every other session of the user ends: who knew the old password is out. */
export const resetPassword = defineSharedAction<
  Reset,
  { readonly id: UserId },
  { readonly code: "user_not_found" }
>({
  name: "reset_password",
  permission: "people:manage",
  audited: ({ email }) => ({ email }),
  async run({ tx, now }, { email, passwordHash, keepSession }) {
    const user = await findUserByEmail(tx, email);
    if (user === null) return refuse({ code: "user_not_found" });
    await updatePassword(tx, user.id, passwordHash, now);
    await deleteSessions(tx, user.id, keepSession ?? null);
    return ok({ id: user.id });
  },
});

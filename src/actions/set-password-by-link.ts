/** Sets a password anew by the link that was mailed: it holds half an hour, and once. */
import { attemptsSince, subjectsOf } from "../domain/desk/sign-in.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteAttempts, deleteSessions, updatePassword } from "../store/people.ts";
import { takePasswordReset } from "../store/sign-ins.ts";
import { defineSharedAction } from "./action.ts";

type ByLink = { readonly hash: Uint8Array; readonly passwordHash: string };

/** Every session of the user ends: whoever was in with the old password is out. */
export const setPasswordByLink = defineSharedAction<
  ByLink,
  { readonly id: UserId },
  { readonly code: "reset_link_invalid" }
>({
  name: "set_password_by_link",
  permission: "people:manage",
  audited: () => ({}),
  async run({ tx, now }, { hash, passwordHash }) {
    const found = await takePasswordReset(tx, hash, now);
    if (found === null) return refuse({ code: "reset_link_invalid" });
    await updatePassword(tx, found.user, passwordHash, now);
    await deleteSessions(tx, found.user, null);
    const [subject = ""] = subjectsOf(found.email, null);
    await deleteAttempts(tx, subject, attemptsSince(now));
    return ok({ id: found.user });
  },
});

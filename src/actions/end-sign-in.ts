/** A right password: the attempts on this e-mail are forgotten, the sign-in stands in the audit. */
import { attemptsSince, subjectsOf } from "../domain/desk/sign-in.ts";
import { ok } from "../domain/values/result.ts";
import { deleteAttempts } from "../store/people.ts";
import { defineSharedAction } from "./action.ts";

export const endSignIn = defineSharedAction<{ readonly email: string }, null, never>({
  name: "end_sign_in",
  permission: "people:manage",
  async run({ tx, now }, { email }) {
    const [subject = ""] = subjectsOf(email, null);
    await deleteAttempts(tx, subject, attemptsSince(now));
    return ok(null);
  },
});

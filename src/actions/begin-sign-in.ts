/** An attempt to sign in is counted before the password is looked at: none slips through. */
import {
  attemptsSince,
  judgeAttempt,
  type SignInRefusal,
  subjectsOf,
} from "../domain/desk/sign-in.ts";
import { ok } from "../domain/values/result.ts";
import { countAttempts, insertAttempts, lockSubjects } from "../store/people.ts";
import { defineSharedAction } from "./action.ts";

export type Attempt = { readonly email: string; readonly address: string | null };

export const beginSignIn = defineSharedAction<Attempt, null, SignInRefusal>({
  name: "begin_sign_in",
  permission: "people:manage",
  async run({ tx, now }, { email, address }) {
    const subjects = subjectsOf(email, address);
    await lockSubjects(tx, subjects);
    const judged = judgeAttempt(await countAttempts(tx, subjects, attemptsSince(now)));
    if (!judged.ok) return judged;
    await insertAttempts(tx, subjects, now);
    return ok(null);
  },
});

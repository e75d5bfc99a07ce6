/** Somebody forgot their password: a link is made for whoever reads that address's mail. */
import { attemptsSince, mayAskReset, resetSubjectsOf, resetUntil } from "../domain/desk/sign-in.ts";
import { ok } from "../domain/values/result.ts";
import { countAttempts, findUserByEmail, insertAttempts, lockSubjects } from "../store/people.ts";
import { findSignInState, insertPasswordReset } from "../store/sign-ins.ts";
import { defineSharedAction } from "./action.ts";

type Asked = {
  readonly email: string;
  readonly address: string | null;
  /** SHA-256 of the link's token: the token itself is kept nowhere. */
  readonly hash: Uint8Array;
};

/** To whom the link goes, and in which language; null: to nobody, and nobody is told so. */
export type ResetRecipient = {
  readonly name: string;
  readonly email: string;
  readonly language: "zh" | "en";
} | null;

/** Answers alike whether or not somebody has that address, so that addresses cannot be guessed. */
export const askPasswordReset = defineSharedAction<Asked, ResetRecipient, never>({
  name: "ask_password_reset",
  permission: "people:manage",
  audited: ({ email }) => ({ email }),
  async run({ tx, now }, { email, address, hash }) {
    const subjects = resetSubjectsOf(email, address);
    await lockSubjects(tx, subjects);
    const allowed = mayAskReset(await countAttempts(tx, subjects, attemptsSince(now)));
    await insertAttempts(tx, subjects, now);
    const user = allowed ? await findUserByEmail(tx, email) : null;
    const state = user === null ? null : await findSignInState(tx, user.id);
    if (user === null || state === null || state.disabled) return ok(null);
    await insertPasswordReset(tx, user.id, { hash, at: now, until: resetUntil(now) });
    return ok({ name: user.name, email: user.email, language: user.language });
  },
});

/** An administrator takes a person's second factor away: the telephone was lost, the codes too. */
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteSessions } from "../store/people.ts";
import { deleteSecondFactor, findSignInState } from "../store/sign-ins.ts";
import { defineSharedAction } from "./action.ts";

type Refusal = { readonly code: "user_not_found" } | { readonly code: "second_factor_is_off" };

/** The person's sessions end too: whoever holds the lost telephone may be in one of them. */
export const removeSecondFactor = defineSharedAction<
  { readonly user: UserId },
  { readonly id: UserId },
  Refusal
>({
  name: "remove_second_factor",
  permission: "people:manage",
  async run({ tx }, { user }) {
    const state = await findSignInState(tx, user);
    if (state === null) return refuse({ code: "user_not_found" });
    if (!state.secondFactor) return refuse({ code: "second_factor_is_off" });
    await deleteSecondFactor(tx, user);
    await deleteSessions(tx, user, null);
    return ok({ id: user });
  },
});

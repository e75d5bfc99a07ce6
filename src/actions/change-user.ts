/** A user's own name and language. */
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findUser, updateUser } from "../store/people.ts";
import { defineSharedAction } from "./action.ts";

type Change = { readonly id: UserId; readonly name?: string; readonly language?: "zh" | "en" };

export const changeUser = defineSharedAction<
  Change,
  { readonly id: UserId },
  { readonly code: "user_not_found" }
>({
  name: "change_user",
  permission: "people:manage",
  async run({ tx, now }, { id, ...change }) {
    const user = await findUser(tx, id);
    if (user === null) return refuse({ code: "user_not_found" });
    await updateUser(tx, id, { ...user, ...change, at: now });
    return ok({ id });
  },
});

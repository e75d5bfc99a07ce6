/** Lets a disabled person sign in again, with the password and the roles they had. */
import { judgeEnable } from "../domain/desk/person.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockPerson, updateDisabled } from "../store/person-rows.ts";
import { defineAction } from "./action.ts";
import { administratorOf } from "./administrator.ts";

type Refusal =
  | { readonly code: "person_not_found" }
  | { readonly code: "person_is_not_disabled" }
  | { readonly code: "not_administrator_everywhere" };

export const enablePerson = defineAction<
  { readonly person: UserId },
  { readonly id: UserId },
  Refusal
>({
  name: "enable_person",
  permission: "people:manage",
  async run(context, { person }) {
    const { tx, creditorId, now } = context;
    const found = await lockPerson(tx, creditorId, person);
    if (found === null) return refuse({ code: "person_not_found" });
    const judged = judgeEnable(await administratorOf(context), found);
    if (!judged.ok) return judged;
    await updateDisabled(tx, person, null, now);
    return ok({ id: person });
  },
});

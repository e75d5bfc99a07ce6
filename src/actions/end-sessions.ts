/** Ends every session of a person: a lost telephone, a password that somebody saw. */
import { judgePerson } from "../domain/desk/person.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteSessions } from "../store/people.ts";
import { lockPerson } from "../store/person-rows.ts";
import { defineAction } from "./action.ts";
import { administratorOf } from "./administrator.ts";

type Refusal =
  | { readonly code: "person_not_found" }
  | { readonly code: "not_administrator_everywhere" };

export const endSessions = defineAction<
  { readonly person: UserId },
  { readonly id: UserId },
  Refusal
>({
  name: "end_sessions",
  permission: "people:manage",
  async run(context, { person }) {
    const { tx, creditorId } = context;
    const found = await lockPerson(tx, creditorId, person);
    if (found === null) return refuse({ code: "person_not_found" });
    const judged = judgePerson(await administratorOf(context), found);
    if (!judged.ok) return judged;
    await deleteSessions(tx, person, null);
    return ok({ id: person });
  },
});

/** Lets somebody sign in no more and ends their sessions; what they did and own stays theirs. */
import {
  type DisableRefusal,
  judgeDisable,
  type LastAdministrator,
} from "../domain/desk/person.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteSessions } from "../store/people.ts";
import { lockPerson, updateDisabled } from "../store/person-rows.ts";
import { defineAction } from "./action.ts";
import { administratorOf, keepingOpen } from "./administrator.ts";

type Refusal = DisableRefusal | LastAdministrator | { readonly code: "person_not_found" };

/** Gives how many customers wait to be handed over; the reason is kept by the audit. */
export const disablePerson = defineAction<
  { readonly person: UserId; readonly reason: string },
  { readonly id: UserId; readonly customers: number },
  Refusal
>({
  name: "disable_person",
  permission: "people:manage",
  async run(context, { person }) {
    const { tx, creditorId, now } = context;
    const found = await lockPerson(tx, creditorId, person);
    if (found === null) return refuse({ code: "person_not_found" });
    const judged = judgeDisable(await administratorOf(context), found);
    if (!judged.ok) return judged;
    const open = await keepingOpen(context, () => updateDisabled(tx, person, now, now));
    if (!open.ok) return open;
    await deleteSessions(tx, person, null);
    return ok({ id: person, customers: found.customers });
  },
});

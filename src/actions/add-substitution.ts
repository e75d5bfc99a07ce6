/** Lets somebody see and work the customers of somebody who is away. */
import {
  judgeSubstitute,
  type SubstituteRefusal,
  type Substitution,
} from "../domain/desk/substitute.ts";
import type { SubstitutionId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { insertSubstitution, lockSubstitutions } from "../store/substitutions.ts";
import { listColleagueIds } from "../store/teams.ts";
import { defineAction } from "./action.ts";

type Refusal = SubstituteRefusal | { readonly code: "colleague_not_found" };

/** Refuses people who do not work here, and what `judgeSubstitute` refuses. */
export const addSubstitution = defineAction<
  Substitution & { readonly reason: string },
  { readonly id: SubstitutionId },
  Refusal
>({
  name: "add_substitution",
  permission: "team:manage",
  async run({ tx, creditorId, today, now, actor, newId }, { reason, ...offer }) {
    const colleagues = await listColleagueIds(tx, creditorId);
    if (!colleagues.has(offer.absent) || !colleagues.has(offer.substitute)) {
      return refuse({ code: "colleague_not_found" });
    }
    const others = await lockSubstitutions(tx, creditorId, today);
    const judged = judgeSubstitute(offer, others, today);
    if (!judged.ok) return judged;
    const id = newId<SubstitutionId>();
    const made = { ...judged.value, id, reason, at: now, by: actor.name };
    await insertSubstitution(tx, creditorId, made);
    return ok({ id });
  },
});

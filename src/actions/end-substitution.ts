/** Ends a substitution from today on; one that has not begun is called off. */
import { judgeSubstitutionEnd } from "../domain/desk/substitute.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { SubstitutionId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockSubstitution, updateSubstitutionEnd } from "../store/substitutions.ts";
import { defineAction } from "./action.ts";

type Refusal =
  | { readonly code: "substitution_not_found" }
  | { readonly code: "substitution_has_ended"; readonly until: PlainDate };

export const endSubstitution = defineAction<
  { readonly id: SubstitutionId },
  { readonly id: SubstitutionId },
  Refusal
>({
  name: "end_substitution",
  permission: "team:manage",
  async run({ tx, creditorId, today, now, actor }, { id }) {
    const found = await lockSubstitution(tx, creditorId, id);
    if (found === null) return refuse({ code: "substitution_not_found" });
    const until = judgeSubstitutionEnd(found, today);
    if (!until.ok) return until;
    const end = { until: until.value, at: now, by: actor.name };
    await updateSubstitutionEnd(tx, creditorId, id, end);
    return ok({ id });
  },
});

/** Dissolves a team; its members keep their customers. */
import type { TeamId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { deleteTeam, lockTeam } from "../store/teams.ts";
import { defineAction } from "./action.ts";

export const removeTeam = defineAction<
  { readonly id: TeamId },
  { readonly id: TeamId },
  { readonly code: "team_not_found" }
>({
  name: "remove_team",
  permission: "team:manage",
  async run({ tx, creditorId }, { id }) {
    if ((await lockTeam(tx, creditorId, id)) === null) return refuse({ code: "team_not_found" });
    await deleteTeam(tx, creditorId, id);
    return ok({ id });
  },
});

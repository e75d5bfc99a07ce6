/** Renames a team, or says anew who is in it. */
import type { TeamId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockTeam, replaceMembers, type TeamMember, updateTeamName } from "../store/teams.ts";
import { defineAction } from "./action.ts";
import { checkTeam, type TeamRefusal } from "./create-team.ts";

export type TeamChange = {
  readonly id: TeamId;
  readonly name?: string | undefined;
  readonly members?: readonly TeamMember[] | undefined;
};

export const updateTeam = defineAction<
  TeamChange,
  { readonly id: TeamId },
  TeamRefusal | { readonly code: "team_not_found" }
>({
  name: "update_team",
  permission: "team:manage",
  async run(context, { id, name, members }) {
    const { tx, creditorId } = context;
    const found = await lockTeam(tx, creditorId, id);
    if (found === null) return refuse({ code: "team_not_found" });
    const offer = { ...(name && { name }), ...(members && { members }) };
    const checked = await checkTeam(context, offer, id);
    if (!checked.ok) return checked;
    if (name !== undefined) await updateTeamName(tx, creditorId, { id, name });
    if (members !== undefined) await replaceMembers(tx, creditorId, id, members);
    return ok({ id });
  },
});

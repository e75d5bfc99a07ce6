/** A team of people who work here, with who leads it. */
import type { TeamId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import {
  hasTeamNamed,
  insertTeam,
  listColleagueIds,
  replaceMembers,
  type TeamMember,
} from "../store/teams.ts";
import { type Context, defineAction } from "./action.ts";

export type TeamOffer = { readonly name: string; readonly members: readonly TeamMember[] };

export type TeamRefusal =
  | { readonly code: "team_name_taken"; readonly name: string }
  | { readonly code: "colleague_not_found" };

/** Refused where another team has the name, or somebody does not work here (any more). */
export async function checkTeam(
  { tx, creditorId }: Context,
  { name, members }: Partial<TeamOffer>,
  but: TeamId | null,
): Promise<Result<null, TeamRefusal>> {
  if (name !== undefined && (await hasTeamNamed(tx, creditorId, name, but))) {
    return refuse({ code: "team_name_taken", name });
  }
  const colleagues = members === undefined ? null : await listColleagueIds(tx, creditorId);
  const all = members?.every(({ user }) => colleagues?.has(user)) ?? true;
  return all ? ok(null) : refuse({ code: "colleague_not_found" });
}

export const createTeam = defineAction<TeamOffer, { readonly id: TeamId }, TeamRefusal>({
  name: "create_team",
  permission: "team:manage",
  async run(context, { name, members }) {
    const checked = await checkTeam(context, { name, members }, null);
    if (!checked.ok) return checked;
    const { tx, creditorId, newId } = context;
    const id = newId<TeamId>();
    await insertTeam(tx, creditorId, { id, name });
    await replaceMembers(tx, creditorId, id, members);
    return ok({ id });
  },
});

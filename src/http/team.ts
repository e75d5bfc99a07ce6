/** Who works here, over HTTP: colleagues, teams, substitutes. */
import { addSubstitution } from "../actions/add-substitution.ts";
import { createTeam } from "../actions/create-team.ts";
import { endSubstitution } from "../actions/end-substitution.ts";
import { perform } from "../actions/perform.ts";
import { removeTeam } from "../actions/remove-team.ts";
import { updateTeam } from "../actions/update-team.ts";
import * as contract from "../contract/team.ts";
import type { SubstitutionId, TeamId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewColleagueNames, viewMembers, viewSubstitutions, viewTeams } from "../views/team.ts";
import { type Route, route } from "./route.ts";

export const teamRoutes: readonly Route[] = [
  route(contract.colleagueNames, async ({ desk }) => ok(await look(desk, viewColleagueNames))),
  route(contract.members, async ({ desk }) => ok(await look(desk, viewMembers))),
  route(contract.teams, async ({ desk }) => ok(await look(desk, viewTeams))),
  route(contract.createTeam, ({ desk, body }) => perform(desk, createTeam, body)),
  route(contract.updateTeam, ({ desk, params, body }) =>
    perform(desk, updateTeam, { ...body, id: params.team as TeamId }),
  ),
  route(contract.removeTeam, ({ desk, params }) =>
    perform(desk, removeTeam, { id: params.team as TeamId }),
  ),
  route(contract.substitutions, async ({ desk }) => ok(await look(desk, viewSubstitutions))),
  route(contract.addSubstitution, ({ desk, body }) => perform(desk, addSubstitution, body)),
  route(contract.endSubstitution, ({ desk, params }) =>
    perform(desk, endSubstitution, { id: params.substitution as SubstitutionId }),
  ),
];

/** People over HTTP: who signs in, their roles, their sessions. */
import { createPerson } from "../actions/create-person.ts";
import { disablePerson } from "../actions/disable-person.ts";
import { enablePerson } from "../actions/enable-person.ts";
import { endSessions } from "../actions/end-sessions.ts";
import { grantRole } from "../actions/grant-role.ts";
import { hashPassword } from "../actions/password.ts";
import { perform } from "../actions/perform.ts";
import { randomPassword } from "../actions/random-password.ts";
import { revokeRole } from "../actions/revoke-role.ts";
import * as contract from "../contract/person.ts";
import type { UserId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewPeople } from "../views/person-list.ts";
import { type Route, route } from "./route.ts";

const idOf = (params: { readonly person: string }) => params.person as UserId;

export const peopleRoutes: readonly Route[] = [
  route(contract.people, async ({ desk }) =>
    ok(await look(desk, (sight) => viewPeople(sight, desk.clock.now()))),
  ),
  route(contract.createPerson, async ({ desk, body }) => {
    const password = randomPassword(desk.clock);
    const passwordHash = await hashPassword(password);
    const made = await perform(desk, createPerson, { ...body, passwordHash });
    return made.ok ? ok({ id: made.value.id, password }) : made;
  }),
  route(contract.grantRole, ({ desk, params, body }) =>
    perform(desk, grantRole, { ...body, person: idOf(params) }),
  ),
  route(contract.revokeRole, ({ desk, params, body }) =>
    perform(desk, revokeRole, { ...body, person: idOf(params) }),
  ),
  route(contract.disablePerson, ({ desk, params, body }) =>
    perform(desk, disablePerson, { ...body, person: idOf(params) }),
  ),
  route(contract.enablePerson, ({ desk, params }) =>
    perform(desk, enablePerson, { person: idOf(params) }),
  ),
  route(contract.endSessions, ({ desk, params }) =>
    perform(desk, endSessions, { person: idOf(params) }),
  ),
];

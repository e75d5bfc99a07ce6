/** The creditor's own details over HTTP. */
import { perform } from "../actions/perform.ts";
import { updateCreditor } from "../actions/update-creditor.ts";
import * as contract from "../contract/creditor.ts";
import { ok } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewSettings } from "../views/settings.ts";
import { named } from "./records.ts";
import { type Route, route } from "./route.ts";

export const settingsRoutes: readonly Route[] = [
  route(contract.settings, async ({ house, desk }) =>
    ok(await look(desk, (sight) => viewSettings(sight, house.mail))),
  ),
  route(contract.updateSettings, ({ desk, body }) => perform(desk, updateCreditor, named(body))),
];

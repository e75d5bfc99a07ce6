/** Holds over HTTP: placed, lifted, listed with what they keep back. */
import { liftHold } from "../actions/lift-hold.ts";
import { perform } from "../actions/perform.ts";
import { placeGroupHold } from "../actions/place-group-hold.ts";
import { placeHold } from "../actions/place-hold.ts";
import * as contract from "../contract/hold.ts";
import type { CustomerId, GroupId, HoldId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { viewHolds } from "../views/holds.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

export const holdRoutes: readonly Route[] = [
  route(contract.holds, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewHolds(sight, query))),
  ),
  route(contract.placeHold, ({ desk, params, body }) =>
    perform(desk, placeHold, { ...body, customer: params.customer as CustomerId }),
  ),
  route(contract.placeGroupHold, ({ desk, params, body }) =>
    perform(desk, placeGroupHold, { ...body, group: params.group as GroupId }),
  ),
  route(contract.liftHold, ({ desk, params, body }) =>
    perform(desk, liftHold, { id: params.hold as HoldId, reason: body?.reason ?? null }),
  ),
];

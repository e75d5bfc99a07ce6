/** Today's list and the search box over HTTP. */
import * as customer from "../contract/customer.ts";
import * as contract from "../contract/today.ts";
import { ok } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewSearch } from "../views/search.ts";
import { viewToday } from "../views/today.ts";
import { type Route, route } from "./route.ts";

export const todayRoutes: readonly Route[] = [
  route(contract.today, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewToday(sight, query))),
  ),
  route(customer.search, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewSearch(sight, query.q))),
  ),
];

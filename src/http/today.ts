/** Today's list and the search box over HTTP. */
import * as customer from "../contract/customer.ts";
import * as contract from "../contract/today.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewCustomerWork } from "../views/customer-work.ts";
import { look } from "../views/look.ts";
import { viewSearch } from "../views/search.ts";
import { viewToday } from "../views/today.ts";
import { type Route, route } from "./route.ts";

export const todayRoutes: readonly Route[] = [
  route(contract.today, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewToday(sight, query))),
  ),
  route(contract.customerWork, async ({ desk, params }) => {
    const customer = params.customer as CustomerId;
    const found = await look(desk, (sight) => viewCustomerWork(sight, customer));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
  route(customer.search, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewSearch(sight, query.q))),
  ),
];

/** Customers over HTTP: the list, one page, the search, and changes to the master record. */
import * as contract from "../contract/customer.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewCustomers } from "../views/customer-list.ts";
import { viewCustomer } from "../views/customer-page.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

export const customerRoutes: readonly Route[] = [
  route(contract.customers, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewCustomers(sight, query))),
  ),
  route(contract.customerPage, async ({ desk, params, query }) => {
    const settledToo = query.items === "all";
    const page = await look(desk, (sight) =>
      viewCustomer(sight, params.customer as CustomerId, { settledToo }),
    );
    return page === null ? refuse({ code: "customer_not_found" }) : ok(page);
  }),
];

/** The order of appropriation over HTTP. */
import { appropriation } from "../contract/appropriation.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewAppropriation } from "../views/appropriation.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

export const appropriationRoutes: readonly Route[] = [
  route(appropriation, async ({ desk, params, query }) => {
    const customer = params.customer as CustomerId;
    const viewed = await look(desk, (sight) => viewAppropriation(sight, customer, query));
    return viewed === null ? refuse({ code: "customer_not_found" }) : ok(viewed);
  }),
];

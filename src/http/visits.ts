/** Visits over HTTP: the plan, the report, calling off. */
import { cancelVisit } from "../actions/cancel-visit.ts";
import { perform } from "../actions/perform.ts";
import { performTraced } from "../actions/perform-traced.ts";
import { planVisit } from "../actions/plan-visit.ts";
import { reportVisit } from "../actions/report-visit.ts";
import * as contract from "../contract/visit.ts";
import type { CustomerId, VisitId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewVisit, viewVisits } from "../views/visits.ts";
import { type Route, route } from "./route.ts";

export const visitRoutes: readonly Route[] = [
  route(contract.planVisit, ({ desk, params, body }) =>
    performTraced(desk, planVisit, { ...body, customer: params.customer as CustomerId }),
  ),
  route(contract.reportVisit, ({ desk, params, body }) =>
    perform(desk, reportVisit, { ...body, visit: params.visit as VisitId }),
  ),
  route(contract.cancelVisit, ({ desk, params, body }) =>
    perform(desk, cancelVisit, { ...body, visit: params.visit as VisitId }),
  ),
  route(contract.customerVisits, async ({ desk, params }) => {
    const customer = params.customer as CustomerId;
    const found = await look(desk, (sight) => viewVisits(sight, customer));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
  route(contract.visit, async ({ desk, params }) => {
    const found = await look(desk, (sight) => viewVisit(sight, params.visit as VisitId));
    return found === null ? refuse({ code: "visit_not_found" }) : ok(found);
  }),
];

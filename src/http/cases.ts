/** Cases of late customers over HTTP: the list, the acts that order the work, bulk. */
import { bulkWork } from "../actions/bulk-work.ts";
import { cancelCallBack } from "../actions/cancel-call-back.ts";
import { perform } from "../actions/perform.ts";
import { scheduleCallBack } from "../actions/schedule-call-back.ts";
import { setCaseReason } from "../actions/set-case-reason.ts";
import { snoozeCase } from "../actions/snooze-case.ts";
import { wakeCase } from "../actions/wake-case.ts";
import * as bulk from "../contract/bulk-work.ts";
import * as contract from "../contract/case.ts";
import type { CustomerId, GroupId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { viewCaseSheet } from "../views/case-sheet.ts";
import {
  viewCaseGroups,
  viewCaseReasons,
  viewCases,
  viewCustomerCases,
  viewGroupWork,
} from "../views/cases.ts";
import { headOf } from "../views/collection-case.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

const customerOf = ({ customer }: { readonly customer: string }) => ({
  customer: customer as CustomerId,
});

export const caseRoutes: readonly Route[] = [
  route(contract.cases, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewCases(sight, query))),
  ),
  route(contract.casesCsv, async ({ desk, query: { language, ...filter } }) => {
    const sheet = await look(desk, (sight) => viewCaseSheet(sight, filter, language));
    return ok({ bytes: sheetToCsv(sheet, language), fileName: "cases.csv" });
  }),
  route(contract.caseReasons, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewCaseReasons(sight, query.state))),
  ),
  route(contract.caseGroups, async ({ desk }) => ok(await look(desk, viewCaseGroups))),
  route(contract.groupWork, async ({ desk, params }) => {
    const found = await look(desk, (sight) => viewGroupWork(sight, params.group as GroupId));
    return found === null ? refuse({ code: "group_not_found" }) : ok(found);
  }),
  route(contract.customerCases, async ({ desk, params }) => {
    const customer = params.customer as CustomerId;
    const found = await look(desk, (sight) => viewCustomerCases(sight, customer));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
  route(contract.setCaseReason, ({ desk, params, body }) =>
    perform(desk, setCaseReason, { ...customerOf(params), ...body }),
  ),
  route(contract.snoozeCase, ({ desk, params, body }) =>
    perform(desk, snoozeCase, { ...customerOf(params), ...body }),
  ),
  route(contract.wakeCase, ({ desk, params }) => perform(desk, wakeCase, customerOf(params))),
  route(contract.scheduleCallBack, ({ desk, params, body }) =>
    perform(desk, scheduleCallBack, { ...customerOf(params), ...body }),
  ),
  route(contract.cancelCallBack, ({ desk, params }) =>
    perform(desk, cancelCallBack, customerOf(params)),
  ),
  route(bulk.bulkWork, async ({ desk, body: { customers, act, dryRun } }) => {
    const done = await bulkWork(desk, act, customers, { dryRun });
    const lines = done.map(({ customer, ...line }) => ({ ...line, customer: headOf(customer) }));
    const accepted = lines.filter(({ outcome }) => outcome === true).length;
    return ok({ done: accepted, refused: lines.length - accepted, lines });
  }),
];

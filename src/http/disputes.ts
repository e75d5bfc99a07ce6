/** Disputes over HTTP: the list, one with its thread, its verbs, and their causes. */
import { answerDispute } from "../actions/answer-dispute.ts";
import { closeDispute } from "../actions/close-dispute.ts";
import { creditDispute } from "../actions/credit-dispute.ts";
import { businessDayOf, type Desk, perform } from "../actions/perform.ts";
import { raiseDispute } from "../actions/raise-dispute.ts";
import { reopenDispute } from "../actions/reopen-dispute.ts";
import { rerouteDispute } from "../actions/reroute-dispute.ts";
import { splitDispute } from "../actions/split-dispute.ts";
import * as dispute from "../contract/dispute.ts";
import * as causes from "../contract/dispute-causes.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, DisputeId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { sheetToXlsx } from "../formats/exports/xlsx.ts";
import {
  type CausesBy,
  type DisputeCauses,
  reportDisputeCauses,
} from "../reports/dispute-causes.ts";
import { disputeSheet } from "../reports/dispute-sheet.ts";
import { viewDispute, viewDisputeDesk, viewDisputes } from "../views/disputes.ts";
import { look } from "../views/look.ts";
import type { AnyRefusal } from "./refusals.ts";
import { type Route, route } from "./route.ts";

const idOf = ({ dispute: id }: { readonly dispute: string }) => ({ id: id as DisputeId });

const verbRoutes: readonly Route[] = [
  route(dispute.raiseDispute, ({ desk, params, body }) =>
    perform(desk, raiseDispute, { ...body, customer: params.customer as CustomerId }),
  ),
  route(dispute.answerDispute, ({ desk, params, body }) =>
    perform(desk, answerDispute, { ...idOf(params), ...body }),
  ),
  route(dispute.rerouteDispute, ({ desk, params, body }) =>
    perform(desk, rerouteDispute, { ...idOf(params), ...body }),
  ),
  route(dispute.splitDispute, ({ desk, params, body }) =>
    perform(desk, splitDispute, { ...idOf(params), ...body }),
  ),
  route(dispute.closeDispute, ({ desk, params, body }) =>
    perform(desk, closeDispute, { ...idOf(params), ...body }),
  ),
  route(dispute.creditDispute, ({ desk, params, body }) =>
    perform(desk, creditDispute, { ...idOf(params), ...body }),
  ),
  route(dispute.reopenDispute, ({ desk, params, body }) =>
    perform(desk, reopenDispute, { ...idOf(params), ...body }),
  ),
];

type Asked = {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  readonly by: CausesBy;
};

/** The last year where nothing else is asked for. */
async function causesOf(
  desk: Desk,
  { from, to, by }: Asked,
): Promise<Result<DisputeCauses, AnyRefusal>> {
  const today = await businessDayOf(desk);
  if (today === null) return refuse({ code: "creditor_not_found" });
  const until = to ?? today;
  const period = { from: from ?? addDays(until, -364), to: until };
  const asked = { creditors: [desk.creditorId], ...period, by, today };
  // through `look`, so that only what is in the viewer's reach is counted
  return ok(await look(desk, ({ tx }) => reportDisputeCauses(tx, asked)));
}

const causeRoutes: readonly Route[] = [
  route(causes.disputeCauses, ({ desk, query }) => causesOf(desk, query)),
  route(causes.disputeCausesCsv, async ({ desk, query }) => {
    const report = await causesOf(desk, query);
    if (!report.ok) return report;
    const bytes = sheetToCsv(disputeSheet(report.value, query.language), query.language);
    return ok({ bytes, fileName: `disputes-${report.value.from}-${report.value.to}.csv` });
  }),
  route(causes.disputeCausesXlsx, async ({ desk, query }) => {
    const report = await causesOf(desk, query);
    if (!report.ok) return report;
    const bytes = await sheetToXlsx(disputeSheet(report.value, query.language), query.language);
    const fileName = `disputes-${report.value.from}-${report.value.to}.xlsx`;
    return ok({ bytes: new Uint8Array(bytes), fileName });
  }),
];

export const disputeRoutes: readonly Route[] = [
  ...verbRoutes,
  ...causeRoutes,
  route(dispute.listDisputes, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewDisputes(sight, query))),
  ),
  route(dispute.disputeDesk, async ({ desk }) => ok(await look(desk, viewDisputeDesk))),
  route(dispute.disputePage, async ({ desk, params }) => {
    const found = await look(desk, (sight) => viewDispute(sight, params.dispute as DisputeId));
    return found === null ? refuse({ code: "dispute_not_found" }) : ok(found);
  }),
];

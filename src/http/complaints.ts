/** Complaints over HTTP: logged, assigned, answered, listed, exported. */
import { answerComplaint } from "../actions/answer-complaint.ts";
import { assignComplaint } from "../actions/assign-complaint.ts";
import { logComplaint } from "../actions/log-complaint.ts";
import { perform } from "../actions/perform.ts";
import * as contract from "../contract/complaint.ts";
import type { ComplaintId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { sheetToCsv } from "../formats/exports/csv.ts";
import { complaintSheet, listComplaintRows } from "../reports/complaints.ts";
import { viewComplaint, viewComplaints } from "../views/complaints.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

const idOf = ({ complaint: id }: { readonly complaint: string }) => ({ id: id as ComplaintId });

export const complaintRoutes: readonly Route[] = [
  route(contract.logComplaint, ({ desk, params, body }) =>
    perform(desk, logComplaint, { ...body, customer: params.customer as CustomerId }),
  ),
  route(contract.answerComplaint, ({ desk, params, body }) =>
    perform(desk, answerComplaint, { ...idOf(params), ...body }),
  ),
  route(contract.assignComplaint, ({ desk, params, body }) =>
    perform(desk, assignComplaint, { ...idOf(params), ...body }),
  ),
  route(contract.listComplaints, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewComplaints(sight, query))),
  ),
  route(contract.complaintsCsv, async ({ desk, query }) =>
    look(desk, async ({ tx, creditor, today }) => {
      const { state, late, kind = null, customer = null, language } = query;
      const asked = { state, dueBefore: late ? today : null, kind, customer };
      const rows = await listComplaintRows(tx, creditor.id, asked);
      const bytes = sheetToCsv(complaintSheet(rows, today, language), language);
      return ok({ bytes, fileName: `complaints-${today}.csv` });
    }),
  ),
  route(contract.complaint, async ({ desk, params }) => {
    const found = await look(desk, (sight) => viewComplaint(sight, idOf(params).id));
    return found === null ? refuse({ code: "complaint_not_found" }) : ok(found);
  }),
];

/** Complaints: the list with its counts, one of them, and those of a customer. */

import type { ComplaintKind, ComplaintState } from "../domain/desk/complaint.ts";
import { mayAnswerComplaint } from "../domain/desk/complaint.ts";
import type { ComplaintId, CustomerId } from "../domain/values/ids.ts";
import {
  type ComplaintLine,
  findComplaintLine,
  listComplaintCounts,
  listComplaintWindow,
  listCustomerComplaints,
} from "../store/complaints.ts";
import { readCursor } from "./cursor.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";
import { customerOf } from "./receipt-brief.ts";
import { DAY_KEY, verdict, windowOf } from "./windowed.ts";

export function shownComplaint(sight: Sight, line: ComplaintLine) {
  const { id, kind, channel, said, complainant, about, aboutName, owner, state, outcome } = line;
  const named = { user: sight.user, name: sight.viewer };
  const may = verdict(mayAnswerComplaint({ state, about, aboutName }, named));
  const verb = both(sight.may("complaint:answer"), may);
  return {
    ...{ id, kind, channel, said, complainant, state, outcome },
    customer: customerOf(line),
    contact: line.contact && { id: line.contact, name: line.contactName ?? "" },
    about: about && { id: about, name: line.aboutUser ?? "" },
    aboutName,
    contactLogOn: line.contactLogOn,
    ...{ receivedOn: line.receivedOn, answerBy: line.answerBy },
    late: state === "open" && line.answerBy < sight.today,
    owner: owner && { id: owner, name: line.ownerName ?? "" },
    ...{ loggedOn: line.loggedOn, loggedBy: line.loggedBy },
    ...{ answer: line.answer, measures: line.measures },
    ...{ closedOn: line.closedOn, closedBy: line.closedBy },
    can: { answer: verb, assign: verb },
  };
}

export type ComplaintsWanted = {
  readonly state: ComplaintState | "all";
  readonly late: boolean;
  readonly kind?: ComplaintKind | undefined;
  readonly customer?: CustomerId | undefined;
};

/** A window; the counts are of all complaints in reach. */
export async function viewComplaints(
  sight: Sight,
  wanted: ComplaintsWanted & { readonly after?: string | undefined; readonly size: number },
) {
  const { tx, creditor, today } = sight;
  const { state, late, kind = null, customer = null, size } = wanted;
  const asked = { state, dueBefore: late ? today : null, kind, customer };
  const after = readCursor(wanted.after, DAY_KEY);
  const found = await listComplaintWindow(tx, creditor.id, asked, after, size);
  const keyOf = (row: ComplaintLine) => (state === "open" ? row.answerBy : row.receivedOn);
  const { rows, next } = windowOf(found, size, keyOf);
  const counts = await listComplaintCounts(tx, creditor.id, today);
  const countOf = (of: ComplaintState) => counts.find((one) => one.state === of)?.count ?? 0;
  return {
    rows: rows.map((line) => shownComplaint(sight, line)),
    next,
    counts: {
      open: countOf("open"),
      closed: countOf("closed"),
      late: counts.reduce((all, one) => all + one.late, 0),
    },
  };
}

/** Null when there is none in reach. */
export async function viewComplaint(sight: Sight, id: ComplaintId) {
  const line = await findComplaintLine(sight.tx, sight.creditor.id, id);
  return line === null ? null : shownComplaint(sight, line);
}

/** A customer's complaints, the latest first. */
export async function viewCustomerComplaints(sight: Sight, customer: CustomerId) {
  const lines = await listCustomerComplaints(sight.tx, sight.creditor.id, customer, 50);
  return lines.map((line) => shownComplaint(sight, line));
}

/** The warnings of open complaints: whoever they are about should not contact the customer. */
export async function complaintWarnings(sight: Sight, customer: CustomerId) {
  const complaints = await viewCustomerComplaints(sight, customer);
  return complaints
    .filter(({ state }) => state === "open")
    .map(({ about, aboutName, answerBy }) => ({
      code: "complaint_open",
      about: about?.name ?? aboutName,
      answerBy,
    }));
}

/** Visits as a customer's page shows them, with what may be done to each. */
import { permissionsOf, ROLES, type Role } from "../domain/desk/permission.ts";
import { judgeVisitMove } from "../domain/desk/visit.ts";
import type { ContactId, CustomerId, VisitId } from "../domain/values/ids.ts";
import { type AttachmentRow, listAttachmentsOf } from "../store/attachments.ts";
import {
  type ContactDetail,
  findCustomerDetail,
  listContactDetails,
} from "../store/customer-details.ts";
import { findVisit, listColleagues, listVisits, type VisitRow } from "../store/visits.ts";
import { shownAttachment } from "./attachments.ts";
import { canOf } from "./contacts.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

/** Who writes the contact log goes on visits. */
const VISITING: readonly Role[] = ROLES.filter((role) => permissionsOf([role]).has("contact:log"));

/** Null when there is no such customer. */
export async function viewVisits(sight: Sight, customer: CustomerId) {
  const { tx, creditor } = sight;
  const record = await findCustomerDetail(tx, creditor.id, customer);
  if (record === null) return null;
  const found = await listVisits(tx, creditor.id, customer);
  const people = await listContactDetails(tx, creditor.id, customer);
  const ids = found.map(({ id }) => id);
  const attached = await listAttachmentsOf(tx, creditor.id, ids);
  return {
    visits: found.map((row) => shownVisit(sight, row, people, attached)),
    address: record.address,
    colleagues: await listColleagues(tx, creditor.id, VISITING),
    can: { plan: sight.may("contact:log") },
  };
}

/** One visit; null when there is none within reach. */
export async function viewVisit(sight: Sight, id: VisitId) {
  const { tx, creditor } = sight;
  const row = await findVisit(tx, creditor.id, id);
  if (row === null) return null;
  const people = await listContactDetails(tx, creditor.id, row.customer);
  return shownVisit(sight, row, people, await listAttachmentsOf(tx, creditor.id, [id]));
}

function shownVisit(
  sight: Sight,
  row: VisitRow,
  people: readonly ContactDetail[],
  attached: readonly AttachmentRow[],
) {
  const { customer, customerNumber, customerName, grade, approval: _, arrangedById: __ } = row;
  const { happenedOn, met, seen, agreed, leftOnRequest, ...rest } = row;
  const named = (id: ContactId) =>
    people.filter((one) => one.id === id).map(({ name, role }) => ({ id, name, role }));
  const write = sight.may("contact:log");
  return {
    ...rest,
    customer: { id: customer, number: customerNumber, name: customerName, grade },
    contact: row.contact === null ? null : (named(row.contact)[0] ?? null),
    report:
      happenedOn === null
        ? null
        : {
            happenedOn,
            met: (met ?? []).flatMap(named),
            seen: seen ?? "",
            agreed,
            leftOnRequest: leftOnRequest ?? false,
          },
    attachments: attached
      .filter(({ subjectId }) => subjectId === row.id)
      .map((attachment) => shownAttachment(sight, attachment)),
    can: {
      report: both(write, canOf(judgeVisitMove(row.state, "done"))),
      cancel: both(write, canOf(judgeVisitMove(row.state, "cancelled"))),
    },
  };
}

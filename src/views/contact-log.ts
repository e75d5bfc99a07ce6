/** A customer's contact log in full, with what is attached to each entry. */
import type { CustomerId } from "../domain/values/ids.ts";
import { listAttachmentsOf } from "../store/attachments.ts";
import { type ContactEntryRow, listContactEntries } from "../store/contact-logs.ts";
import { findCustomerDetail } from "../store/customer-details.ts";
import { shownAttachment } from "./attachments.ts";
import type { Sight } from "./look.ts";

/** The latest `size` entries; null when there is no such customer. */
export async function viewContactLog(sight: Sight, customer: CustomerId, size: number) {
  const { tx, creditor } = sight;
  if ((await findCustomerDetail(tx, creditor.id, customer)) === null) return null;
  const found = await listContactEntries(tx, creditor.id, customer, size);
  const ids = found.map(({ id }) => id);
  const attached = await listAttachmentsOf(tx, creditor.id, ids);
  const entries = found.map((row) => ({
    ...shownEntry(row),
    attachments: attached
      .filter(({ subjectId }) => subjectId === row.id)
      .map((attachment) => shownAttachment(sight, attachment)),
  }));
  return { entries, total: found[0]?.total ?? 0 };
}

function shownEntry({ contactId, contactName, contactRole, total: _, ...entry }: ContactEntryRow) {
  const contact =
    contactId === null || contactName === null
      ? null
      : { id: contactId, name: contactName, role: contactRole ?? "" };
  return { ...entry, contact };
}

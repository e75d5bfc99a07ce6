/** Attachments of a customer as its pages show them, and their bytes. */
import { isShownInline, judgeBinding } from "../domain/desk/attachment.ts";
import type { AttachmentId, CustomerId } from "../domain/values/ids.ts";
import {
  type AttachmentRow,
  findAttachment,
  findAttachmentFile,
  listAttachments,
} from "../store/attachments.ts";
import { findCustomerDetail } from "../store/customer-details.ts";
import { canOf } from "./contacts.ts";
import type { Sight } from "./look.ts";
import { both } from "./plan-line.ts";

export function shownAttachment(sight: Sight, row: AttachmentRow) {
  const { customer: _, byId: __, ...shown } = row;
  const viewer = { name: sight.viewer, user: sight.user };
  const discard = both(sight.may("contact:log"), canOf(judgeBinding(row, viewer)));
  return { ...shown, inline: isShownInline(row.mediaType), can: { discard } };
}

/** Null when there is no such customer. */
export async function viewAttachments(sight: Sight, customer: CustomerId) {
  const { tx, creditor } = sight;
  if ((await findCustomerDetail(tx, creditor.id, customer)) === null) return null;
  const found = await listAttachments(tx, creditor.id, customer);
  return found.map((row) => shownAttachment(sight, row));
}

/** One attachment as a list shows it; null when there is none within reach. */
export async function viewAttachment(sight: Sight, id: AttachmentId) {
  const row = await findAttachment(sight.tx, sight.creditor.id, id);
  return row === null ? null : shownAttachment(sight, row);
}

/** The bytes; null when there is none within reach. */
export const viewAttachmentFile = ({ tx, creditor }: Sight, id: AttachmentId) =>
  findAttachmentFile(tx, creditor.id, id);

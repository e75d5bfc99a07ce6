/** Attachments: who joined which document to what of a customer; the bytes stand in `document`. */
import type { AttachmentSubject } from "../domain/desk/attachment.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { AttachmentId, CreditorId, CustomerId, UserId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type AttachmentRow = {
  readonly id: AttachmentId;
  readonly customer: CustomerId;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly subject: AttachmentSubject | null;
  readonly subjectId: string | null;
  readonly attachedAt: Instant;
  readonly by: string;
  readonly byId: UserId | null;
};

const COLUMNS = sql`id, customer_id as customer, file_name as "fileName",
  media_type as "mediaType", size_bytes as "sizeBytes", subject, subject_id as "subjectId",
  attached_at as "attachedAt", attached_by as by, attached_by_id as "byId"`;

/** `address` is the document's, as `insertDocument` gives it. */
export async function insertAttachment(
  executor: Executor,
  creditor: CreditorId,
  attachment: AttachmentRow & { readonly address: string },
): Promise<void> {
  const { id, customer, address, fileName, mediaType, sizeBytes } = attachment;
  const { subject, subjectId, attachedAt, by, byId } = attachment;
  await run(
    executor,
    sql`insert into attachment (creditor_id, id, customer_id, sha256, file_name, media_type,
          size_bytes, subject, subject_id, attached_at, attached_by, attached_by_id)
        values (${creditor}, ${id}, ${customer}, decode(${address}, 'hex'), ${fileName},
          ${mediaType}, ${sizeBytes}, ${subject}, ${subjectId}, ${attachedAt}, ${by}, ${byId})`,
  );
}

/** All of a customer, latest first. */
export const listAttachments = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly AttachmentRow[]> =>
  rows(
    executor,
    sql<AttachmentRow>`select ${COLUMNS} from attachment
        where creditor_id = ${creditor} and customer_id = ${customer}
        order by attached_at desc, id desc`,
  );

/** Those of these entries, visits, disputes …, in the order in which they came. */
export const listAttachmentsOf = (
  executor: Executor,
  creditor: CreditorId,
  subjects: readonly string[],
): Promise<readonly AttachmentRow[]> =>
  rows(
    executor,
    sql<AttachmentRow>`select ${COLUMNS} from attachment
        where creditor_id = ${creditor} and subject_id = any(${subjects}::uuid[])
        order by attached_at, id`,
  );

/** Keeps these uploads of a customer from being joined elsewhere until the transaction ends. */
export const lockAttachments = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  ids: readonly AttachmentId[],
): Promise<readonly AttachmentRow[]> =>
  rows(
    executor,
    sql<AttachmentRow>`select ${COLUMNS} from attachment
        where creditor_id = ${creditor} and customer_id = ${customer} and id = any(${ids}::uuid[])
        order by id for update`,
  );

/** Joins uploads to what they are a part of. */
export async function updateAttachmentSubject(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly AttachmentId[],
  to: { readonly subject: AttachmentSubject; readonly subjectId: string },
): Promise<void> {
  await run(
    executor,
    sql`update attachment set subject = ${to.subject}, subject_id = ${to.subjectId}
        where creditor_id = ${creditor} and id = any(${ids}::uuid[]) and subject is null`,
  );
}

export const findAttachment = (
  executor: Executor,
  creditor: CreditorId,
  id: AttachmentId,
): Promise<AttachmentRow | null> =>
  maybe(
    executor,
    sql<AttachmentRow>`select ${COLUMNS} from attachment
        where creditor_id = ${creditor} and id = ${id}`,
  );

export type AttachmentFile = {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
};

/** The bytes of an attachment; only through it can a document be read. */
export const findAttachmentFile = (
  executor: Executor,
  creditor: CreditorId,
  id: AttachmentId,
): Promise<AttachmentFile | null> =>
  maybe(
    executor,
    sql<AttachmentFile>`select d.bytes, a.file_name as "fileName", a.media_type as "mediaType"
        from attachment a
        join document d on d.creditor_id = a.creditor_id and d.sha256 = a.sha256
        where a.creditor_id = ${creditor} and a.id = ${id}`,
  );

/**
 * Takes an upload away that nothing has. The bytes stay in `document`, where nobody reaches them:
 * who sees a part of the book can't know whether another customer has the same.
 */
export async function deleteAttachment(
  executor: Executor,
  creditor: CreditorId,
  id: AttachmentId,
): Promise<void> {
  await run(
    executor,
    sql`delete from attachment where creditor_id = ${creditor} and id = ${id} and subject is null`,
  );
}

/** Attachments of a customer: photos, PDFs, mails; uploaded first, then joined to an entry. */
import { z } from "zod";
import { ATTACHMENT_SUBJECTS } from "../domain/desk/attachment.ts";
import { endpoint } from "./endpoint.ts";
import { Can, Id, WireInstant } from "./scalars.ts";

export const Attachment = z
  .object({
    id: Id,
    fileName: z.string(),
    /** As its content says, not its name. */
    mediaType: z.string(),
    sizeBytes: z.number(),
    /** Whether a browser may show it; everything else is only saved. */
    inline: z.boolean(),
    subject: z.enum(ATTACHMENT_SUBJECTS).nullable(),
    subjectId: Id.nullable(),
    attachedAt: WireInstant,
    by: z.string(),
    can: z.object({ discard: Can }),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.infer<typeof Attachment>;

export const attachDocument = endpoint({
  name: "attachDocument",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/attachments",
  summary: "Upload a photo, PDF, mail or Office document of at most 20 MB",
  access: "contact:log",
  takes: "form",
  body: z.object({ file: z.file() }),
  answer: Attachment,
  status: 201,
});

export const attachments = endpoint({
  name: "attachments",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/attachments",
  summary: "All attachments of a customer, latest first",
  access: "book:read",
  answer: z.array(Attachment),
});

export const attachmentFile = endpoint({
  name: "attachmentFile",
  method: "get",
  path: "/api/creditors/{creditor}/attachments/{attachment}/file",
  summary: "The bytes of an attachment, as they were uploaded",
  access: "book:read",
  answer: "application/octet-stream",
});

export const discardAttachment = endpoint({
  name: "discardAttachment",
  method: "post",
  path: "/api/creditors/{creditor}/attachments/{attachment}/discard",
  summary: "Take back an upload of one's own that no entry has yet",
  access: "contact:log",
  answer: z.object({ id: Id }),
});

/** The attachment: a photo, PDF or mail that belongs to a customer and says what an entry can't. */
import type { UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type AttachmentType, attachmentName, sniffAttachment } from "./attachment-type.ts";

export const ATTACHMENT_SUBJECTS = [
  "contact_log",
  "visit",
  "contact",
  "dispute",
  "complaint",
  "agreement",
  "promise",
  "task",
] as const;
/** What an attachment is a part of; until then it waits for the entry it was uploaded for. */
export type AttachmentSubject = (typeof ATTACHMENT_SUBJECTS)[number];

export const MOST_ATTACHMENT_BYTES = 20 * 1024 * 1024;

export type AttachmentRefusal =
  | { readonly code: "attachment_empty" }
  | { readonly code: "attachment_too_large"; readonly megabytes: number }
  | { readonly code: "attachment_type_unknown" };

export type JudgedAttachment = { readonly fileName: string; readonly mediaType: AttachmentType };

/** Refuses nothing, more than 20 MB, and whatever is no picture, PDF, mail or Office document. */
export function judgeAttachment(
  bytes: Uint8Array,
  givenName: string,
): Result<JudgedAttachment, AttachmentRefusal> {
  if (bytes.length === 0) return refuse({ code: "attachment_empty" });
  if (bytes.length > MOST_ATTACHMENT_BYTES) {
    return refuse({ code: "attachment_too_large", megabytes: MOST_ATTACHMENT_BYTES / 1024 ** 2 });
  }
  const mediaType = sniffAttachment(bytes);
  if (mediaType === null) return refuse({ code: "attachment_type_unknown" });
  return ok({ mediaType, fileName: attachmentName(givenName, mediaType) });
}

/** Types a browser shows by itself; everything else is only ever saved. */
export const isShownInline = (mediaType: string): boolean =>
  mediaType === "application/pdf" || /^image\/(?:jpeg|png|gif|webp)$/.test(mediaType);

export type Uploaded = {
  readonly by: string;
  readonly byId: UserId | null;
  readonly subject: AttachmentSubject | null;
};

export type BindRefusal =
  | { readonly code: "attachment_not_found" }
  | { readonly code: "attachment_in_use" };

/** Whether who acts may join an upload to an entry, or take it back: their own, not joined yet. */
export function judgeBinding(
  uploaded: Uploaded | undefined,
  actor: { readonly name: string; readonly user: UserId | null },
): Result<null, BindRefusal> {
  const own =
    uploaded !== undefined &&
    (actor.user === null ? uploaded.by === actor.name : uploaded.byId === actor.user);
  if (!own) return refuse({ code: "attachment_not_found" });
  return uploaded.subject === null ? ok(null) : refuse({ code: "attachment_in_use" });
}

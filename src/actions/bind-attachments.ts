/**
 * Joins uploads to the entry, visit, dispute … that they belong to, in the caller's transaction.
 */
import {
  type AttachmentSubject,
  type BindRefusal,
  judgeBinding,
} from "../domain/desk/attachment.ts";
import type { AttachmentId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result } from "../domain/values/result.ts";
import { lockAttachments, updateAttachmentSubject } from "../store/attachments.ts";
import type { Context } from "./action.ts";

export type BindAttachmentsRefusal = BindRefusal;

/**
 * Refuses what is not an upload of one's own for this customer, or belongs to something already.
 */
export async function bindAttachments(
  { tx, creditorId, actor }: Context,
  customer: CustomerId,
  ids: readonly AttachmentId[],
  to: { readonly subject: AttachmentSubject; readonly subjectId: string },
): Promise<Result<null, BindAttachmentsRefusal>> {
  if (ids.length === 0) return ok(null);
  const wanted = [...new Set(ids)];
  const found = await lockAttachments(tx, creditorId, customer, wanted);
  for (const id of wanted) {
    const judged = judgeBinding(
      found.find((one) => one.id === id),
      actor,
    );
    if (!judged.ok) return judged;
  }
  await updateAttachmentSubject(tx, creditorId, wanted, to);
  return ok(null);
}

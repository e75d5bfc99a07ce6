/** Keeps an uploaded photo, PDF or mail for a customer, until an entry takes it up. */
import {
  type AttachmentRefusal,
  type JudgedAttachment,
  judgeAttachment,
} from "../domain/desk/attachment.ts";
import type { AttachmentId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { insertAttachment } from "../store/attachments.ts";
import { contentAddress, insertDocument } from "../store/documents.ts";
import { defineAction } from "./action.ts";

export type AttachDocument = {
  readonly customer: CustomerId;
  readonly bytes: Uint8Array;
  readonly fileName: string;
};

type Attached = JudgedAttachment & { readonly id: AttachmentId };
type Refusal = AttachmentRefusal | { readonly code: "customer_not_found" };

/**
 * The same bytes are stored once, however often they are attached. The audit keeps their address.
 */
export const attachDocument = defineAction<AttachDocument, Attached, Refusal>({
  name: "attach_document",
  permission: "contact:log",
  audited: ({ customer, bytes, fileName }) => ({
    customer,
    fileName,
    sha256: contentAddress(bytes),
  }),
  async run({ tx, creditorId, now, actor, newId }, { customer, bytes, fileName: given }) {
    const judged = judgeAttachment(bytes, given);
    if (!judged.ok) return judged;
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const { fileName, mediaType } = judged.value;
    const kept = { bytes, mediaType, fileName, kind: "attachment", source: "upload" };
    const address = await insertDocument(tx, creditorId, { ...kept, createdAt: now });
    const id = newId<AttachmentId>();
    await insertAttachment(tx, creditorId, {
      id,
      customer,
      address,
      fileName,
      mediaType,
      sizeBytes: bytes.length,
      subject: null,
      subjectId: null,
      attachedAt: now,
      by: actor.name,
      byId: actor.user,
    });
    return ok({ id, fileName, mediaType });
  },
});

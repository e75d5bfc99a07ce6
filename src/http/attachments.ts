/** Attachments over HTTP: uploads, lists, and the bytes in a form that no browser executes. */
import { attachDocument } from "../actions/attach-document.ts";
import { discardAttachment } from "../actions/discard-attachment.ts";
import { perform } from "../actions/perform.ts";
import * as contract from "../contract/attachment.ts";
import { isShownInline } from "../domain/desk/attachment.ts";
import type { AttachmentId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { viewAttachment, viewAttachmentFile, viewAttachments } from "../views/attachments.ts";
import { look } from "../views/look.ts";
import { type Route, route } from "./route.ts";

export const attachmentRoutes: readonly Route[] = [
  route(contract.attachDocument, async ({ desk, params, body: { file } }) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const customer = params.customer as CustomerId;
    const kept = await perform(desk, attachDocument, { customer, bytes, fileName: file.name });
    if (!kept.ok) return kept;
    const shown = await look(desk, (sight) => viewAttachment(sight, kept.value.id));
    return shown === null ? refuse({ code: "attachment_not_found" }) : ok(shown);
  }),
  route(contract.attachments, async ({ desk, params }) => {
    const customer = params.customer as CustomerId;
    const found = await look(desk, (sight) => viewAttachments(sight, customer));
    return found === null ? refuse({ code: "customer_not_found" }) : ok(found);
  }),
  route(contract.attachmentFile, async ({ desk, params }) => {
    const id = params.attachment as AttachmentId;
    const file = await look(desk, (sight) => viewAttachmentFile(sight, id));
    if (file === null) return refuse({ code: "attachment_not_found" });
    const saved = !isShownInline(file.mediaType);
    return ok({ ...file, bytes: new Uint8Array(file.bytes), saved });
  }),
  route(contract.discardAttachment, ({ desk, params }) =>
    perform(desk, discardAttachment, { id: params.attachment as AttachmentId }),
  ),
];

/** Takes back an upload of one's own that no entry has taken up. */
import { type BindRefusal, judgeBinding } from "../domain/desk/attachment.ts";
import type { AttachmentId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { deleteAttachment, findAttachment } from "../store/attachments.ts";
import { defineAction } from "./action.ts";

type Input = { readonly id: AttachmentId };

/** What an entry says stays with its entry. */
export const discardAttachment = defineAction<Input, Input, BindRefusal>({
  name: "discard_attachment",
  permission: "contact:log",
  async run({ tx, creditorId, actor }, { id }) {
    const seen = await findAttachment(tx, creditorId, id);
    if (seen === null || (await lockCustomer(tx, creditorId, seen.customer)) === null) {
      return refuse({ code: "attachment_not_found" });
    }
    const found = await findAttachment(tx, creditorId, id);
    const judged = judgeBinding(found ?? undefined, actor);
    if (!judged.ok) return judged;
    await deleteAttachment(tx, creditorId, id);
    return ok({ id });
  },
});

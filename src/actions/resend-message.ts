/** Sends again what failed or may not have arrived: a decision of a person, with a reason. */
import { judgeResend, type MessageRefusal, type MessageState } from "../domain/desk/delivery.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { lockMessage, requeueMessage } from "../store/messages.ts";
import { defineAction } from "./action.ts";

type Given = {
  readonly id: MessageId;
  readonly reason: string;
  /** Where it goes instead, when the address was the fault. */
  readonly recipientAddress?: string;
};

/** It is composed anew with the facts it had, under its old number and Message-ID. */
export const resendMessage = defineAction<
  Given,
  { readonly id: MessageId; readonly state: MessageState },
  MessageRefusal
>({
  name: "resend_message",
  permission: "outbox:resend",
  audited: ({ id, reason }) => ({ id, reason }),
  async run({ tx, creditorId }, { id, reason, recipientAddress }) {
    const judged = judgeResend(await lockMessage(tx, creditorId, id), reason);
    if (!judged.ok) return judged;
    await requeueMessage(tx, creditorId, id, recipientAddress ?? null);
    return ok({ id, state: "queued" });
  },
});

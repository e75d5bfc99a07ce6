/** Withdraws a message that has not left the house. */
import {
  judgeWithdrawal,
  type MessageRefusal,
  type MessageState,
} from "../domain/desk/delivery.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findMessage, lockMessage, withdrawMessageRow } from "../store/messages.ts";
import { passOverStepMarks } from "../store/step-marks.ts";
import { defineAction } from "./action.ts";

/**
 * Its items count as passed over, as if a person had dropped the line: no demand left the house,
 * and the ladder goes on with the next step.
 */
export const withdrawMessage = defineAction<
  { readonly id: MessageId; readonly reason: string },
  { readonly id: MessageId; readonly state: MessageState },
  MessageRefusal
>({
  name: "withdraw_message",
  permission: "outbox:resend",
  async run({ tx, creditorId }, { id, reason }) {
    const found = await findMessage(tx, creditorId, id);
    if (found !== null) await lockCustomer(tx, creditorId, found.customer);
    const message = await lockMessage(tx, creditorId, id);
    const judged = judgeWithdrawal(message, reason);
    if (!judged.ok) return judged;
    await withdrawMessageRow(tx, creditorId, id, reason);
    const step = message?.planStep ?? null;
    if (step !== null) await passOverStepMarks(tx, creditorId, [step]);
    return ok({ id, state: "withdrawn" });
  },
});

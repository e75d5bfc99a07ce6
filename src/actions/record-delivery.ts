/** Records how an attempt to deliver a message ended. */
import {
  type Delivered,
  type DeliveryOutcome,
  judgeDelivery,
  judgeReport,
  type MessageRefusal,
} from "../domain/desk/delivery.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { ok } from "../domain/values/result.ts";
import { lockMessage, updateDelivered } from "../store/messages.ts";
import { defineAction } from "./action.ts";

/** An answer about an older attempt than the latest changes nothing. */
export const recordDelivery = defineAction<
  { readonly id: MessageId; readonly attempt: number; readonly outcome: DeliveryOutcome },
  Delivered,
  MessageRefusal
>({
  name: "record_delivery",
  permission: "outbox:deliver",
  async run({ tx, creditorId, now }, { id, attempt, outcome }) {
    const report = judgeReport(await lockMessage(tx, creditorId, id), attempt);
    if (!report.ok) return report;
    const delivered = judgeDelivery(outcome, attempt, now);
    await updateDelivered(tx, creditorId, id, delivered);
    return ok(delivered);
  },
});

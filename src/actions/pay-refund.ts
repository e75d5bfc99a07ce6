/** Books that an approved refund was paid, with the bank line of the money that went out. */
import { inOne } from "../domain/book/booking.ts";
import {
  bookRefund,
  judgeRefundDay,
  judgeRefundPayment,
  type RefundRefusal,
} from "../domain/cash/refund.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BankLineId, EntryId, RefundId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { insertBooking } from "../store/items.ts";
import { findRefund, standingRefund, updateRefundPaid } from "../store/refunds.ts";
import { lockTouchedItems } from "../store/standing-applications.ts";
import { type Context, defineAction } from "./action.ts";
import { bookOutgoingLine, lockOpenLine, type OutgoingRefusal } from "./outgoing-line.ts";
import { lockStandingReceipt } from "./standing-receipt.ts";

export type PayRefund = {
  readonly id: RefundId;
  readonly on: PlainDate;
  readonly bankLine: BankLineId | null;
};

export type PayRefundRefusal =
  | RefundRefusal
  | OutgoingRefusal
  | { readonly code: "refund_not_found" }
  | { readonly code: "receipt_not_found" };

export const payRefund = defineAction<PayRefund, { readonly id: RefundId }, PayRefundRefusal>({
  name: "pay_refund",
  permission: "refund:request",
  run: (context, input) => refundPaid(context, input),
});

/** As `payRefund`, inside the transaction of a caller that takes in the line of the bank. */
export async function refundPaid(
  context: Context,
  { id, on, bankLine }: PayRefund,
): Promise<Result<{ readonly id: RefundId }, PayRefundRefusal>> {
  const { tx, creditorId, today, newId, actor } = context;
  const seen = await findRefund(tx, creditorId, id);
  if (seen === null) return refuse({ code: "refund_not_found" });
  await lockCustomer(tx, creditorId, seen.customer);
  const receipt = await lockStandingReceipt(tx, creditorId, seen.receipt);
  if (receipt === null) return refuse({ code: "receipt_not_found" });
  const { item } = receipt.line;
  if (item === null) return refuse({ code: "receipt_not_identified" });
  await lockTouchedItems(tx, creditorId, [item]);
  const refund = (await findRefund(tx, creditorId, id)) ?? seen;
  const line = await lockOpenLine(context, bankLine);
  if (!line.ok) return line;
  const paid = { on, line: line.value };
  const { rest } = receipt.standing;
  const judged = judgeRefundPayment(standingRefund(refund), paid, rest, today);
  if (!judged.ok) return judged;
  const day = judgeRefundDay(on, receipt.line.receivedOn);
  if (!day.ok) return day;
  const because = [{ code: "refund_paid", reason: refund.reason, approvedBy: refund.decidedBy }];
  const booking = bookRefund(item, judged.value, on, newId, because);
  const entry: EntryId | undefined = booking.entries[0]?.id;
  assert(entry !== undefined, "a refund is one entry");
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, inOne([booking]));
  await updateRefundPaid(tx, creditorId, id, { on, entry, bankLine });
  await bookOutgoingLine(context, bankLine, "refund", [{ code: "refund_paid", by: actor.name }]);
  return ok({ id });
}

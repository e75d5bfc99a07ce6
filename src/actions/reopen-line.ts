/** Takes a line up again that was left out: its money is unidentified money again. */
import { type Booking, inOne } from "../domain/book/booking.ts";
import { countsOn } from "../domain/cash/bank-line.ts";
import { bookUnidentified } from "../domain/cash/receipt.ts";
import type { BankLineId, ReceiptId } from "../domain/values/ids.ts";
import { isPositive } from "../domain/values/money.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { findBankLine, type LockedLine, lockBankLine } from "../store/bank-lines.ts";
import { lockForImport } from "../store/imports.ts";
import { insertBooking } from "../store/items.ts";
import {
  insertReceipts,
  type LockedReceipt,
  lockReceipt,
  updateReceiptStates,
} from "../store/receipts.ts";
import { type Context, defineAction } from "./action.ts";
import { receiptNumbers } from "./new-lines.ts";
import { waitAgain } from "./undo-application.ts";

type Refusal =
  | { readonly code: "line_not_found" }
  | { readonly code: "line_not_ignored" }
  | { readonly code: "reason_missing" };

export const reopenLine = defineAction<
  { readonly id: BankLineId; readonly reason: string },
  { readonly id: BankLineId },
  Refusal
>({
  name: "reopen_line",
  permission: "line:ignore",
  async run(context, { id, reason }) {
    const { tx, creditorId } = context;
    if (reason.trim() === "") return refuse({ code: "reason_missing" });
    await lockForImport(tx, creditorId);
    const found = await findBankLine(tx, creditorId, id);
    if (found === null) return refuse({ code: "line_not_found" });
    const receipt =
      found.receipt === null ? null : await lockReceipt(tx, creditorId, found.receipt);
    const line = await lockBankLine(tx, creditorId, id);
    if (line?.state !== "ignored") return refuse({ code: "line_not_ignored" });
    if (isPositive(line.amount)) await receiveAgain(context, line, receipt);
    await waitAgain(context, id, null);
    return ok({ id });
  },
});

async function receiveAgain(
  context: Context,
  line: LockedLine,
  receipt: LockedReceipt | null,
): Promise<void> {
  const { tx, creditorId, today, newId, actor } = context;
  const because = [{ code: "line_reopened", by: actor.name }];
  const book = (booking: Booking) =>
    insertBooking(tx, { creditorId, importId: null, bookedOn: today }, inOne([booking]));
  if (receipt !== null) {
    await book(bookUnidentified({ ...receipt, reference: receipt.remark }, newId, because));
    await updateReceiptStates(tx, creditorId, [receipt.id], "unidentified");
    return;
  }
  const receivedOn = countsOn(line, today);
  const number = (await receiptNumbers(context, [receivedOn]))(receivedOn);
  const { amount, method, remark, payerName, payerAccount } = line;
  const booked = { number, amount, receivedOn, method };
  await book(bookUnidentified({ ...booked, reference: remark }, newId, because));
  const whose = { customerId: null, itemId: null, bankLineId: line.id };
  const told = { payerName, payerAccount, remark, recordedBy: actor.name };
  await insertReceipts(tx, creditorId, [{ id: newId<ReceiptId>(), ...booked, ...whose, ...told }]);
}

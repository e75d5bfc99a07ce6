/** Books a payment that came back, inside the transaction of whoever was told of it. */
import { inOne } from "../domain/book/booking.ts";
import { itemNumberOf } from "../domain/cash/receipt.ts";
import {
  bookReturn,
  bookReturnCharge,
  chargeNumber,
  type Reopened,
} from "../domain/cash/return-booking.ts";
import {
  type JudgedReturn,
  judgeReturn,
  judgeReturnLine,
  type ReturnOffer,
  type ReturnRefusal,
} from "../domain/cash/returned-payment.ts";
import type {
  BankLineId,
  CustomerId,
  ItemId,
  MessageId,
  ReceiptId,
  ReturnedPaymentId,
} from "../domain/values/ids.ts";
import { money } from "../domain/values/money.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { updateApplicationsEnded } from "../store/applications.ts";
import { lockCreditor } from "../store/creditors.ts";
import { insertBooking, listItemsByNumber } from "../store/items.ts";
import { findReceiptLine } from "../store/receipt-rows.ts";
import { updateRefundsFallen } from "../store/refunds.ts";
import {
  insertReturnedPayment,
  type StoredReopened,
  updateReceiptReturned,
} from "../store/returned-payments.ts";
import { listForsakenLines } from "../store/standing-applications.ts";
import type { Context } from "./action.ts";
import {
  bookOutgoingLine,
  closeReturnedLine,
  lockOpenLine,
  type OutgoingRefusal,
} from "./outgoing-line.ts";
import { queueReturnedNotice } from "./queue-returned-notice.ts";
import { rejudgePromises } from "./rejudge-promises.ts";
import { loadReturnCase, type ReturnCase } from "./return-case.ts";
import { lockStandingReceipt } from "./standing-receipt.ts";
import { waitAgain } from "./undo-application.ts";

export type ReturnedReceipt = ReturnOffer & {
  readonly receipt: ReceiptId;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  /** The line by which the money went out again, where the bank's file brought one. */
  readonly bankLine: BankLineId | null;
};

export type ReturnReceiptRefusal =
  | ReturnRefusal
  | OutgoingRefusal
  | { readonly code: "receipt_not_found" }
  | { readonly code: "receipt_changed" };

export type BookedReturnIds = {
  readonly id: ReturnedPaymentId;
  readonly message: MessageId | null;
};

/**
 * Everything the receipt settled opens again with its own due days, promises it kept are judged
 * anew, the customer is told. Step marks stay, so the customer is on the ladder where it was.
 */
export async function returnReceipt(
  context: Context,
  given: ReturnedReceipt,
): Promise<Result<BookedReturnIds, ReturnReceiptRefusal>> {
  const { tx, creditorId, today } = context;
  const seen = await findReceiptLine(tx, creditorId, given.receipt);
  if (seen === null) return refuse({ code: "receipt_not_found" });
  if (seen.customer !== null) {
    await lockCreditor(tx, creditorId);
    await lockCustomer(tx, creditorId, seen.customer);
  }
  const locked = await lockStandingReceipt(tx, creditorId, given.receipt);
  if (locked?.line.customer !== seen.customer) return refuse({ code: "receipt_changed" });
  const found = await loadReturnCase(tx, creditorId, locked.line, true);
  const judged = judgeReturn(given, found.returnable, today);
  if (!judged.ok) return judged;
  const line = await lockOpenLine(context, given.bankLine);
  if (!line.ok) return line;
  const fits = judgeReturnLine(line.value, found.returnable);
  return fits.ok ? ok(await book(context, given, found, judged.value)) : fits;
}

async function book(
  context: Context,
  given: ReturnedReceipt,
  found: ReturnCase,
  judged: JudgedReturn,
): Promise<BookedReturnIds> {
  const { tx, creditorId, today, now, actor, newId } = context;
  const { receipt, applied, account, returnable, applications } = found;
  const { kind, returnedOn } = judged;
  const { reasonCode, reasonText, bankLine } = given;
  const because = [{ code: "payment_returned", kind, reason: reasonCode ?? reasonText }];
  const { amount } = returnable;
  const taken = { itemId: receipt.item, amount, account, applied };
  const reversal = bookReturn(taken, returnedOn, newId, because);
  const charge = await bookCharge(context, found, judged);
  const booked = { creditorId, importId: null, bookedOn: today };
  await insertBooking(tx, booked, inOne([reversal.booking, ...charge.bookings]));
  const ended = {
    state: "returned" as const,
    ...{ endedOn: returnedOn, endedBy: actor.name },
    ...{ reason: "payment_returned", endEntryId: reversal.entryId },
  };
  await updateApplicationsEnded(
    tx,
    creditorId,
    applications.map(({ id }) => ({ id, ...ended })),
  );
  await updateReceiptReturned(tx, creditorId, receipt.id);
  await updateRefundsFallen(tx, creditorId, receipt.id, reasonText, now);
  await closeReturnedLine(context, receipt.line, because);
  await waitAgainElsewhere(context, found);
  const message = await tellCustomer(context, given, found, judged, [
    ...reversal.reopened,
    ...charge.claimed,
  ]);
  const id = newId<ReturnedPaymentId>();
  await insertReturnedPayment(tx, creditorId, {
    ...{ id, receipt: receipt.id, customer: receipt.customer, kind, amount, message },
    ...{ receivedOn: receipt.receivedOn, returnedOn, reasonCode, reasonText, bankLine },
    ...{ charge: judged.charge, chargeItem: charge.item, chargeClause: judged.chargeClause },
    ...{ entry: reversal.entryId, reopened: storedReopened(found, reversal.reopened) },
    ...{ recordedBy: actor.name, recordedAt: now },
  });
  await bookOutgoingLine(context, bankLine, "return", because);
  return { id, message };
}

async function bookCharge(
  { tx, creditorId, newId }: Context,
  { receipt, clause }: ReturnCase,
  { charge, chargeClause, returnedOn: on }: JudgedReturn,
) {
  if (charge === null) return { bookings: [], claimed: [], item: null };
  const because = [{ code: "return_charge", contract: clause?.contract ?? null, chargeClause }];
  const { customer: customerId } = receipt;
  const number = chargeNumber(receipt.number);
  const taken = await listItemsByNumber(tx, creditorId, [number], "documents");
  const free = itemNumberOf(number, new Set(taken.map((item) => item.number)));
  const claim = chargeClause === null || customerId === null ? null : { customerId, number: free };
  const booked = bookReturnCharge({ amount: charge, on }, claim, newId, because);
  const item = booked.chargeItem;
  const claimed = item === null ? [] : [{ itemId: item, amount: charge }];
  return { bookings: [booked.booking], claimed, item };
}

/** Promises are judged by what is open now, and the letter tells it. */
async function tellCustomer(
  context: Context,
  { reasonText }: ReturnedReceipt,
  { receipt, returnable }: ReturnCase,
  { kind, returnedOn, charge, chargeClause }: JudgedReturn,
  reopened: readonly Reopened[],
): Promise<MessageId | null> {
  const customer: CustomerId | null = receipt.customer;
  if (customer === null) return null;
  const items: ReadonlySet<ItemId> = new Set(reopened.map(({ itemId }) => itemId));
  await rejudgePromises(context, customer, items, receipt.receivedOn);
  const claimed =
    charge === null || chargeClause === null ? null : { amount: charge, clause: chargeClause };
  const { amount, receivedOn } = returnable;
  const returned = { kind, amount, receivedOn, returnedOn, reason: reasonText, charge: claimed };
  return await queueReturnedNotice(context, customer, returned, reopened);
}

/** Lines whose claims this money had helped to settle wait for a person again. */
async function waitAgainElsewhere(
  context: Context,
  { receipt, applications }: ReturnCase,
): Promise<void> {
  const { tx, creditorId } = context;
  const ended = applications.map(({ id }) => id);
  const lines = await listForsakenLines(tx, creditorId, ended, receipt.id);
  for (const line of lines) {
    await waitAgain(context, line, receipt.customer === null ? [] : [receipt.customer]);
  }
}

function storedReopened(
  { items }: ReturnCase,
  reopened: readonly Reopened[],
): readonly StoredReopened[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return reopened.flatMap(({ itemId, amount }) => {
    const item = byId.get(itemId);
    if (item === undefined) return [];
    const { kind, number, dueOn } = item;
    const { minor, currency } = money(amount.minor, amount.currency);
    return { item: itemId, kind, number, minor: minor.toString(), currency, dueOn };
  });
}

/** Records a receipt by hand: cash, a cheque, a transfer, a wallet's payment, a bill. */
import { type Because, inOne } from "../domain/book/booking.ts";
import { type BillOffer, type BillRefusal, judgeBill } from "../domain/cash/bill-of-exchange.ts";
import {
  type BookedReceipt,
  bookReceived,
  bookUnidentified,
  itemNumberOf,
  judgeReceipt,
  type ReceiptOffer,
  type ReceiptRefusal,
} from "../domain/cash/receipt.ts";
import { nextReceiptNumber, receiptPrefix } from "../domain/cash/receipt-number.ts";
import type { BillId, CustomerId, ReceiptId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findBillNumbered, insertBill } from "../store/bills.ts";
import { lockCreditor } from "../store/creditors.ts";
import { insertBooking } from "../store/items.ts";
import { findLastReceiptCount, hasReceiptNumber } from "../store/receipt-rows.ts";
import { insertReceipts, listTakenItemNumbers } from "../store/receipts.ts";
import { type Context, defineAction } from "./action.ts";

/** A bill without what its receipt says already. */
export type RecordedBill = Omit<BillOffer, "amount" | "receivedOn">;

export type RecordReceipt = Omit<ReceiptOffer, "number"> & {
  /** Null: the next number of the day is drawn. */
  readonly number: string | null;
  /** Null: nobody knows yet whose it is. */
  readonly customer: CustomerId | null;
  /** Where the method is a bill of exchange. */
  readonly bill: RecordedBill | null;
};

export type RecordedReceipt = {
  readonly id: ReceiptId;
  readonly number: string;
  readonly bill: BillId | null;
};

type Refusal = ReceiptRefusal | BillRefusal | { readonly code: "customer_not_found" };

export const recordReceipt = defineAction<RecordReceipt, RecordedReceipt, Refusal>({
  name: "record_receipt",
  permission: "receipt:record",
  async run(context, { customer, bill, number: told, ...offer }) {
    const { tx, creditorId } = context;
    await lockCreditor(tx, creditorId);
    if (customer !== null && (await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const number = told?.trim() || (await drawNumber(context, offer.receivedOn));
    const taken = await hasReceiptNumber(tx, creditorId, number);
    const judged = judgeReceipt(
      { ...offer, number },
      { taken, withBill: bill !== null, today: context.today },
    );
    if (!judged.ok) return judged;
    const judgedBill = await judgeItsBill(context, bill, judged.value);
    if (!judgedBill.ok) return judgedBill;
    return ok(await storeReceipt(context, judged.value, customer, judgedBill.value));
  },
});

async function drawNumber(
  { tx, creditorId }: Context,
  day: ReceiptOffer["receivedOn"],
): Promise<string> {
  return nextReceiptNumber(day, await findLastReceiptCount(tx, creditorId, receiptPrefix(day)));
}

async function judgeItsBill(
  { tx, creditorId, today }: Context,
  bill: RecordedBill | null,
  { amount, receivedOn }: ReceiptOffer,
): Promise<Result<BillOffer | null, BillRefusal>> {
  if (bill === null) return ok(null);
  const known = await findBillNumbered(tx, creditorId, bill.number.trim());
  return judgeBill({ ...bill, amount, receivedOn }, known !== null, today);
}

async function storeReceipt(
  context: Context,
  offer: ReceiptOffer,
  customerId: CustomerId | null,
  bill: BillOffer | null,
): Promise<RecordedReceipt> {
  const { tx, creditorId, today, newId, actor } = context;
  const { number } = offer;
  const itemNumbers = await listTakenItemNumbers(tx, creditorId, [number]);
  const booked: BookedReceipt = {
    ...offer,
    number: itemNumberOf(number, itemNumbers),
    reference: offer.remark,
  };
  const because: readonly Because[] = [{ code: "recorded_by_hand", by: actor.name }];
  const booking =
    customerId === null
      ? bookUnidentified(booked, newId, because)
      : bookReceived(booked, customerId, newId, because);
  await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, inOne([booking]));
  const id = newId<ReceiptId>();
  await insertReceipts(tx, creditorId, [
    {
      ...offer,
      id,
      customerId,
      itemId: booking.items[0]?.id ?? null,
      bankLineId: null,
      recordedBy: actor.name,
    },
  ]);
  if (bill === null) return { id, number, bill: null };
  const billId = newId<BillId>();
  await insertBill(tx, creditorId, { ...bill, id: billId, receipt: id });
  return { id, number, bill: billId };
}

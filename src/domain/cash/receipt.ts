/** The receipt: money that came, whose it is, and how it stands in the book. */
import {
  type Account,
  type Because,
  type Booking,
  documentEntry,
  identifyEntry,
  type NewItem,
  NOTHING_BOOKED,
  unidentifiedEntry,
  unidentifyEntry,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { PaymentMethod } from "../book/payment-method.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { isPositive, isZero, type Money, negate, subtract } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export type ReceiptState = "unidentified" | "identified" | "returned";

/** A receipt as a person records it: a cheque, cash, a bank line without a file. */
export type ReceiptOffer = {
  readonly number: string;
  readonly amount: Money;
  readonly receivedOn: PlainDate;
  readonly method: PaymentMethod;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly remark: string | null;
};

/** A receipt that stands: `rest` is what of it settles nothing yet; an unidentified one: all. */
export type StandingReceipt = {
  readonly state: ReceiptState;
  readonly customerId: CustomerId | null;
  readonly amount: Money;
  readonly rest: Money;
};

export type ReceiptRefusal =
  | { readonly code: "receipt_not_positive" }
  | { readonly code: "receipt_number_missing" }
  | { readonly code: "receipt_number_taken"; readonly number: string }
  | { readonly code: "received_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "receipt_needs_bill" }
  | { readonly code: "receipt_is_no_bill" }
  | { readonly code: "receipt_already_identified"; readonly customer: CustomerId }
  | { readonly code: "receipt_not_identified" }
  | { readonly code: "receipt_is_returned" }
  | { readonly code: "receipt_is_applied"; readonly applied: Money };

const written = (text: string | null): string | null => text?.trim() || null;

/** What is known besides the offer: whether its number is in the book, whether a bill is told. */
export type ReceiptFacts = {
  readonly taken: boolean;
  readonly withBill: boolean;
  readonly today: PlainDate;
};

/**
 * A receipt recorded by hand: its amount is positive, its day is not to come, its number is not in
 * the book. A bill of exchange is recorded with its parties and maturity, never as a bare receipt.
 */
export function judgeReceipt(
  offer: ReceiptOffer,
  { taken, withBill, today }: ReceiptFacts,
): Result<ReceiptOffer, ReceiptRefusal> {
  if (!isPositive(offer.amount)) return refuse({ code: "receipt_not_positive" });
  const number = offer.number.trim();
  if (number === "") return refuse({ code: "receipt_number_missing" });
  if (taken) return refuse({ code: "receipt_number_taken", number });
  const { receivedOn: day } = offer;
  if (day > today) return refuse({ code: "received_in_future", day, today });
  const isBill = offer.method === "bill";
  if (isBill && !withBill) return refuse({ code: "receipt_needs_bill" });
  if (!isBill && withBill) return refuse({ code: "receipt_is_no_bill" });
  const payerName = written(offer.payerName);
  const payerAccount = written(offer.payerAccount);
  return ok({ ...offer, number, payerName, payerAccount, remark: written(offer.remark) });
}

/** Whether a customer may be named for it: it is nobody's yet, and did not come back. */
export function judgeIdentification({
  state,
  customerId,
}: StandingReceipt): Result<"unidentified", ReceiptRefusal> {
  if (state === "returned") return refuse({ code: "receipt_is_returned" });
  if (customerId === null) return ok("unidentified");
  return refuse({ code: "receipt_already_identified", customer: customerId });
}

/** Whether its customer may be taken away: what it settled is undone before. */
export function judgeUnidentification({
  state,
  customerId,
  amount,
  rest,
}: StandingReceipt): Result<CustomerId, ReceiptRefusal> {
  if (state === "returned") return refuse({ code: "receipt_is_returned" });
  if (customerId === null) return refuse({ code: "receipt_not_identified" });
  const applied = subtract(amount, rest);
  return isZero(applied) ? ok(customerId) : refuse({ code: "receipt_is_applied", applied });
}

/** Where the money stands: a bill of exchange is no cash before it is cleared. */
export const moneyAccount = (method: PaymentMethod): Account =>
  method === "bill" ? "bill" : "cash";

/** What a receipt's bookings need of it. */
export type BookedReceipt = Pick<ReceiptOffer, "number" | "amount" | "receivedOn" | "method"> & {
  /** What the payer says it pays, for the reader of the item. */
  readonly reference: string | null;
};

/** Money of nobody known: it stands on `unidentified`, without an item. */
export function bookUnidentified(
  { amount, receivedOn, method }: BookedReceipt,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const entry = { id: newId<EntryId>(), effectiveOn: receivedOn, because };
  return { ...NOTHING_BOOKED, ...unidentifiedEntry(entry, amount, moneyAccount(method)) };
}

/** The receipt's item: negative, open in full, of the day on which the money came. */
function receiptItem(
  { number, amount, receivedOn, reference }: BookedReceipt,
  customerId: CustomerId,
  id: ItemId,
): NewItem {
  const credit = negate(amount);
  return {
    ...{ id, customerId, kind: "receipt", number, amount: credit, open: credit },
    ...{ issuedOn: receivedOn, dueOn: null, contractId: null, reference },
  };
}

/** The customer was known at once: an item of its own against the money. */
export function bookReceived(
  receipt: BookedReceipt,
  customerId: CustomerId,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const item = receiptItem(receipt, customerId, newId<ItemId>());
  const account = moneyAccount(receipt.method);
  const booked = documentEntry(item, newId<EntryId>(), because, account);
  return { ...NOTHING_BOOKED, items: [item], ...booked };
}

/**
 * The customer of unidentified money was found. It counts from the day on which the money came:
 * the customer paid then, whenever we learned whose it was.
 */
export function bookIdentified(
  receipt: BookedReceipt,
  customerId: CustomerId,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const item = receiptItem(receipt, customerId, newId<ItemId>());
  const entry = { id: newId<EntryId>(), effectiveOn: receipt.receivedOn, because };
  return { ...NOTHING_BOOKED, items: [item], ...identifyEntry(entry, item.id, receipt.amount) };
}

/** The customer was the wrong one: as if it had never been named. */
export function bookUnidentifying(
  { amount, receivedOn }: BookedReceipt,
  item: ItemId,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const entry = { id: newId<EntryId>(), effectiveOn: receivedOn, because };
  return { ...NOTHING_BOOKED, ...unidentifyEntry(entry, item, amount) };
}

/** The number of a receipt's item: its own, or with a count where an earlier item has it. */
export function itemNumberOf(number: string, taken: ReadonlySet<string>): string {
  if (!taken.has(number)) return number;
  let count = 2;
  while (taken.has(`${number}/${count}`)) count += 1;
  return `${number}/${count}`;
}

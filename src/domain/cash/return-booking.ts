/** The booking of a returned payment: everything it did is taken back on the day it came back. */
import {
  type Account,
  type Because,
  type Booking,
  balancedEntry,
  documentEntry,
  inOne,
  type Leg,
  type NewItem,
  NOTHING_BOOKED,
  undoEntry,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import { later, type PlainDate } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { add, isZero, type Money, negate } from "../values/money.ts";

/** A receipt with all that stands by it: its own item and the postings of what it settled. */
export type ReturnedReceipt = {
  /** Null: the money was nobody's. */
  readonly itemId: ItemId | null;
  readonly amount: Money;
  /** Where its money stands: cash; for a bill in hand `bill`, for one handed on `endorsed`. */
  readonly account: Account;
  /** The postings of its live applications, in any order. */
  readonly applied: readonly Leg[];
};

/** What opens again of an item: positive for a claim, negative for a credit that is free again. */
export type Reopened = { readonly itemId: ItemId; readonly amount: Money };

export type BookedReturn = {
  readonly booking: Booking;
  readonly entryId: EntryId;
  readonly reopened: readonly Reopened[];
};

/** The receipt's own money: its item (or nobody's money) against where it stands. */
function ownLegs({ itemId, amount, account }: ReturnedReceipt): readonly Leg[] {
  return [
    { account, itemId: null, amount },
    itemId === null
      ? { account: "unidentified", itemId, amount: negate(amount) }
      : { account: "receivable", itemId, amount: negate(amount) },
  ];
}

/** What each item but the receipt's own gets back, in the order of its first posting. */
export function reopenedBy({ itemId: own, applied }: ReturnedReceipt): readonly Reopened[] {
  const sums = new Map<ItemId, Money>();
  for (const { itemId, amount } of applied) {
    if (itemId === null || itemId === own) continue;
    const before = sums.get(itemId);
    sums.set(itemId, before === undefined ? negate(amount) : add(before, negate(amount)));
  }
  const all = [...sums].map(([itemId, amount]) => ({ itemId, amount }));
  return all.filter(({ amount }) => !isZero(amount));
}

/**
 * One entry of kind `reversal` on its day: all that the receipt settled and was given up
 * with it, then the receipt itself against its money. The money was there until then, so earlier
 * days stay as they were; what it would have settled later (a claim issued since) is taken back on
 * that later day. The items' due days are not touched, so they are as late as they are.
 */
export function bookReturn(
  receipt: ReturnedReceipt,
  on: PlainDate,
  newId: NewId,
  because: readonly Because[],
): BookedReturn {
  const entryId = newId<EntryId>();
  const legs = [...receipt.applied, ...ownLegs(receipt)].map((leg) => ({
    ...leg,
    effectiveOn: later(on, leg.effectiveOn ?? on),
  }));
  const undone = undoEntry({ id: entryId, kind: "reversal", effectiveOn: on, because }, legs);
  return { booking: { ...NOTHING_BOOKED, ...undone }, entryId, reopened: reopenedBy(receipt) };
}

/** The number of the debit memo for a returned receipt's charge. */
export const chargeNumber = (receipt: string): string => `${receipt}-BC`;

export type ReturnCharge = { readonly amount: Money; readonly on: PlainDate };

/** The debit memo by which the charge is claimed, of a customer, under a number of its own. */
export type ChargeClaim = { readonly customerId: CustomerId; readonly number: string };

/**
 * What the bank took is the creditor's cost. Claimed from the customer it becomes a debit memo, due
 * on the return's day, that takes the cost back; `because` cites the clause.
 */
export function bookReturnCharge(
  { amount, on }: ReturnCharge,
  claim: ChargeClaim | null,
  newId: NewId,
  because: readonly Because[],
): { readonly booking: Booking; readonly chargeItem: ItemId | null } {
  const entry = { id: newId<EntryId>(), kind: "charge", effectiveOn: on, because } as const;
  const cost: Booking = {
    ...NOTHING_BOOKED,
    ...balancedEntry(entry, [
      { account: "bank_charge", itemId: null, amount },
      { account: "cash", itemId: null, amount: negate(amount) },
    ]),
  };
  if (claim === null) return { booking: cost, chargeItem: null };
  const item: NewItem = {
    ...{ id: newId<ItemId>(), kind: "debit_memo", amount, open: amount, ...claim },
    ...{ issuedOn: on, dueOn: on, contractId: null, reference: null },
  };
  const claimed = documentEntry(item, newId<EntryId>(), because, "bank_charge");
  const memo: Booking = { ...NOTHING_BOOKED, items: [item], ...claimed };
  return { booking: inOne([cost, memo]), chargeItem: item.id };
}

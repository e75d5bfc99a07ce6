/** Bookings: items and the balanced entries that make or change them, stored at once. */
import type { PlainDate } from "../values/calendar.ts";
import type { ContractId, CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { type Currency, isZero, type Money, negate, subtract, zero } from "../values/money.ts";
import { assert } from "../values/result.ts";

export type ItemKind = "invoice" | "debit_memo" | "credit_memo" | "receipt";
export type Account = "receivable" | "sales" | "cash" | "settled_in_erp" | "difference";
export type EntryKind = "document" | "allocation" | "snapshot";

export type NewItem = {
  readonly id: ItemId;
  readonly customerId: CustomerId;
  readonly kind: ItemKind;
  readonly number: string;
  /** Claims are positive, receipts and credit memos negative. */
  readonly amount: Money;
  readonly open: Money;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly contractId: ContractId | null;
  readonly reference: string | null;
};

export type NewReceipt = {
  readonly itemId: ItemId;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly method: string;
  readonly remark: string | null;
};

/** Why an entry was made, as data. */
export type Because = { readonly code: string; readonly [fact: string]: string | number | null };

export type NewEntry = {
  readonly id: EntryId;
  readonly kind: EntryKind;
  readonly effectiveOn: PlainDate;
  readonly because: readonly Because[];
};

export type NewPosting = {
  readonly entryId: EntryId;
  readonly line: number;
  readonly account: Account;
  readonly itemId: ItemId | null;
  readonly amount: Money;
  readonly effectiveOn: PlainDate;
};

/** What must be stored by one statement, since the store checks sums at a statement's end. */
export type Booking = {
  readonly items: readonly NewItem[];
  readonly receipts: readonly NewReceipt[];
  readonly entries: readonly NewEntry[];
  readonly postings: readonly NewPosting[];
  /** Changes of the open amounts of items that are in the book already. */
  readonly opened: readonly { readonly itemId: ItemId; readonly by: Money }[];
};

export const NOTHING_BOOKED: Booking = {
  items: [],
  receipts: [],
  entries: [],
  postings: [],
  opened: [],
};

/** Several bookings as one. */
export const together = (bookings: readonly Booking[]): Booking => ({
  items: bookings.flatMap(({ items }) => items),
  receipts: bookings.flatMap(({ receipts }) => receipts),
  entries: bookings.flatMap(({ entries }) => entries),
  postings: bookings.flatMap(({ postings }) => postings),
  opened: bookings.flatMap(({ opened }) => opened),
});

type Leg = {
  readonly account: Account;
  readonly itemId: ItemId | null;
  readonly amount: Money;
};

/** An entry with its postings; the legs sum to nothing in their one currency. */
export function balancedEntry(
  entry: NewEntry,
  legs: readonly Leg[],
): Pick<Booking, "entries" | "postings"> {
  const unit = legs[0]?.amount.currency as Currency;
  const rest = legs.reduce((sum, { amount }) => subtract(sum, amount), zero(unit));
  assert(isZero(rest), "the postings of an entry sum to nothing");
  const { id: entryId, effectiveOn } = entry;
  const postings = legs.map((leg, index) => ({ entryId, line: index + 1, ...leg, effectiveOn }));
  return { entries: [entry], postings };
}

/** What an item changes: the receivable against sales (documents) or cash (receipts). */
export function documentEntry(
  item: NewItem,
  entryId: EntryId,
  because: readonly Because[],
): Pick<Booking, "entries" | "postings"> {
  const { id: itemId, amount, issuedOn: effectiveOn } = item;
  const account = item.kind === "receipt" ? "cash" : "sales";
  return balancedEntry({ id: entryId, kind: "document", effectiveOn, because }, [
    { account: "receivable", itemId, amount },
    { account, itemId: null, amount: negate(amount) },
  ]);
}

/** A receipt (or credit memo) settles `amount` of a claim. */
export function allocationEntry(
  entry: Omit<NewEntry, "kind">,
  claim: ItemId,
  credit: ItemId,
  amount: Money,
): Pick<Booking, "entries" | "postings"> {
  return balancedEntry({ ...entry, kind: "allocation" }, [
    { account: "receivable", itemId: claim, amount: negate(amount) },
    { account: "receivable", itemId: credit, amount },
  ]);
}

/**
 * The ERP says that an item stands otherwise than in the book: `by` is added to what is open. What
 * the ERP settled, and what it has more than we knew, are two accounts, so that both can be summed.
 */
export function snapshotEntry(
  entry: Omit<NewEntry, "kind">,
  itemId: ItemId,
  by: Money,
  account: "settled_in_erp" | "difference",
): Pick<Booking, "entries" | "postings"> {
  return balancedEntry({ ...entry, kind: "snapshot" }, [
    { account: "receivable", itemId, amount: by },
    { account, itemId: null, amount: negate(by) },
  ]);
}

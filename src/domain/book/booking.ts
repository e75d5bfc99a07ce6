/** Bookings: items and the balanced entries that make or change them, stored at once. */
import type { PlainDate } from "../values/calendar.ts";
import type { ContractId, CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { add, isZero, type Money, negate, totalsByCurrency } from "../values/money.ts";
import { assert } from "../values/result.ts";

export type ItemKind = "invoice" | "debit_memo" | "credit_memo" | "receipt";
/**
 * `unidentified`: money of nobody yet. `bill`: bills of exchange in hand; `endorsed`: handed on to
 * somebody else. `bank_charge`, `cash_discount`, `small_difference`: what the creditor gives up.
 * `exchange`: both sides of money that settles a claim of another currency. `interest`: agreed in
 * a repayment plan and billed.
 */
export type Account =
  | "receivable"
  | "sales"
  | "cash"
  | "settled_in_erp"
  | "difference"
  | "unidentified"
  | "bank_charge"
  | "cash_discount"
  | "small_difference"
  | "exchange"
  | "bill"
  | "endorsed"
  | "interest";
/** `clearing`: a bill became money. `charge`: what a bank took for a payment that came back. */
export type EntryKind =
  | "document"
  | "allocation"
  | "unapply"
  | "snapshot"
  | "reversal"
  | "identification"
  | "refund"
  | "clearing"
  | "charge"
  | "discount";

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
  /** Other numbers by which a payer may name it. */
  readonly taxNumber?: string | null;
  readonly orderNumber?: string | null;
};

export type NewReceipt = {
  readonly itemId: ItemId;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly method: string;
  readonly remark: string | null;
};

/** Why an entry was made, as data. */
export type Because = {
  readonly code: string;
  readonly [fact: string]: string | number | null | readonly string[];
};

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

/** Several bookings as one, where a later one changes an item that an earlier one makes. */
export function inOne(bookings: readonly Booking[]): Booking {
  const { items, opened, ...rest } = together(bookings);
  const made = new Set(items.map(({ id }) => id));
  const own = Map.groupBy(opened, ({ itemId }) => itemId);
  const changed = items.map((item) => {
    const changes = own.get(item.id) ?? [];
    return { ...item, open: changes.reduce((open, { by }) => add(open, by), item.open) };
  });
  return { ...rest, items: changed, opened: opened.filter(({ itemId }) => !made.has(itemId)) };
}

/** One line of an entry: debit positive, credit negative; an item exactly where `receivable`. */
export type Leg = {
  readonly account: Account;
  readonly itemId: ItemId | null;
  readonly amount: Money;
  /** Where one decision counts on several days; otherwise the entry's day. */
  readonly effectiveOn?: PlainDate;
};

/** An entry with its postings; its legs sum to nothing in each of their currencies, on each day. */
export function balancedEntry(
  entry: NewEntry,
  legs: readonly Leg[],
): Pick<Booking, "entries" | "postings"> {
  const { id: entryId, effectiveOn } = entry;
  const postings = legs.map((leg, index) => ({ entryId, line: index + 1, effectiveOn, ...leg }));
  for (const day of new Set(postings.map((posting) => posting.effectiveOn))) {
    const ofDay = postings.filter((posting) => posting.effectiveOn === day);
    const sums = totalsByCurrency(ofDay.map(({ amount }) => amount));
    assert(sums.every(isZero), "the postings of an entry sum to nothing");
  }
  return { entries: [entry], postings };
}

/**
 * What an item changes: the receivable against sales (documents) or cash (receipts), or `against`
 * another account: a bill of exchange that was taken is not cash.
 */
export function documentEntry(
  item: NewItem,
  entryId: EntryId,
  because: readonly Because[],
  against: Account = item.kind === "receipt" ? "cash" : "sales",
): Pick<Booking, "entries" | "postings"> {
  const { id: itemId, amount, issuedOn: effectiveOn } = item;
  return balancedEntry({ id: entryId, kind: "document", effectiveOn, because }, [
    { account: "receivable", itemId, amount },
    { account: against, itemId: null, amount: negate(amount) },
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

type Changes = Pick<Booking, "entries" | "postings" | "opened">;

/** An entry with the changes of the open amounts that its legs on items make. */
export function changingEntry(entry: NewEntry, legs: readonly Leg[]): Changes {
  const opened = legs.flatMap(({ itemId, amount: by }) =>
    itemId === null ? [] : [{ itemId, by }],
  );
  return { ...balancedEntry(entry, legs), opened };
}

/** Money that came for nobody known: it stands in `unidentified` until a customer is found. */
export const unidentifiedEntry = (
  entry: Omit<NewEntry, "kind">,
  amount: Money,
  account: Account,
): Changes =>
  changingEntry({ ...entry, kind: "document" }, [
    { account, itemId: null, amount },
    { account: "unidentified", itemId: null, amount: negate(amount) },
  ]);

/**
 * The customer of `amount` (positive) was found: unidentified money becomes the receipt's item,
 * which is new and negative; so its own posting is no change of an item in the book.
 */
export const identifyEntry = (
  entry: Omit<NewEntry, "kind">,
  receipt: ItemId,
  amount: Money,
): Pick<Booking, "entries" | "postings"> =>
  balancedEntry({ ...entry, kind: "identification" }, [
    { account: "unidentified", itemId: null, amount },
    { account: "receivable", itemId: receipt, amount: negate(amount) },
  ]);

/** The customer was the wrong one: the receipt's item is emptied, its money is nobody's again. */
export const unidentifyEntry = (
  entry: Omit<NewEntry, "kind">,
  receipt: ItemId,
  amount: Money,
): Changes =>
  changingEntry({ ...entry, kind: "reversal" }, [
    { account: "receivable", itemId: receipt, amount },
    { account: "unidentified", itemId: null, amount: negate(amount) },
  ]);

/** `amount` of a receipt's or credit memo's rest goes back to the customer. */
export const refundEntry = (
  entry: Omit<NewEntry, "kind">,
  credit: ItemId,
  amount: Money,
): Changes =>
  changingEntry({ ...entry, kind: "refund" }, [
    { account: "receivable", itemId: credit, amount },
    { account: "cash", itemId: null, amount: negate(amount) },
  ]);

/**
 * Takes an entry back exactly: each of its legs negated; nothing is deleted from the book. A leg
 * that carries its day is taken back on that day (a mistake counts as if it had never been made),
 * any other on the entry's day (money that came back was there until then).
 */
export const undoEntry = (
  entry: Omit<NewEntry, "kind"> & { readonly kind: "unapply" | "reversal" },
  legs: readonly Leg[],
): Changes =>
  changingEntry(
    entry,
    legs.map(({ account, itemId, amount, effectiveOn }) => ({
      account,
      itemId,
      amount: negate(amount),
      effectiveOn: effectiveOn ?? entry.effectiveOn,
    })),
  );

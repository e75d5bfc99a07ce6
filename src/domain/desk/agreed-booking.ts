/** What agreements do to the book: agreed interest billed and taken back, the discount earned. */
import {
  type Because,
  type Booking,
  changingEntry,
  documentEntry,
  inOne,
  type NewItem,
  NOTHING_BOOKED,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { type Currency, money, negate } from "../values/money.ts";

export type InterestSource = {
  readonly number: string;
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly on: PlainDate;
  readonly instalments: readonly {
    readonly place: number;
    readonly dueOn: PlainDate;
    readonly interest: bigint;
  }[];
};

export type BilledInterest = {
  readonly booking: Booking;
  readonly items: readonly {
    readonly place: number;
    readonly item: ItemId;
    readonly amount: bigint;
    readonly dueOn: PlainDate;
  }[];
};

/**
 * Agreed interest becomes a claim when the plan is signed: a debit memo for each instalment that
 * bears some, due on its day. Only what is billed takes part in a payment (law: 561 is about debts
 * that exist), and a plan's whole then stands in the book.
 */
export function billInterest(source: InterestSource, newId: NewId): BilledInterest {
  const { number, customer, currency, on } = source;
  const bearing = source.instalments.filter(({ interest }) => interest > 0n);
  const made = bearing.map(({ place, dueOn, interest }) => {
    const amount = money(interest, currency);
    const item: NewItem = {
      ...{ id: newId<ItemId>(), customerId: customer, kind: "debit_memo" },
      ...{ number: `${number}-${place}`, amount, open: amount, issuedOn: on, dueOn },
      ...{ contractId: null, reference: number },
    };
    const because: readonly Because[] = [{ code: "plan_interest", agreement: number, place }];
    const entry = documentEntry(item, newId<EntryId>(), because, "interest");
    return { place, dueOn, item, booking: { ...NOTHING_BOOKED, ...entry, items: [item] } };
  });
  return {
    booking: inOne(made.map(({ booking }) => booking)),
    items: made.map(({ place, dueOn, item }) => ({
      ...{ place, item: item.id, amount: item.amount.minor, dueOn },
    })),
  };
}

/** Interest that was billed for time that will not be granted: what is open of it is taken back. */
export function takeBackInterest(
  items: readonly { readonly item: ItemId; readonly open: bigint }[],
  currency: Currency,
  on: PlainDate,
  because: readonly Because[],
  newId: NewId,
): Booking {
  const open = items.filter((item) => item.open > 0n);
  if (open.length === 0) return NOTHING_BOOKED;
  const entry = { id: newId<EntryId>(), kind: "reversal", effectiveOn: on, because } as const;
  const legs = open.flatMap(({ item, open: minor }) => {
    const amount = money(minor, currency);
    return [
      { account: "receivable", itemId: item, amount: negate(amount) },
      { account: "interest", itemId: null, amount },
    ] as const;
  });
  return { ...NOTHING_BOOKED, ...changingEntry(entry, legs) };
}

export type EarnedDiscount = { readonly booking: Booking; readonly entry: EntryId | null };

/**
 * The discount is earned: what is open of each part is given up, with its reason. `on`: the day of
 * the close that found it.
 */
export function bookDiscount(
  parts: readonly { readonly item: ItemId; readonly rest: bigint }[],
  currency: Currency,
  on: PlainDate,
  because: readonly Because[],
  newId: NewId,
): EarnedDiscount {
  const open = parts.filter(({ rest }) => rest > 0n);
  if (open.length === 0) return { booking: NOTHING_BOOKED, entry: null };
  const entry = { id: newId<EntryId>(), kind: "discount", effectiveOn: on, because } as const;
  const legs = open.flatMap(({ item, rest }) => {
    const amount = money(rest, currency);
    return [
      { account: "receivable", itemId: item, amount: negate(amount) },
      { account: "cash_discount", itemId: null, amount },
    ] as const;
  });
  return { booking: { ...NOTHING_BOOKED, ...changingEntry(entry, legs) }, entry: entry.id };
}

/** The booking of a credit memo that settles what was disputed of a claim. */
import {
  allocationEntry,
  type Because,
  type Booking,
  changingEntry,
  documentEntry,
  inOne,
  type NewItem,
  NOTHING_BOOKED,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import { later, type PlainDate } from "../values/calendar.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { type Money, negate } from "../values/money.ts";

/** The number of a credit memo that is given none: `CN-20260331-1`, counted per day. */
export const creditPrefix = (day: PlainDate): string => `CN-${day.replaceAll("-", "")}-`;

export const nextCreditNumber = (day: PlainDate, last: number): string =>
  `${creditPrefix(day)}${last + 1}`;

export type NewCredit = {
  readonly claim: {
    readonly id: ItemId;
    readonly customer: CustomerId;
    readonly number: string;
    readonly issuedOn: PlainDate;
  };
  readonly amount: Money;
  readonly number: string;
};

type Booked = { readonly item: ItemId; readonly booking: Booking };

/** Makes the credit memo today and applies all of it to the claim: two entries, one booking. */
export function bookCredit(
  { claim, amount, number }: NewCredit,
  newId: NewId,
  today: PlainDate,
  because: readonly Because[],
): Booked {
  const item: NewItem = {
    ...{ id: newId<ItemId>(), customerId: claim.customer, kind: "credit_memo", number },
    ...{ amount: negate(amount), open: negate(amount), issuedOn: today, dueOn: null },
    ...{ contractId: null, reference: claim.number },
  };
  const made = documentEntry(item, newId<EntryId>(), because);
  const applied = bookLinkedCredit(claim, { id: item.id, issuedOn: today }, amount, newId, because);
  const making: Booking = { ...NOTHING_BOOKED, items: [item], ...made };
  return { item: item.id, booking: inOne([making, applied]) };
}

/** Applies `amount` of a credit memo to a claim, from the day on which both are there. */
export function bookLinkedCredit(
  claim: Pick<NewCredit["claim"], "id" | "issuedOn">,
  credit: { readonly id: ItemId; readonly issuedOn: PlainDate },
  amount: Money,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const effectiveOn = later(claim.issuedOn, credit.issuedOn);
  const entry = { id: newId<EntryId>(), effectiveOn, because };
  const { postings } = allocationEntry(entry, claim.id, credit.id, amount);
  const legs = postings.map(({ account, itemId, amount: minor }) => ({
    account,
    itemId,
    amount: minor,
  }));
  return { ...NOTHING_BOOKED, ...changingEntry({ ...entry, kind: "allocation" }, legs) };
}

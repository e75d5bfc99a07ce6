/** Undoing an application: every posting negated; a customer named by it alone is taken away. */
import {
  type Because,
  type Booking,
  inOne,
  type Leg,
  NOTHING_BOOKED,
  undoEntry,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { EntryId, ItemId } from "../values/ids.ts";
import { add, compare, type Money, total } from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type BookedReceipt, bookUnidentifying } from "./receipt.ts";

export type UndoCase = {
  readonly receipt: BookedReceipt;
  readonly itemId: ItemId;
  /** What of the receipt settles nothing now. */
  readonly rest: Money;
  /** The postings of the application, each with its day; none where it kept all on account. */
  readonly legs: readonly Leg[];
  /** An application named the customer, this one or one that is undone already. */
  readonly identified: boolean;
  /** Other live applications of the receipt: whether each settled anything. */
  readonly others: readonly { readonly settled: boolean }[];
  readonly reason: string;
};

export type Undoing = {
  readonly booking: Booking;
  /** The entry that takes the application back; null where it had settled nothing. */
  readonly endEntryId: EntryId | null;
  /** The money is nobody's again. */
  readonly unidentified: boolean;
  /** Nothing of the receipt is settled any more: its line waits again. */
  readonly reopens: boolean;
};

/**
 * A mistake counts as if it had never been made: its postings are taken back on their own days.
 * The customer stays named where another decision rests on that, or its money is used elsewhere.
 */
export function bookUndo(
  { receipt, itemId, rest, legs, identified, others, reason }: UndoCase,
  { newId, today, by }: { readonly newId: NewId; readonly today: PlainDate; readonly by: string },
): Result<Undoing, { readonly code: "reason_missing" }> {
  if (reason.trim() === "") return refuse({ code: "reason_missing" });
  const because: readonly Because[] = [{ code: "application_undone", reason: reason.trim(), by }];
  const bookings: Booking[] = [];
  let endEntryId: EntryId | null = null;
  if (legs.length > 0) {
    endEntryId = newId<EntryId>();
    const entry = { id: endEntryId, kind: "unapply" as const, effectiveOn: today, because };
    bookings.push({ ...NOTHING_BOOKED, ...undoEntry(entry, legs) });
  }
  const own = legs.filter((leg) => leg.itemId === itemId).map(({ amount }) => amount);
  const free = add(rest, total(own, rest.currency));
  const whole = compare(free, receipt.amount) === 0;
  const unidentified = identified && others.length === 0 && whole;
  if (unidentified) bookings.push(bookUnidentifying(receipt, itemId, newId, because));
  const reopens = !others.some(({ settled }) => settled);
  return ok({ booking: inOne(bookings), endEntryId, unidentified, reopens });
}

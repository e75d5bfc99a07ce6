/** The line that is left out: its money leaves the book again, as if it had never come. */

import type { Because } from "../book/booking.ts";
import { type Booking, NOTHING_BOOKED, undoEntry } from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { EntryId } from "../values/ids.ts";
import { negate } from "../values/money.ts";
import { type BookedReceipt, moneyAccount } from "./receipt.ts";

/** The money was never ours to book: as if the line had been left out from the start. */
export function bookIgnored(
  { amount, method, receivedOn: effectiveOn }: BookedReceipt,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const entry = { id: newId<EntryId>(), kind: "reversal" as const, effectiveOn, because };
  const legs = [
    { account: moneyAccount(method), itemId: null, amount },
    { account: "unidentified" as const, itemId: null, amount: negate(amount) },
  ];
  return { ...NOTHING_BOOKED, ...undoEntry(entry, legs) };
}

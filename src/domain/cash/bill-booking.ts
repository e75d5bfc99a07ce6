/** What a bill's step books: it becomes money, or is handed on. */
import {
  type Account,
  type Because,
  type Booking,
  balancedEntry,
  type Leg,
  NOTHING_BOOKED,
} from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { EntryId } from "../values/ids.ts";
import { type Money, negate, subtract } from "../values/money.ts";
import type { BillMove, BillState } from "./bill-of-exchange.ts";

/** Which account the bill's amount goes to by a step from a state; null: nothing is booked. */
function becomes(from: BillState, to: BillMove): Account | null {
  if (to === "endorsed") return "endorsed";
  if (to === "discounted" || (to === "cleared" && from === "presented")) return "cash";
  return null;
}

/**
 * The bill leaves `bill` for cash (cleared, or discounted less the bank's interest) or for
 * `endorsed`. A bill that somebody else cashes moves nothing here; a dishonour is a returned
 * payment of its receipt.
 */
export function bookBillMove(
  bill: { readonly state: BillState; readonly amount: Money },
  { to, on, charge }: { to: BillMove; on: PlainDate; charge: Money | null },
  newId: NewId,
  because: readonly Because[],
): Booking {
  const { state, amount } = bill;
  const account = becomes(state, to);
  if (account === null) return NOTHING_BOOKED;
  const cost = account === "cash" ? charge : null;
  const legs: Leg[] = [
    { account, itemId: null, amount: cost === null ? amount : subtract(amount, cost) },
    ...(cost === null ? [] : [{ account: "bank_charge", itemId: null, amount: cost } as const]),
    { account: "bill", itemId: null, amount: negate(amount) },
  ];
  const entry = { id: newId<EntryId>(), kind: "clearing", effectiveOn: on, because } as const;
  return { ...NOTHING_BOOKED, ...balancedEntry(entry, legs) };
}

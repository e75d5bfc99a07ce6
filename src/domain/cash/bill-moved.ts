/** A bill after a step: its state and days as they are kept from then on. */
import type { PlainDate } from "../values/calendar.ts";
import type { BillMove, StandingBill } from "./bill-of-exchange.ts";

export type MovedBill = Pick<StandingBill, "state" | "presentedOn" | "endedOn" | "notifiedOn">;

/**
 * A dishonour ends the bill as money, and its deadlines run from that day; recourse is pursued on
 * the same dishonour, so its day stays.
 */
export function billMoved(bill: StandingBill, to: BillMove, on: PlainDate): MovedBill {
  const { presentedOn, endedOn, notifiedOn, state } = bill;
  const kept = { presentedOn, endedOn, notifiedOn };
  if (to === "notified") return { ...kept, state, notifiedOn: on };
  if (to === "presented") return { ...kept, state: to, presentedOn: on };
  if (to === "recourse") return { ...kept, state: to };
  return { ...kept, state: to, endedOn: on };
}

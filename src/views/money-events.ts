/** A customer's money on the timeline: what was applied, undone, returned, refunded, and bills. */
import { moneyOfStored } from "../domain/cash/stored-settlement.ts";
import { businessDay, type Instant } from "../domain/values/calendar.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { money, totalsByCurrency } from "../domain/values/money.ts";
import {
  type ApplicationEvent,
  type BillEvent,
  listApplicationEvents,
  listBillEvents,
  listRefundEvents,
  listReturnEvents,
  type RefundEvent,
  type ReturnEvent,
} from "../store/money-events.ts";
import { listTouchedItems } from "../store/standing-applications.ts";
import type { Sight } from "./look.ts";

/** At most so many of each kind. */
export async function viewMoneyEvents(sight: Sight, customer: CustomerId, limit: number) {
  const { tx, creditor } = sight;
  const applications = await listApplicationEvents(tx, creditor.id, customer, limit);
  const named = applications.flatMap(({ settlement }) =>
    settlement.allocations.map(({ itemId }) => itemId as ItemId),
  );
  const items = await listTouchedItems(tx, creditor.id, [...new Set(named)]);
  const numbers = new Map<string, string>(items.map(({ id, number }) => [id, number]));
  const returns = await listReturnEvents(tx, creditor.id, customer, limit);
  const refunds = await listRefundEvents(tx, creditor.id, customer, limit);
  const bills = await listBillEvents(tx, creditor.id, customer, limit);
  return [
    ...applications.flatMap((event) => applicationEvents(event, numbers)),
    ...returns.map(returnEvent),
    ...refunds.flatMap((event) => refundEvents(event, creditor.timeZone)),
    ...bills.flatMap(billEvents),
  ];
}

/** Naming a customer settles nothing: that is told by the receipt itself. */
function applicationEvents(event: ApplicationEvent, numbers: ReadonlyMap<string, string>) {
  const { id, day, at, receipt, madeBy, by, settlement, state, endedOn, endedBy, reason } = event;
  const { allocations } = settlement;
  if (allocations.length === 0) return [];
  const what = {
    amounts: totalsByCurrency(allocations.map(moneyOfStored)),
    items: allocations.flatMap(({ itemId }) => numbers.get(itemId) ?? []),
    receipt,
  };
  const applied = { kind: "cash_applied" as const, id, day, at, ...what, madeBy, by };
  const ended = { kind: "application_undone" as const, id, at: null, ...what, reason, by: endedBy };
  return [applied, ...(state === "undone" && endedOn !== null ? [{ ...ended, day: endedOn }] : [])];
}

const returnEvent = ({ amount, currency, ...event }: ReturnEvent) => ({
  kind: "payment_returned" as const,
  ...event,
  amount: money(amount, currency),
});

function refundEvents(event: RefundEvent, timeZone: string) {
  const { id, receipt, reason, state, decidedAt, decidedBy, paidOn } = event;
  const amount = money(event.amount, event.currency);
  const told = { kind: "refund" as const, id, receipt, amount, reason };
  const on = (at: Instant) => ({ day: businessDay(at, timeZone), at });
  const decided = state === "refused" ? state : ("approved" as const);
  return [
    { ...told, ...on(event.requestedAt), state: "requested" as const, by: event.requestedBy },
    ...(decidedAt === null ? [] : [{ ...told, ...on(decidedAt), state: decided, by: decidedBy }]),
    ...(paidOn === null
      ? []
      : [{ ...told, day: paidOn, at: null, state: "paid" as const, by: null }]),
  ];
}

function billEvents({ id, number, currency, state, maturesOn, endedOn, ...event }: BillEvent) {
  const amount = money(event.amount, currency);
  const told = { kind: "bill" as const, id, at: null, number, amount, maturesOn };
  return [
    { ...told, day: event.receivedOn, state: "held" as const },
    ...(endedOn === null ? [] : [{ ...told, day: endedOn, state }]),
  ];
}

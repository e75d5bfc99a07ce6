/** The refund: unapplied money goes back to the customer, by request and another's approval. */
import { type Because, type Booking, NOTHING_BOOKED, refundEntry } from "../book/booking.ts";
import type { NewId } from "../book/import-booking.ts";
import type { PlainDate } from "../values/calendar.ts";
import type { EntryId, ItemId } from "../values/ids.ts";
import {
  type Currency,
  compare,
  isPositive,
  isZero,
  lesser,
  type Money,
  negate,
  subtract,
  total,
} from "../values/money.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { StandingReceipt } from "./receipt.ts";

export type RefundState = "requested" | "approved" | "refused" | "paid";

export type RefundOffer = { readonly amount: Money; readonly reason: string };

export type StandingRefund = {
  readonly state: RefundState;
  readonly amount: Money;
  readonly requestedBy: string;
};

export type RefundRefusal =
  | { readonly code: "refund_not_positive" }
  | { readonly code: "refund_in_other_currency"; readonly currency: Currency }
  | { readonly code: "refund_exceeds_rest"; readonly free: Money }
  | { readonly code: "receipt_not_identified" }
  | { readonly code: "receipt_is_returned" }
  | { readonly code: "reason_missing" }
  | { readonly code: "refund_is_own" }
  | { readonly code: "refund_not_in_state"; readonly state: RefundState }
  | { readonly code: "refund_before_receipt"; readonly receivedOn: PlainDate }
  | { readonly code: "paid_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "refund_line_differs"; readonly line: Money; readonly amount: Money };

/** What may still be asked back: the rest, less what other refunds that are not paid asked for. */
function freeOf(rest: Money, refunds: readonly StandingRefund[]): Money {
  const waiting = refunds.filter(({ state }) => state === "requested" || state === "approved");
  return waiting.reduce((free, { amount }) => subtract(free, amount), rest);
}

/** What was paid back already, in the receipt's currency. */
export const refundedSum = (refunds: readonly StandingRefund[], unit: Currency): Money =>
  total(
    refunds.filter(({ state }) => state === "paid").map(({ amount }) => amount),
    unit,
  );

/** A request of up to the unapplied rest of an identified receipt, with its reason. */
export function judgeRefundRequest(
  { amount, reason }: RefundOffer,
  receipt: StandingReceipt,
  refunds: readonly StandingRefund[],
): Result<RefundOffer, RefundRefusal> {
  if (receipt.state === "returned") return refuse({ code: "receipt_is_returned" });
  if (receipt.customerId === null) return refuse({ code: "receipt_not_identified" });
  if (!isPositive(amount)) return refuse({ code: "refund_not_positive" });
  const { currency } = receipt.rest;
  if (amount.currency !== currency) return refuse({ code: "refund_in_other_currency", currency });
  const free = freeOf(receipt.rest, refunds);
  if (compare(amount, free) > 0) return refuse({ code: "refund_exceeds_rest", free });
  const written = reason.trim();
  return written === "" ? refuse({ code: "reason_missing" }) : ok({ amount, reason: written });
}

/** Another person than the one who asked decides; a refusal needs a reason. */
export function judgeRefundDecision(
  { state, requestedBy }: StandingRefund,
  { approve, reason, by }: { approve: boolean; reason: string | null; by: string },
): Result<{ readonly state: RefundState; readonly reason: string | null }, RefundRefusal> {
  const open = state === "requested" || (state === "approved" && !approve);
  if (!open) return refuse({ code: "refund_not_in_state", state });
  if (requestedBy === by) return refuse({ code: "refund_is_own" });
  const written = reason?.trim() || null;
  if (!approve && written === null) return refuse({ code: "reason_missing" });
  return ok({ state: approve ? "approved" : "refused", reason: written });
}

export type RefundPayment = {
  readonly on: PlainDate;
  /** The bank line of the money that went out, negative; null: not taken in yet. */
  readonly line: Money | null;
};

/**
 * An approved refund was paid: the rest must still be there (it may have been applied meanwhile),
 * and a bank line named for it has its exact amount.
 */
export function judgeRefundPayment(
  { state, amount }: StandingRefund,
  { on, line }: RefundPayment,
  rest: Money,
  today: PlainDate,
): Result<Money, RefundRefusal> {
  if (state !== "approved") return refuse({ code: "refund_not_in_state", state });
  if (on > today) return refuse({ code: "paid_in_future", day: on, today });
  if (line !== null) {
    const differs = line.currency !== amount.currency || compare(negate(line), amount) !== 0;
    if (differs) return refuse({ code: "refund_line_differs", line, amount });
  }
  return compare(amount, rest) > 0
    ? refuse({ code: "refund_exceeds_rest", free: rest })
    : ok(amount);
}

/** Nothing goes back before it came: earlier days would show a debt that never was. */
export const judgeRefundDay = (
  on: PlainDate,
  receivedOn: PlainDate,
): Result<PlainDate, RefundRefusal> =>
  on < receivedOn ? refuse({ code: "refund_before_receipt", receivedOn }) : ok(on);

/** Open credit that a refund may use up; `open` is positive. */
export type RefundableCredit = { readonly id: ItemId; readonly open: Money };

/**
 * Which credits a payment to the customer used up, in the order given: for a bank line of money
 * that went out before anybody asked. Refuses more than there is.
 */
export function refundedCredits(
  amount: Money,
  credits: readonly RefundableCredit[],
): Result<readonly { readonly itemId: ItemId; readonly amount: Money }[], RefundRefusal> {
  if (!isPositive(amount)) return refuse({ code: "refund_not_positive" });
  const parts: { itemId: ItemId; amount: Money }[] = [];
  let left = amount;
  for (const { id, open } of credits) {
    if (open.currency !== amount.currency) continue;
    const part = lesser(open, left);
    if (isPositive(part)) parts.push({ itemId: id, amount: part });
    left = subtract(left, part);
  }
  if (isZero(left)) return ok(parts);
  return refuse({ code: "refund_exceeds_rest", free: subtract(amount, left) });
}

/** Cash goes out, and the credit is used up. */
export function bookRefund(
  credit: ItemId,
  amount: Money,
  on: PlainDate,
  newId: NewId,
  because: readonly Because[],
): Booking {
  const entry = { id: newId<EntryId>(), effectiveOn: on, because };
  return { ...NOTHING_BOOKED, ...refundEntry(entry, credit, amount) };
}

/** Refunds of unapplied money: asked for, decided, paid. */
import type { RefundState, StandingRefund } from "../domain/cash/refund.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  BankLineId,
  CreditorId,
  CustomerId,
  EntryId,
  ReceiptId,
  RefundId,
} from "../domain/values/ids.ts";
import { type Currency, type Minor, type Money, money } from "../domain/values/money.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type NewRefund = {
  readonly id: RefundId;
  readonly receipt: ReceiptId;
  readonly customer: CustomerId;
  readonly amount: Money;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
};

export async function insertRefund(
  executor: Executor,
  creditor: CreditorId,
  refund: NewRefund,
): Promise<void> {
  await run(
    executor,
    sql`insert into refund (creditor_id, id, receipt_id, customer_id, amount, currency, reason,
          requested_by, requested_at, state)
        values (${creditor}, ${refund.id}, ${refund.receipt}, ${refund.customer},
          ${refund.amount.minor}, ${refund.amount.currency}, ${refund.reason},
          ${refund.requestedBy}, ${refund.requestedAt}, 'requested')`,
  );
}

export type RefundLine = {
  readonly id: RefundId;
  readonly receipt: ReceiptId;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly state: RefundState;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
  readonly paidOn: PlainDate | null;
  readonly bankLine: BankLineId | null;
};

/** A refund as its rules see it. */
export const standingRefund = ({
  state,
  amount,
  currency,
  requestedBy,
}: RefundLine): StandingRefund => ({ state, amount: money(amount, currency), requestedBy });

const LINE = sql`f.id, f.receipt_id as receipt, f.customer_id as customer,
  c.number as "customerNumber", c.name as "customerName", c.grade, f.amount, f.currency, f.reason,
  f.requested_by as "requestedBy", f.requested_at as "requestedAt", f.state,
  f.decided_by as "decidedBy", f.decided_at as "decidedAt",
  f.decision_reason as "decisionReason", f.paid_on as "paidOn", f.bank_line_id as "bankLine"`;
const REFUND = sql`refund f
  join customer c on c.creditor_id = f.creditor_id and c.id = f.customer_id`;

export const findRefund = (
  executor: Executor,
  creditor: CreditorId,
  id: RefundId,
): Promise<RefundLine | null> =>
  maybe(
    executor,
    sql<RefundLine>`select ${LINE} from ${REFUND}
        where f.creditor_id = ${creditor} and f.id = ${id}`,
  );

/** Every refund of these receipts, the first one first. */
export const listRefundsOf = (
  executor: Executor,
  creditor: CreditorId,
  receipts: readonly ReceiptId[],
): Promise<readonly RefundLine[]> =>
  rows(
    executor,
    sql<RefundLine>`select ${LINE} from ${REFUND}
        where f.creditor_id = ${creditor} and f.receipt_id = any(${receipts}::uuid[])
        order by f.requested_at, f.id`,
  );

export type RefundsAsked = {
  readonly state: RefundState | null;
  readonly customer: CustomerId | null;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

/** At most `size` refunds, the latest first, and one more, which tells that the list goes on. */
export const listRefundLines = (
  executor: Executor,
  creditor: CreditorId,
  { state, customer, after, size }: RefundsAsked,
): Promise<readonly RefundLine[]> =>
  rows(
    executor,
    sql<RefundLine>`select ${LINE} from ${REFUND}
        where f.creditor_id = ${creditor}
          and (${state}::text is null or f.state = ${state})
          and (${customer}::uuid is null or f.customer_id = ${customer})
          and (${after?.key ?? null}::timestamptz is null
            or (f.requested_at, f.id)
              < (${after?.key ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by f.requested_at desc, f.id desc limit ${size + 1}`,
  );

export const listRefundCounts = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly { readonly state: RefundState; readonly count: number }[]> =>
  rows(
    executor,
    sql<{ state: RefundState; count: number }>`select state, count(*)::integer as count
        from refund where creditor_id = ${creditor} group by state`,
  );

/** Writes down the decision on a refund that waits for one; gives 0 when it no longer does. */
export const updateRefundDecided = (
  executor: Executor,
  creditor: CreditorId,
  id: RefundId,
  decided: {
    readonly state: RefundState;
    readonly by: string;
    readonly at: Instant;
    readonly reason: string | null;
  },
): Promise<number> =>
  run(
    executor,
    sql`update refund set state = ${decided.state}, decided_by = ${decided.by},
          decided_at = ${decided.at}, decision_reason = ${decided.reason}
        where creditor_id = ${creditor} and id = ${id} and state in ('requested', 'approved')`,
  );

/**
 * Refunds of a receipt that nobody paid yet fall with its money: it is not the customer's any more,
 * or came back. Refused by itself, so that no approval outlives what it was given for.
 */
export const updateRefundsFallen = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
  reason: string | null,
  at: Instant,
): Promise<number> =>
  run(
    executor,
    sql`update refund set state = 'refused', decided_by = 'itself', decided_at = ${at},
          decision_reason = ${reason}
        where creditor_id = ${creditor} and receipt_id = ${receipt}
          and state in ('requested', 'approved')`,
  );

/** Writes down that an approved refund was paid; gives 0 when it does not wait for that. */
export const updateRefundPaid = (
  executor: Executor,
  creditor: CreditorId,
  id: RefundId,
  paid: {
    readonly on: PlainDate;
    readonly entry: EntryId;
    readonly bankLine: BankLineId | null;
  },
): Promise<number> =>
  run(
    executor,
    sql`update refund set state = 'paid', paid_on = ${paid.on}, entry_id = ${paid.entry},
          bank_line_id = ${paid.bankLine}
        where creditor_id = ${creditor} and id = ${id} and state = 'approved'`,
  );

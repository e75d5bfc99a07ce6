/** What happened to a customer's money: applied, undone, returned, refunded, bills. */
import type { BillState } from "../domain/cash/bill-of-exchange.ts";
import type { RefundState } from "../domain/cash/refund.ts";
import type { ReturnKind } from "../domain/cash/returned-payment.ts";
import type { StoredSettlement } from "../domain/cash/stored-settlement.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import type { MadeBy } from "./applications.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type ApplicationEvent = {
  readonly id: string;
  readonly receipt: string;
  readonly madeBy: MadeBy;
  readonly by: string;
  readonly settlement: StoredSettlement;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly state: "live" | "undone" | "returned";
  readonly endedOn: PlainDate | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
};

export const listApplicationEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ApplicationEvent[]> =>
  rows(
    executor,
    sql<ApplicationEvent>`select a.id, r.number as receipt, a.made_by as "madeBy", a.actor as by,
          a.settlement, a.applied_on as day, a.applied_at as at, a.state,
          a.ended_on as "endedOn", a.ended_by as "endedBy", a.end_reason as reason
        from application a
        join receipt r on r.creditor_id = a.creditor_id and r.id = a.receipt_id
        where a.creditor_id = ${creditor} and a.customer_id = ${customer} and a.made_by <> 'import'
        order by a.applied_at desc, a.id desc limit ${limit}`,
  );

export type ReturnEvent = {
  readonly id: string;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly receipt: string;
  readonly returnKind: ReturnKind;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly reason: string | null;
  readonly by: string;
};

export const listReturnEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ReturnEvent[]> =>
  rows(
    executor,
    sql<ReturnEvent>`select p.id, p.returned_on as day, p.recorded_at as at, r.number as receipt,
          p.kind as "returnKind", p.amount, p.currency,
          coalesce(p.reason_text, p.reason_code) as reason, p.recorded_by as by
        from returned_payment p
        join receipt r on r.creditor_id = p.creditor_id and r.id = p.receipt_id
        where p.creditor_id = ${creditor} and p.customer_id = ${customer}
        order by p.recorded_at desc, p.id desc limit ${limit}`,
  );

export type RefundEvent = {
  readonly id: string;
  readonly receipt: string;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly state: RefundState;
  readonly reason: string;
  readonly requestedAt: Instant;
  readonly requestedBy: string;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly paidOn: PlainDate | null;
};

export const listRefundEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly RefundEvent[]> =>
  rows(
    executor,
    sql<RefundEvent>`select f.id, r.number as receipt, f.amount, f.currency, f.state, f.reason,
          f.requested_at as "requestedAt", f.requested_by as "requestedBy",
          f.decided_at as "decidedAt", f.decided_by as "decidedBy", f.paid_on as "paidOn"
        from refund f
        join receipt r on r.creditor_id = f.creditor_id and r.id = f.receipt_id
        where f.creditor_id = ${creditor} and f.customer_id = ${customer}
        order by f.requested_at desc, f.id desc limit ${limit}`,
  );

export type BillEvent = {
  readonly id: string;
  readonly number: string;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly state: BillState;
  readonly receivedOn: PlainDate;
  readonly maturesOn: PlainDate;
  readonly endedOn: PlainDate | null;
};

export const listBillEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly BillEvent[]> =>
  rows(
    executor,
    sql<BillEvent>`select b.id, b.number, b.amount, b.currency, b.state,
          b.received_on as "receivedOn", b.matures_on as "maturesOn", b.ended_on as "endedOn"
        from bill b
        join receipt r on r.creditor_id = b.creditor_id and r.id = b.receipt_id
        where b.creditor_id = ${creditor} and r.customer_id = ${customer}
        order by b.received_on desc, b.id desc limit ${limit}`,
  );

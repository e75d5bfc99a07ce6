/** Payments that came back: stored once per receipt, and read by customer and by who saw them. */
import type { ReturnKind } from "../domain/cash/returned-payment.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  BankLineId,
  CreditorId,
  CustomerId,
  EntryId,
  ItemId,
  MessageId,
  ReceiptId,
  ReturnedPaymentId,
} from "../domain/values/ids.ts";
import type { Currency, Minor, Money } from "../domain/values/money.ts";
import { type Executor, jsonText, maybe, rows, run, sql } from "./sql.ts";

/** An item that opened again; minor units as text, since it is kept as JSON. */
export type StoredReopened = {
  readonly item: ItemId;
  readonly kind: string;
  readonly number: string;
  readonly minor: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate | null;
};

export type NewReturnedPayment = {
  readonly id: ReturnedPaymentId;
  readonly receipt: ReceiptId;
  readonly customer: CustomerId | null;
  readonly kind: ReturnKind;
  readonly amount: Money;
  readonly receivedOn: PlainDate;
  readonly returnedOn: PlainDate;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly charge: Money | null;
  readonly chargeItem: ItemId | null;
  readonly chargeClause: string | null;
  readonly bankLine: BankLineId | null;
  readonly entry: EntryId;
  readonly reopened: readonly StoredReopened[];
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly message: MessageId | null;
};

export async function insertReturnedPayment(
  executor: Executor,
  creditor: CreditorId,
  returned: NewReturnedPayment,
): Promise<void> {
  await run(
    executor,
    sql`insert into returned_payment (creditor_id, id, receipt_id, customer_id, kind, amount,
          currency, received_on, returned_on, reason_code, reason_text, charge, charge_item_id,
          charge_clause, bank_line_id, entry_id, reopened, recorded_by, recorded_at, message_id)
        values (${creditor}, ${returned.id}, ${returned.receipt}, ${returned.customer},
          ${returned.kind}, ${returned.amount.minor}, ${returned.amount.currency},
          ${returned.receivedOn}, ${returned.returnedOn}, ${returned.reasonCode},
          ${returned.reasonText}, ${returned.charge?.minor ?? 0n}, ${returned.chargeItem},
          ${returned.chargeClause}, ${returned.bankLine}, ${returned.entry},
          ${jsonText(returned.reopened)}::jsonb, ${returned.recordedBy}, ${returned.recordedAt},
          ${returned.message})`,
  );
}

/** The receipt came back: its customer and item stay, for the history. */
export async function updateReceiptReturned(
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<void> {
  await run(
    executor,
    sql`update receipt set state = 'returned', version = version + 1
        where creditor_id = ${creditor} and id = ${receipt}`,
  );
}

export type ReturnedLine = {
  readonly id: ReturnedPaymentId;
  readonly receipt: ReceiptId;
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly grade: Grade | null;
  readonly kind: ReturnKind;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly receivedOn: PlainDate;
  readonly returnedOn: PlainDate;
  readonly reasonCode: string | null;
  readonly reasonText: string | null;
  readonly charge: Minor;
  readonly chargeItem: ItemId | null;
  readonly chargeNumber: string | null;
  readonly chargeClause: string | null;
  readonly reopened: readonly StoredReopened[];
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly message: MessageId | null;
  readonly messageNumber: string | null;
  readonly messageState: string | null;
  readonly seenBy: string | null;
  readonly seenAt: Instant | null;
};

const LINE = sql`p.id, p.receipt_id as receipt, p.customer_id as customer,
  c.number as "customerNumber", c.name as "customerName", c.grade, p.kind, p.amount, p.currency,
  p.received_on as "receivedOn", p.returned_on as "returnedOn", p.reason_code as "reasonCode",
  p.reason_text as "reasonText", p.charge, p.charge_item_id as "chargeItem",
  i.number as "chargeNumber", p.charge_clause as "chargeClause", p.reopened,
  p.recorded_by as "recordedBy", p.recorded_at as "recordedAt", p.message_id as message,
  m.number as "messageNumber", m.state as "messageState", p.seen_by as "seenBy",
  p.seen_at as "seenAt"`;
const RETURNED = sql`returned_payment p
  left join customer c on c.creditor_id = p.creditor_id and c.id = p.customer_id
  left join item i on i.creditor_id = p.creditor_id and i.id = p.charge_item_id
  left join message m on m.creditor_id = p.creditor_id and m.id = p.message_id`;

export type ReturnedAsked = {
  readonly customer: CustomerId | null;
  readonly unseen: boolean;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

/** At most `size`, the latest recorded first, and one more, which tells that the list goes on. */
export const listReturnedLines = (
  executor: Executor,
  creditor: CreditorId,
  { customer, unseen, after, size }: ReturnedAsked,
): Promise<readonly ReturnedLine[]> =>
  rows(
    executor,
    sql<ReturnedLine>`select ${LINE} from ${RETURNED}
        where p.creditor_id = ${creditor}
          and (${customer}::uuid is null or p.customer_id = ${customer})
          and (not ${unseen}::boolean or p.seen_at is null)
          and (${after?.key ?? null}::timestamptz is null
            or (p.recorded_at, p.id)
              < (${after?.key ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by p.recorded_at desc, p.id desc limit ${size + 1}`,
  );

export const findReturnedOf = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<ReturnedLine | null> =>
  maybe(
    executor,
    sql<ReturnedLine>`select ${LINE} from ${RETURNED}
        where p.creditor_id = ${creditor} and p.receipt_id = ${receipt}`,
  );

export type ReturnedCount = { readonly all: number; readonly unseen: number };

/** How many payments came back, of one customer or of all. */
export async function countReturned(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId | null,
): Promise<ReturnedCount> {
  const row = await maybe<ReturnedCount>(
    executor,
    sql`select count(*)::integer as all,
          (count(*) filter (where seen_at is null))::integer as unseen
        from returned_payment
        where creditor_id = ${creditor}
          and (${customer}::uuid is null or customer_id = ${customer})`,
  );
  return row ?? { all: 0, unseen: 0 };
}

/** Who took notice first stays; gives 0 when there is no such payment or it was seen before. */
export const updateReturnedSeen = (
  executor: Executor,
  creditor: CreditorId,
  id: ReturnedPaymentId,
  by: string,
  at: Instant,
): Promise<number> =>
  run(
    executor,
    sql`update returned_payment set seen_by = ${by}, seen_at = ${at}
        where creditor_id = ${creditor} and id = ${id} and seen_at is null`,
  );

export const findReturned = (
  executor: Executor,
  creditor: CreditorId,
  id: ReturnedPaymentId,
): Promise<{ readonly id: ReturnedPaymentId } | null> =>
  maybe(
    executor,
    sql<{ id: ReturnedPaymentId }>`select id from returned_payment
        where creditor_id = ${creditor} and id = ${id}`,
  );

/** Bills of exchange in hand: kept with their parties, moved from state to state. */
import type {
  BillKind,
  BillMedium,
  BillState,
  StandingBill,
} from "../domain/cash/bill-of-exchange.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { BillId, CreditorId, CustomerId, ReceiptId } from "../domain/values/ids.ts";
import { type Currency, type Minor, type Money, money } from "../domain/values/money.ts";
import { type Executor, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type NewBill = {
  readonly id: BillId;
  readonly receipt: ReceiptId;
  readonly kind: BillKind;
  readonly medium: BillMedium;
  readonly number: string;
  readonly drawer: string;
  readonly acceptor: string;
  readonly payee: string | null;
  readonly endorsers: readonly string[];
  readonly amount: Money;
  readonly issuedOn: PlainDate;
  readonly maturesOn: PlainDate;
  readonly receivedOn: PlainDate;
};

export async function insertBill(
  executor: Executor,
  creditor: CreditorId,
  bill: NewBill,
): Promise<void> {
  await run(
    executor,
    sql`insert into bill (creditor_id, id, receipt_id, kind, medium, number, drawer, acceptor,
          payee, endorsers, amount, currency, issued_on, matures_on, received_on, state)
        values (${creditor}, ${bill.id}, ${bill.receipt}, ${bill.kind}, ${bill.medium},
          ${bill.number}, ${bill.drawer}, ${bill.acceptor}, ${bill.payee},
          ${jsonText(bill.endorsers)}::jsonb, ${bill.amount.minor}, ${bill.amount.currency},
          ${bill.issuedOn}, ${bill.maturesOn}, ${bill.receivedOn}, 'held')`,
  );
}

export type BillLine = Omit<NewBill, "amount"> & {
  readonly amount: Minor;
  readonly currency: Currency;
  readonly state: BillState;
  readonly presentedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly notifiedOn: PlainDate | null;
  readonly note: string | null;
  readonly version: number;
};

/** A bill as its rules see it. */
export const standingBill = ({ amount, currency, ...bill }: BillLine): StandingBill => ({
  ...bill,
  amount: money(amount, currency),
});

const LINE = sql`b.id, b.receipt_id as receipt, b.kind, b.medium, b.number, b.drawer, b.acceptor,
  b.payee, b.endorsers, b.amount, b.currency, b.issued_on as "issuedOn",
  b.matures_on as "maturesOn", b.received_on as "receivedOn", b.state,
  b.presented_on as "presentedOn", b.ended_on as "endedOn", b.notified_on as "notifiedOn", b.note,
  b.version`;

export const findBill = (
  executor: Executor,
  creditor: CreditorId,
  id: BillId,
): Promise<BillLine | null> =>
  maybe(
    executor,
    sql<BillLine>`select ${LINE} from bill b where b.creditor_id = ${creditor} and b.id = ${id}`,
  );

export const findBillOf = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
): Promise<BillLine | null> =>
  maybe(
    executor,
    sql<BillLine>`select ${LINE} from bill b
        where b.creditor_id = ${creditor} and b.receipt_id = ${receipt}`,
  );

/** Whether a bill of this number is kept already. */
export const findBillNumbered = (
  executor: Executor,
  creditor: CreditorId,
  number: string,
): Promise<{ readonly id: BillId } | null> =>
  maybe(
    executor,
    sql<{ id: BillId }>`select id from bill
        where creditor_id = ${creditor} and number = ${number}`,
  );

export type BillsAsked = {
  /** Null: whichever state. */
  readonly states: readonly BillState[] | null;
  readonly customer: CustomerId | null;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

/** At most `size` bills, the next to mature first, and one more, which tells that it goes on. */
export const listBillLines = (
  executor: Executor,
  creditor: CreditorId,
  { states, customer, after, size }: BillsAsked,
): Promise<readonly BillLine[]> =>
  rows(
    executor,
    sql<BillLine>`select ${LINE} from bill b
        join receipt r on r.creditor_id = b.creditor_id and r.id = b.receipt_id
        where b.creditor_id = ${creditor}
          and (${states}::text[] is null or b.state = any(${states}::text[]))
          and (${customer}::uuid is null or r.customer_id = ${customer})
          and (${after?.key ?? null}::date is null
            or (b.matures_on, b.id) > (${after?.key ?? null}::date, ${after?.id ?? null}::uuid))
        order by b.matures_on, b.id limit ${size + 1}`,
  );

export const listBillCounts = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly { readonly state: BillState; readonly count: number }[]> =>
  rows(
    executor,
    sql<{ state: BillState; count: number }>`select state, count(*)::integer as count
        from bill where creditor_id = ${creditor} group by state`,
  );

export type BillSum = {
  readonly customer: CustomerId | null;
  readonly currency: Currency;
  readonly amount: Minor;
};

/** The bills in these states, summed per customer and currency; null: of every customer. */
export const listBillSums = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[] | null,
  states: readonly BillState[],
): Promise<readonly BillSum[]> =>
  rows(
    executor,
    sql<BillSum>`select r.customer_id as customer, b.currency, sum(b.amount)::bigint as amount
        from bill b join receipt r on r.creditor_id = b.creditor_id and r.id = b.receipt_id
        where b.creditor_id = ${creditor} and b.state = any(${states}::text[])
          and (${customers}::uuid[] is null or r.customer_id = any(${customers}::uuid[]))
        group by r.customer_id, b.currency order by b.currency`,
  );

export type MovedBill = Pick<BillLine, "state" | "presentedOn" | "endedOn" | "notifiedOn" | "note">;

/** Moves a bill that still has the version that was seen; gives 0 when somebody was quicker. */
export const updateBill = (
  executor: Executor,
  creditor: CreditorId,
  id: BillId,
  version: number,
  moved: MovedBill,
): Promise<number> =>
  run(
    executor,
    sql`update bill set state = ${moved.state}, presented_on = ${moved.presentedOn},
          ended_on = ${moved.endedOn}, notified_on = ${moved.notifiedOn}, note = ${moved.note},
          version = version + 1
        where creditor_id = ${creditor} and id = ${id} and version = ${version}`,
  );

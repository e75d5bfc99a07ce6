/** What banks said of payments without an entry (pain.002). */
import type { Instant } from "../domain/values/calendar.ts";
import type { BankNoticeId, CreditorId, ImportId, ReceiptId } from "../domain/values/ids.ts";
import type { Currency, Minor, Money } from "../domain/values/money.ts";
import { type Executor, jsonList, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type NoticeState = "open" | "booked" | "ignored";

export type NewBankNotice = {
  readonly id: BankNoticeId;
  readonly place: number;
  readonly accepted: boolean;
  readonly codes: readonly string[];
  readonly said: string | null;
  readonly named: readonly string[];
  readonly amount: Money | null;
  readonly receipt: ReceiptId | null;
};

/** What was accepted needs no act; what was refused stays open until it is booked or ignored. */
export async function insertBankNotices(
  executor: Executor,
  creditor: CreditorId,
  importId: ImportId,
  notices: readonly NewBankNotice[],
): Promise<void> {
  await run(
    executor,
    sql`insert into bank_notice (creditor_id, import_id, id, place, accepted, codes, said, named,
          amount, currency, receipt_id, state)
        select ${creditor}::uuid, ${importId}::uuid, id, place, accepted, codes, said, named,
          amount, currency, receipt_id, case when accepted then 'ignored' else 'open' end
        from unnest(${notices.map(({ id }) => id)}::uuid[],
          ${notices.map(({ place }) => place)}::integer[],
          ${notices.map(({ accepted }) => accepted)}::boolean[],
          ${jsonList(notices.map(({ codes }) => jsonText(codes)))},
          ${notices.map(({ said }) => said)}::text[],
          ${jsonList(notices.map(({ named }) => jsonText(named)))},
          ${notices.map(({ amount }) => amount?.minor ?? null)}::bigint[],
          ${notices.map(({ amount }) => amount?.currency ?? null)}::text[],
          ${notices.map(({ receipt }) => receipt)}::uuid[])
          as n (id, place, accepted, codes, said, named, amount, currency, receipt_id)`,
  );
}

export type ReferencedReceipt = { readonly reference: string; readonly receipt: ReceiptId };

/**
 * The receipts that these references name: the bank's own or the payer's reference of their line,
 * or their number. A reference that several receipts have names none of them.
 */
export const findReceiptByReferences = (
  executor: Executor,
  creditor: CreditorId,
  references: readonly string[],
): Promise<readonly ReferencedReceipt[]> =>
  rows(
    executor,
    sql<ReferencedReceipt>`with line as (
          select r.id, l.bank_reference, l.payer_reference
          from bank_line l
          join receipt r on r.creditor_id = l.creditor_id and r.bank_line_id = l.id
          where l.creditor_id = ${creditor} and (l.bank_reference = any(${references}::text[])
            or l.payer_reference = any(${references}::text[]))),
        named (reference, id) as (
          select number, id from receipt
          where creditor_id = ${creditor} and number = any(${references}::text[])
          union select bank_reference, id from line
          union select payer_reference, id from line)
        select reference, (array_agg(id))[1] as receipt from named
        where reference = any(${references}::text[])
        group by reference having count(*) = 1`,
  );

export type NoticeLine = Omit<NewBankNotice, "amount"> & {
  readonly file: string;
  readonly at: Instant;
  readonly amount: Minor | null;
  readonly currency: Currency | null;
  readonly state: NoticeState;
};

export const listBankNotices = (
  executor: Executor,
  creditor: CreditorId,
  state: NoticeState,
): Promise<readonly NoticeLine[]> =>
  rows(
    executor,
    sql<NoticeLine>`select n.id, n.place, n.accepted, n.codes, n.said, n.named,
          n.receipt_id as receipt, i.file_name as file, i.imported_at as at, n.amount, n.currency,
          n.state
        from bank_notice n
        join import i on i.creditor_id = n.creditor_id and i.id = n.import_id
        where n.creditor_id = ${creditor} and n.state = ${state}
        order by i.imported_at desc, n.place, n.id limit 500`,
  );

export const listNoticeCounts = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly { readonly state: NoticeState; readonly count: number }[]> =>
  rows(
    executor,
    sql<{ state: NoticeState; count: number }>`select state, count(*)::integer as count
        from bank_notice where creditor_id = ${creditor} group by state`,
  );

export const findBankNotice = (
  executor: Executor,
  creditor: CreditorId,
  id: BankNoticeId,
): Promise<{ readonly receipt: ReceiptId | null; readonly state: NoticeState } | null> =>
  maybe(
    executor,
    sql<{ receipt: ReceiptId | null; state: NoticeState }>`
        select receipt_id as receipt, state from bank_notice
        where creditor_id = ${creditor} and id = ${id}`,
  );

/** Ends an open notice, naming the receipt it turned out to be about; 0 when it was not open. */
export const updateNotice = (
  executor: Executor,
  creditor: CreditorId,
  id: BankNoticeId,
  state: "booked" | "ignored",
  receipt: ReceiptId | null,
): Promise<number> =>
  run(
    executor,
    sql`update bank_notice set state = ${state}, receipt_id = coalesce(${receipt}, receipt_id)
        where creditor_id = ${creditor} and id = ${id} and state = 'open'`,
  );

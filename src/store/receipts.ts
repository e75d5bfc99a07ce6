/** Receipts: money that came, stored in bulk, locked, and moved between known and unknown. */
import type { PaymentMethod } from "../domain/book/payment-method.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  BankLineId,
  CreditorId,
  CustomerId,
  ItemId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type ReceiptState = "unidentified" | "identified" | "returned" | "ignored";

export type NewReceiptRow = {
  readonly id: ReceiptId;
  readonly number: string;
  readonly amount: Money;
  readonly receivedOn: PlainDate;
  /** Both or none: a receipt without a customer has no item. */
  readonly customerId: CustomerId | null;
  readonly itemId: ItemId | null;
  readonly bankLineId: BankLineId | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly method: PaymentMethod;
  readonly remark: string | null;
  readonly recordedBy: string;
};

/** Stores receipts whose items are in the book already. */
export async function insertReceipts(
  executor: Executor,
  creditor: CreditorId,
  receipts: readonly NewReceiptRow[],
): Promise<void> {
  await run(
    executor,
    sql`insert into receipt (creditor_id, id, number, currency, amount, received_on, customer_id,
          item_id, state, bank_line_id, payer_name, payer_account, method, remark, recorded_by)
        select ${creditor}::uuid, id, number, currency, amount, received_on, customer_id, item_id,
          case when customer_id is null then 'unidentified' else 'identified' end, bank_line_id,
          payer_name, payer_account, method, remark, recorded_by
        from unnest(
          ${receipts.map(({ id }) => id)}::uuid[],
          ${receipts.map(({ number }) => number)}::text[],
          ${receipts.map(({ amount }) => amount.currency)}::text[],
          ${receipts.map(({ amount }) => amount.minor)}::bigint[],
          ${receipts.map(({ receivedOn }) => receivedOn)}::date[],
          ${receipts.map(({ customerId }) => customerId)}::uuid[],
          ${receipts.map(({ itemId }) => itemId)}::uuid[],
          ${receipts.map(({ bankLineId }) => bankLineId)}::uuid[],
          ${receipts.map(({ payerName }) => payerName)}::text[],
          ${receipts.map(({ payerAccount }) => payerAccount)}::text[],
          ${receipts.map(({ method }) => method)}::text[],
          ${receipts.map(({ remark }) => remark)}::text[],
          ${receipts.map(({ recordedBy }) => recordedBy)}::text[])
          as given (id, number, currency, amount, received_on, customer_id, item_id, bank_line_id,
            payer_name, payer_account, method, remark, recorded_by)`,
  );
}

export type LockedReceipt = {
  readonly id: ReceiptId;
  readonly number: string;
  readonly amount: Money;
  readonly receivedOn: PlainDate;
  readonly customerId: CustomerId | null;
  readonly itemId: ItemId | null;
  readonly state: ReceiptState;
  readonly bankLineId: BankLineId | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly method: PaymentMethod;
  readonly remark: string | null;
  readonly version: number;
};

type ReceiptRow = Omit<LockedReceipt, "amount"> & {
  readonly minor: bigint;
  readonly currency: Currency;
};

const COLUMNS = sql`id, number, currency, amount as minor, received_on as "receivedOn",
  customer_id as "customerId", item_id as "itemId", state, bank_line_id as "bankLineId",
  payer_name as "payerName", payer_account as "payerAccount", method, remark, version`;

const read = ({ minor, currency, ...row }: ReceiptRow): LockedReceipt => ({
  ...row,
  amount: money(minor, currency),
});

/** Locks a receipt; null when there is none. The customer, where there is one, is locked before. */
export async function lockReceipt(
  executor: Executor,
  creditor: CreditorId,
  id: ReceiptId,
): Promise<LockedReceipt | null> {
  const row = await maybe(
    executor,
    sql<ReceiptRow>`select ${COLUMNS} from receipt
        where creditor_id = ${creditor} and id = ${id} for update`,
  );
  return row === null ? null : read(row);
}

/**
 * Locks the receipts of these items that nothing rests on any more: their customer was found by an
 * application, all applications have ended, none of the money is used, and their line waits.
 */
export async function lockForsakenReceipts(
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly LockedReceipt[]> {
  const found = await rows(
    executor,
    sql<ReceiptRow>`select ${COLUMNS} from receipt r
        where r.creditor_id = ${creditor} and r.item_id = any(${items}::uuid[])
          and r.state = 'identified'
          and r.amount = (select -i.open_amount from item i
            where i.creditor_id = r.creditor_id and i.id = r.item_id)
          and exists (select from application a where a.creditor_id = r.creditor_id
            and a.receipt_id = r.id and a.state = 'undone' and a.identified)
          and not exists (select from application a where a.creditor_id = r.creditor_id
            and a.receipt_id = r.id and a.state = 'live')
          and not exists (select from posting p
            join application a on a.creditor_id = p.creditor_id and a.entry_id = p.entry_id
            where p.creditor_id = r.creditor_id and p.item_id = r.item_id and a.state = 'returned')
        order by r.id for update`,
  );
  return found.map(read);
}

/** Locks the receipts of these lines, in the order of their ids. */
export async function lockReceiptsOfLines(
  executor: Executor,
  creditor: CreditorId,
  lines: readonly BankLineId[],
): Promise<readonly LockedReceipt[]> {
  const found = await rows(
    executor,
    sql<ReceiptRow>`select ${COLUMNS} from receipt
        where creditor_id = ${creditor} and bank_line_id = any(${lines}::uuid[])
        order by id for update`,
  );
  return found.map(read);
}

/** The customers were found; the items are in the book already. */
export async function updateReceiptsIdentified(
  executor: Executor,
  creditor: CreditorId,
  identified: readonly {
    readonly id: ReceiptId;
    readonly customerId: CustomerId;
    readonly itemId: ItemId;
  }[],
): Promise<void> {
  await run(
    executor,
    sql`update receipt r set state = 'identified', customer_id = given.customer_id,
          item_id = given.item_id, version = version + 1
        from unnest(
          ${identified.map(({ id }) => id)}::uuid[],
          ${identified.map(({ customerId }) => customerId)}::uuid[],
          ${identified.map(({ itemId }) => itemId)}::uuid[]) as given (id, customer_id, item_id)
        where r.creditor_id = ${creditor} and r.id = given.id`,
  );
}

/** The money is nobody's again, or its line was left out. */
export async function updateReceiptStates(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly ReceiptId[],
  state: "unidentified" | "ignored",
): Promise<void> {
  await run(
    executor,
    sql`update receipt set state = ${state}, customer_id = null, item_id = null,
          version = version + 1
        where creditor_id = ${creditor} and id = any(${ids}::uuid[])`,
  );
}

/**
 * The last count in the numbers of each of these days' receipts that begin so. Not how many there
 * are: a line that is left out has used up a number too.
 */
export async function listLastReceiptCounts(
  executor: Executor,
  creditor: CreditorId,
  prefix: string,
  days: readonly PlainDate[],
): Promise<ReadonlyMap<PlainDate, number>> {
  const found = await rows(
    executor,
    sql<{ day: PlainDate; count: number }>`
        select received_on as day,
          coalesce(max(substring(number from '-([0-9]{1,9})$')::integer), 0) as count
        from receipt
        where creditor_id = ${creditor} and received_on = any(${days}::date[])
          and starts_with(number, ${prefix})
        group by received_on`,
  );
  return new Map(found.map(({ day, count }) => [day, count]));
}

/** Which of these numbers a receipt has already, and whether it is nobody's. */
export async function listReceiptNumbers(
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, { readonly ownerless: boolean }>> {
  const found = await rows<{ number: string; ownerless: boolean }>(
    executor,
    sql`select r.number, r.item_id is null as ownerless
        from unnest(${numbers}::text[]) as given (number)
        join receipt r on r.creditor_id = ${creditor} and r.number = given.number`,
  );
  return new Map(found.map(({ number, ownerless }) => [number, { ownerless }]));
}

/**
 * Which numbers of receipts' items are taken, among these and these with a count behind them: an
 * item whose customer was taken away again keeps its number.
 */
export async function listTakenItemNumbers(
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await rows<{ number: string }>(
    executor,
    sql`select i.number from unnest(${numbers}::text[]) as given (number)
        cross join generate_series(1, 40) as n
        join item i on i.creditor_id = ${creditor} and i.kind = 'receipt'
          and i.number = case n when 1 then given.number else given.number || '/' || n end`,
  );
  return new Set(found.map(({ number }) => number));
}

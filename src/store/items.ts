/** Items of the book in bulk: looked up by number, stored with their entries by one statement. */
import type { Booking, ItemKind } from "../domain/book/booking.ts";
import type { BookItem } from "../domain/book/import-invoices.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ImportId, ItemId } from "../domain/values/ids.ts";
import { type Currency, money } from "../domain/values/money.ts";
import { type Executor, jsonText, rows, run, sql } from "./sql.ts";

type ItemRow = {
  readonly id: ItemId;
  readonly customer: CustomerId;
  readonly customer_number: string;
  readonly kind: ItemKind;
  readonly number: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly open: bigint;
  readonly then: bigint;
  readonly issued: PlainDate;
  readonly due: PlainDate | null;
  readonly agreed: boolean;
};

const bookItem = (row: ItemRow): BookItem => ({
  id: row.id,
  customerId: row.customer,
  customerNumber: row.customer_number,
  kind: row.kind,
  number: row.number,
  amount: money(row.amount, row.currency),
  open: money(row.open, row.currency),
  openThen: money(row.then, row.currency),
  issuedOn: row.issued,
  dueOn: row.due,
  dueAgreed: row.agreed,
});

const COLUMNS = sql`i.id, i.customer_id as customer, c.number as customer_number, i.kind, i.number,
  i.currency, i.amount, i.open_amount as open, i.issued_on as issued, i.due_on as due,
  exists (select from due_change d
    where d.creditor_id = i.creditor_id and d.item_id = i.id) as agreed`;
const ITEM_OF_CUSTOMER = sql`item i
  join customer c on c.creditor_id = i.creditor_id and c.id = i.customer_id`;

/** The items with these numbers, receipts or everything else. */
export async function listItemsByNumber(
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
  which: "documents" | "receipts",
): Promise<readonly BookItem[]> {
  const found = await rows<ItemRow>(
    executor,
    sql`select ${COLUMNS}, i.open_amount as then from ${ITEM_OF_CUSTOMER}
        where i.creditor_id = ${creditor} and i.number = any(${numbers}::text[])
          and (i.kind = 'receipt') = ${which === "receipts"}`,
  );
  return found.map(bookItem);
}

/** Locks the claims and credit memos with these numbers, in the order of their ids. */
export async function lockItemsByNumber(
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<readonly BookItem[]> {
  const found = await rows<ItemRow>(
    executor,
    sql`select ${COLUMNS}, i.open_amount as then from ${ITEM_OF_CUSTOMER}
        where i.creditor_id = ${creditor} and i.number = any(${numbers}::text[])
          and i.kind <> 'receipt'
        order by i.id for update of i`,
  );
  return found.map(bookItem);
}

/**
 * Locks every item that is open, was open on `day`, or is among `numbers`, with what was open then
 * (or on its own day, if that is later). Interest that a plan billed is ours: no list of the ERP
 * has it, so that none closes it.
 */
export async function lockItemsOn(
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
  day: PlainDate,
): Promise<readonly BookItem[]> {
  const found = await rows<ItemRow>(
    executor,
    sql`select ${COLUMNS}, s.posted as then from ${ITEM_OF_CUSTOMER}
        cross join lateral (
          select coalesce(sum(p.amount), 0)::bigint as posted from posting p
          where p.creditor_id = i.creditor_id and p.item_id = i.id
            and p.effective_on <= greatest(${day}::date, i.issued_on)
        ) s
        where i.creditor_id = ${creditor} and (i.open_amount <> 0 or s.posted <> 0
          or (i.kind <> 'receipt' and i.number = any(${numbers}::text[])))
          and not exists (select from agreement_item ai where ai.creditor_id = i.creditor_id
            and ai.item_id = i.id and ai.billed)
        order by i.id
        for update of i`,
  );
  return found.map(bookItem);
}

/** The largest number of items in one statement: its triggers' work stays in memory. */
const CHUNK = 10_000;

export type Booked = {
  readonly creditorId: CreditorId;
  /** Null for what a person booked without a file. */
  readonly importId: ImportId | null;
  readonly bookedOn: PlainDate;
};

/**
 * Stores bookings in as few statements as keep each booking whole. The server keeps the plans of
 * its foreign-key checks for a session: those made while a table had ten rows read it whole, and a
 * hundred thousand rows later that took minutes instead of seconds. So they are dropped first.
 */
export async function insertBookings(
  executor: Executor,
  booked: Booked,
  bookings: readonly Booking[],
  together: (bookings: readonly Booking[]) => Booking,
  onStored: (done: number, total: number) => void = () => {},
): Promise<void> {
  if (bookings.length > 1000) await run(executor, sql`discard plans`);
  for (let at = 0; at < bookings.length; at += CHUNK) {
    await insertBooking(executor, booked, together(bookings.slice(at, at + CHUNK)));
    onStored(Math.min(at + CHUNK, bookings.length), bookings.length);
  }
}

/** One statement, since the checks of sums run at its end. */
export async function insertBooking(
  executor: Executor,
  booked: Booked,
  booking: Booking,
): Promise<void> {
  await run(
    executor,
    sql`with ${newItems(booked, booking)},
        ${newReceipts(booked, booking)},
        ${changedItems(booked, booking)},
        ${newEntries(booked, booking)}
        ${newPostings(booked, booking)}`,
  );
}

function newItems({ creditorId, importId }: Booked, { items }: Booking) {
  return sql`new_item as (
    insert into item (creditor_id, import_id, id, customer_id, kind, number, currency, amount,
      open_amount, issued_on, due_on, contract_id, reference, tax_number, order_number)
    select ${creditorId}::uuid, ${importId}::uuid, id, customer_id, kind, number, currency, amount,
      open_amount, issued_on, due_on, contract_id, reference, tax_number, order_number
    from unnest(
      ${items.map(({ id }) => id)}::uuid[],
      ${items.map(({ customerId }) => customerId)}::uuid[],
      ${items.map(({ kind }) => kind)}::text[],
      ${items.map(({ number }) => number)}::text[],
      ${items.map(({ amount }) => amount.currency)}::text[],
      ${items.map(({ amount }) => amount.minor)}::bigint[],
      ${items.map(({ open }) => open.minor)}::bigint[],
      ${items.map(({ issuedOn }) => issuedOn)}::date[],
      ${items.map(({ dueOn }) => dueOn)}::date[],
      ${items.map(({ contractId }) => contractId)}::uuid[],
      ${items.map(({ reference }) => reference)}::text[],
      ${items.map(({ taxNumber }) => taxNumber ?? null)}::text[],
      ${items.map(({ orderNumber }) => orderNumber ?? null)}::text[])
      as given (id, customer_id, kind, number, currency, amount, open_amount, issued_on, due_on,
        contract_id, reference, tax_number, order_number))`;
}

/** A receipt of an import is identified from the start: it and its item share their id. */
function newReceipts({ creditorId }: Booked, { items, receipts }: Booking) {
  return sql`new_receipt as (
    insert into receipt (creditor_id, id, item_id, number, currency, amount, received_on,
      customer_id, payer_name, payer_account, method, remark)
    select ${creditorId}::uuid, item_id, item_id, item.number, item.currency, -item.amount,
      item.issued_on, item.customer_id, payer_name, payer_account, method, remark
    from unnest(
      ${receipts.map(({ itemId }) => itemId)}::uuid[],
      ${receipts.map(({ payerName }) => payerName)}::text[],
      ${receipts.map(({ payerAccount }) => payerAccount)}::text[],
      ${receipts.map(({ method }) => method)}::text[],
      ${receipts.map(({ remark }) => remark)}::text[])
      as given (item_id, payer_name, payer_account, method, remark)
    join unnest(
      ${items.map(({ id }) => id)}::uuid[],
      ${items.map(({ customerId }) => customerId)}::uuid[],
      ${items.map(({ number }) => number)}::text[],
      ${items.map(({ amount }) => amount.currency)}::text[],
      ${items.map(({ amount }) => amount.minor)}::bigint[],
      ${items.map(({ issuedOn }) => issuedOn)}::date[])
      as item (id, customer_id, number, currency, amount, issued_on) on item.id = given.item_id)`;
}

function changedItems({ creditorId }: Booked, { opened }: Booking) {
  return sql`changed_item as (
    update item set open_amount = open_amount + given.by
    from (
      select id, sum(change)::bigint as by from unnest(
        ${opened.map(({ itemId }) => itemId)}::uuid[],
        ${opened.map(({ by }) => by.minor)}::bigint[]) as change (id, change)
      group by id
    ) as given
    where item.creditor_id = ${creditorId} and item.id = given.id)`;
}

function newEntries({ creditorId, importId, bookedOn }: Booked, { entries }: Booking) {
  return sql`new_entry as (
    insert into entry (creditor_id, import_id, booked_on, id, kind, effective_on, because)
    select ${creditorId}::uuid, ${importId}::uuid, ${bookedOn}::date, id, kind, effective_on,
      because
    from unnest(
      ${entries.map(({ id }) => id)}::uuid[],
      ${entries.map(({ kind }) => kind)}::text[],
      ${entries.map(({ effectiveOn }) => effectiveOn)}::date[],
      ${entries.map(({ because }) => jsonText(because))}::jsonb[])
      as given (id, kind, effective_on, because))`;
}

function newPostings({ creditorId, bookedOn }: Booked, { postings }: Booking) {
  return sql`insert into posting (creditor_id, booked_on, entry_id, line, account, item_id, amount,
      currency, effective_on)
    select ${creditorId}::uuid, ${bookedOn}::date, entry_id, line, account, item_id, amount,
      currency, effective_on
    from unnest(
      ${postings.map(({ entryId }) => entryId)}::uuid[],
      ${postings.map(({ line }) => line)}::smallint[],
      ${postings.map(({ account }) => account)}::text[],
      ${postings.map(({ itemId }) => itemId)}::uuid[],
      ${postings.map(({ amount }) => amount.minor)}::bigint[],
      ${postings.map(({ amount }) => amount.currency)}::text[],
      ${postings.map(({ effectiveOn }) => effectiveOn)}::date[])
      as given (entry_id, line, account, item_id, amount, currency, effective_on)`;
}

/** An item's other numbers, as a later list tells them; null: the list does not say. */
export type OtherNumbers = {
  readonly item: { readonly id: ItemId };
  readonly taxNumber: string | null;
  readonly orderNumber: string | null;
};

/** Adds other numbers that the book did not have; one that it has stays. */
export async function updateOtherNumbers(
  executor: Executor,
  creditor: CreditorId,
  told: readonly OtherNumbers[],
): Promise<void> {
  await run(
    executor,
    sql`update item set tax_number = coalesce(tax_number, given.tax),
          order_number = coalesce(order_number, given.ordered)
        from unnest(
          ${told.map(({ item }) => item.id)}::uuid[],
          ${told.map(({ taxNumber }) => taxNumber)}::text[],
          ${told.map(({ orderNumber }) => orderNumber)}::text[]) as given (id, tax, ordered)
        where item.creditor_id = ${creditor} and item.id = given.id
          and (item.tax_number is null and given.tax is not null
            or item.order_number is null and given.ordered is not null)`,
  );
}

/** Moves due days to what a file says. */
export async function updateDueDays(
  executor: Executor,
  creditor: CreditorId,
  dueDays: readonly { readonly item: { readonly id: ItemId }; readonly dueOn: PlainDate }[],
): Promise<void> {
  await run(
    executor,
    sql`update item set due_on = given.due
        from unnest(
          ${dueDays.map(({ item }) => item.id)}::uuid[],
          ${dueDays.map(({ dueOn }) => dueOn)}::date[]) as given (id, due)
        where item.creditor_id = ${creditor} and item.id = given.id`,
  );
}

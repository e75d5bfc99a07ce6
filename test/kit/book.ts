/** Small books for tests, written straight into the store by one statement, as imports do it. */
import type { CreditorId, CustomerId } from "../../src/domain/values/ids.ts";
import { uuidV7 } from "../../src/domain/values/ids.ts";
import { type Executor, run, sql } from "../../src/store/sql.ts";

let made = 0n;

/** A new id; ids made here sort in the order in which they were made. */
export const newId = <Id = string>(): Id => {
  made += 1n;
  return uuidV7(1_700_000_000_000, made) as Id;
};

/** An item of the book. Receipts and credit memos have negative amounts and no due day. */
export type BookItem = {
  readonly number: string;
  /** Place of the customer, from 0. */
  readonly customer: number;
  readonly currency: string;
  readonly amount: bigint;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly bookedOn?: string;
};

/** A receipt's use: places of the receipt and of the invoice among the items. */
export type BookAllocation = {
  readonly from: number;
  readonly to: number;
  readonly amount: bigint;
  readonly on: string;
  readonly bookedOn?: string;
};

export type Book = {
  readonly customers: number;
  readonly items: readonly BookItem[];
  readonly allocations: readonly BookAllocation[];
};

export type StoredBook = {
  readonly creditor: CreditorId;
  readonly code: string;
  readonly customers: readonly CustomerId[];
  readonly items: readonly string[];
};

type Posting = {
  entry: string;
  line: number;
  account: string;
  item: string | null;
  amount: bigint;
  currency: string;
  on: string;
  booked: string;
};

/** Stores a creditor of its own with this book. */
export async function insertBook(executor: Executor, book: Book): Promise<StoredBook> {
  const creditor = newId<CreditorId>();
  const code = `book-${made}`;
  const customers = Array.from({ length: book.customers }, () => newId<CustomerId>());
  const items = book.items.map(() => newId());
  const open = book.items.map(({ amount }) => amount);
  const postings: Posting[] = book.items.flatMap((item, at) => {
    const { amount, currency, issuedOn: on, bookedOn: booked = on } = item;
    const shared = { entry: newId(), currency, on, booked };
    return [
      { ...shared, line: 1, account: "receivable", item: items[at] ?? null, amount },
      { ...shared, line: 2, account: amount > 0n ? "sales" : "cash", item: null, amount: -amount },
    ];
  });
  const documents = postings.length;
  for (const { from, to, amount, on, bookedOn: booked = on } of book.allocations) {
    const shared = { entry: newId(), currency: book.items[to]?.currency ?? "", on, booked };
    open[from] = (open[from] ?? 0n) + amount;
    open[to] = (open[to] ?? 0n) - amount;
    const account = "receivable";
    postings.push(
      { ...shared, line: 1, account, item: items[to] ?? null, amount: -amount },
      { ...shared, line: 2, account, item: items[from] ?? null, amount },
    );
  }
  await run(
    executor,
    sql`insert into creditor (id, code, name, created_at)
        values (${creditor}, ${code}, ${`公司 ${code}`}, now())`,
  );
  await run(
    executor,
    sql`insert into customer (creditor_id, id, number, name, created_at)
        select ${creditor}, c.id, 'K' || c.place, '客户 ' || c.place, now()
        from unnest(${customers}::uuid[]) with ordinality as c (id, place)`,
  );
  if (items.length === 0) return { creditor, code, customers, items };
  const entries = postings.filter(({ line }) => line === 1);
  const of = <T>(pick: (posting: Posting) => T) => postings.map(pick);
  await run(
    executor,
    sql`with entered as (
          insert into entry (creditor_id, id, kind, effective_on, booked_on, because)
          select ${creditor}, e.id, e.kind, e.effective_on, e.booked_on, '[]'
          from unnest(${entries.map(({ entry }) => entry)}::uuid[],
            ${entries.map((_, at) => (at * 2 < documents ? "document" : "allocation"))}::text[],
            ${entries.map(({ on }) => on)}::date[],
            ${entries.map(({ booked }) => booked)}::date[])
            as e (id, kind, effective_on, booked_on)),
        claimed as (
          insert into item (creditor_id, id, customer_id, kind, number, currency, amount,
            open_amount, issued_on, due_on)
          select ${creditor}, i.id, i.customer_id,
            case when i.amount > 0 then 'invoice' else 'receipt' end,
            i.number, i.currency, i.amount, i.open_amount, i.issued_on, i.due_on
          from unnest(${items}::uuid[],
            ${book.items.map(({ customer }) => customers[customer] ?? null)}::uuid[],
            ${book.items.map(({ number }) => number)}::text[],
            ${book.items.map(({ currency }) => currency)}::text[],
            ${book.items.map(({ amount }) => amount)}::bigint[], ${open}::bigint[],
            ${book.items.map(({ issuedOn }) => issuedOn)}::date[],
            ${book.items.map(({ dueOn }) => dueOn)}::date[])
            as i (id, customer_id, number, currency, amount, open_amount, issued_on, due_on))
        insert into posting (creditor_id, entry_id, line, account, item_id, amount, currency,
          effective_on, booked_on)
        select ${creditor}, p.entry_id, p.line, p.account, p.item_id, p.amount, p.currency,
          p.effective_on, p.booked_on
        from unnest(${of(({ entry }) => entry)}::uuid[], ${of(({ line }) => line)}::smallint[],
          ${of(({ account }) => account)}::text[], ${of(({ item }) => item)}::uuid[],
          ${of(({ amount }) => amount)}::bigint[], ${of(({ currency }) => currency)}::text[],
          ${of(({ on }) => on)}::date[], ${of(({ booked }) => booked)}::date[])
          as p (entry_id, line, account, item_id, amount, currency, effective_on, booked_on)`,
  );
  return { creditor, code, customers, items };
}

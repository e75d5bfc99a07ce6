/** The applications that a receipt's money still stands in, and the items they touch, locked. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  ApplicationId,
  BankLineId,
  ContractId,
  CreditorId,
  EntryId,
  ItemId,
  ReceiptId,
} from "../domain/values/ids.ts";
import { type Currency, type Minor, type Money, money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type StandingApplication = { readonly id: ApplicationId; readonly entry: EntryId | null };

const standing = (creditor: CreditorId, receipt: ReceiptId, item: ItemId | null) => sql`
  select id, entry_id as entry from application
  where creditor_id = ${creditor} and state = 'live' and (receipt_id = ${receipt}
    or entry_id in (select p.entry_id from posting p
      where p.creditor_id = ${creditor} and p.item_id = ${item}))
  order by id`;

/**
 * The applications of a receipt that still stand, and those of other receipts in which its rest was
 * used as credit: money that came back settles nothing there either.
 */
export const listStandingApplications = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
  item: ItemId | null,
): Promise<readonly StandingApplication[]> =>
  rows<StandingApplication>(executor, sql`${standing(creditor, receipt, item)}`);

/** The same, locked; the receipt is locked before. */
export const lockStandingApplications = (
  executor: Executor,
  creditor: CreditorId,
  receipt: ReceiptId,
  item: ItemId | null,
): Promise<readonly StandingApplication[]> =>
  rows<StandingApplication>(executor, sql`${standing(creditor, receipt, item)} for update`);

/**
 * The lines of other receipts that only these applications, which have ended, had settled: their
 * money is free again.
 */
export async function listForsakenLines(
  executor: Executor,
  creditor: CreditorId,
  ended: readonly ApplicationId[],
  receipt: ReceiptId,
): Promise<readonly BankLineId[]> {
  const found = await rows<{ line: BankLineId }>(
    executor,
    sql`select distinct r.bank_line_id as line from application a
        join receipt r on r.creditor_id = a.creditor_id and r.id = a.receipt_id
        where a.creditor_id = ${creditor} and a.id = any(${ended}::uuid[])
          and a.receipt_id <> ${receipt} and r.bank_line_id is not null
          and not exists (select from application b where b.creditor_id = r.creditor_id
            and b.receipt_id = r.id and b.state = 'live' and b.entry_id is not null)
        order by line`,
  );
  return found.map(({ line }) => line);
}

export type TouchedItem = {
  readonly id: ItemId;
  readonly kind: string;
  readonly number: string;
  readonly dueOn: PlainDate | null;
  readonly contract: ContractId | null;
  readonly open: Money;
};

type TouchedRow = Omit<TouchedItem, "open"> & {
  readonly minor: Minor;
  readonly currency: Currency;
};

const touched = (creditor: CreditorId, ids: readonly ItemId[]) => sql`
  select id, kind, number, due_on as "dueOn", contract_id as contract, open_amount as minor,
    currency
  from item where creditor_id = ${creditor} and id = any(${ids}::uuid[]) order by id`;

const read = ({ minor, currency, ...item }: TouchedRow): TouchedItem => ({
  ...item,
  open: money(minor, currency),
});

/** Items by id. */
export async function listTouchedItems(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly ItemId[],
): Promise<readonly TouchedItem[]> {
  return (await rows<TouchedRow>(executor, sql`${touched(creditor, ids)}`)).map(read);
}

/** The same, locked in the order of their ids; the customer is locked before. */
export async function lockTouchedItems(
  executor: Executor,
  creditor: CreditorId,
  ids: readonly ItemId[],
): Promise<readonly TouchedItem[]> {
  return (await rows<TouchedRow>(executor, sql`${touched(creditor, ids)} for update`)).map(read);
}

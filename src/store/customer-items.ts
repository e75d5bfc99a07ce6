/** A customer's documents: what is open, what of it rests, and the step each has had. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type ItemKind = "invoice" | "debit_memo" | "credit_memo" | "receipt";

export type ItemDetail = {
  readonly id: ItemId;
  readonly kind: ItemKind;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly open: bigint;
  readonly contract: string | null;
  readonly reference: string | null;
};

/** Open documents, the oldest due first, then unused credit; with `settled` the rest after them. */
export const listItemDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  { settled, limit }: { readonly settled: boolean; readonly limit: number },
): Promise<readonly ItemDetail[]> =>
  rows(
    executor,
    sql<ItemDetail>`select i.id, i.kind, i.number, i.issued_on as "issuedOn", i.due_on as "dueOn",
          i.currency, i.amount, i.open_amount as open, c.number as contract, i.reference
        from item i
        left join contract c on c.creditor_id = i.creditor_id and c.id = i.contract_id
        where i.creditor_id = ${creditor} and i.customer_id = ${customer}
          and (${settled} or i.open_amount <> 0)
        order by i.open_amount = 0, case when i.open_amount <> 0 then i.due_on end nulls last,
          i.issued_on desc, i.number
        limit ${limit}`,
  );

/** The latest documents of a customer, settled ones too. */
export const listLatestItems = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ItemDetail[]> =>
  rows(
    executor,
    sql<ItemDetail>`select id, kind, number, issued_on as "issuedOn", due_on as "dueOn", currency,
          amount, open_amount as open, null::text as contract, reference
        from item where creditor_id = ${creditor} and customer_id = ${customer}
        order by issued_on desc, number desc limit ${limit}`,
  );

export type LastDemand = { readonly item: ItemId; readonly step: string; readonly on: PlainDate };

/** The last message each document has had: reminders and demands, none that was passed over. */
export const listLastDemands = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly LastDemand[]> =>
  rows(
    executor,
    sql<LastDemand>`select distinct on (item_id) item_id as item, step, done_on as on
        from item_step where creditor_id = ${creditor} and customer_id = ${customer}
          and track in ('reminder', 'demand') and not passed_over
        order by item_id, done_on desc, plan_step_id desc`,
  );

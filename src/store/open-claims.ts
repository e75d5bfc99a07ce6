/** A customer's open claims and credits in one currency, as the match desk lists them. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type OpenClaimRow = {
  readonly id: ItemId;
  readonly kind: "invoice" | "debit_memo";
  readonly number: string;
  readonly tax: string | null;
  readonly ordered: string | null;
  readonly contract: string | null;
  readonly reference: string | null;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly amount: bigint;
  readonly open: bigint;
  readonly disputed: bigint;
  readonly promised: bigint;
};

/** The oldest due first. */
export const listOpenClaims = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  currency: Currency,
): Promise<readonly OpenClaimRow[]> =>
  rows(
    executor,
    sql<OpenClaimRow>`select i.id, i.kind, i.number, i.tax_number as tax,
          i.order_number as ordered, c.number as contract, i.reference,
          i.issued_on as "issuedOn", i.due_on as "dueOn", i.amount, i.open_amount as open,
          coalesce((select sum(d.disputed) from open_dispute d where d.creditor_id = i.creditor_id
            and d.item_id = i.id), 0)::bigint as disputed,
          coalesce((select sum(p.amount) from promise_item p
            join promise m on m.creditor_id = p.creditor_id and m.id = p.promise_id
              and m.state = 'open'
            where p.creditor_id = i.creditor_id and p.item_id = i.id), 0)::bigint as promised
        from item i
        left join contract c on c.creditor_id = i.creditor_id and c.id = i.contract_id
        where i.creditor_id = ${creditor} and i.customer_id = ${customer}
          and i.currency = ${currency} and i.open_amount > 0 and i.amount > 0
        order by i.due_on, i.issued_on, i.number`,
  );

export type OpenCreditRow = {
  readonly id: ItemId;
  readonly kind: "credit_memo" | "receipt";
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** Positive. */
  readonly open: bigint;
};

/** The oldest first. */
export const listOpenCredits = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  currency: Currency,
): Promise<readonly OpenCreditRow[]> =>
  rows(
    executor,
    sql<OpenCreditRow>`select id, kind, number, issued_on as "issuedOn", -open_amount as open
        from item where creditor_id = ${creditor} and customer_id = ${customer}
          and currency = ${currency} and open_amount < 0
        order by issued_on, number`,
  );

/** The customers with these ids, in one line each. */
export const listCustomerBriefs = (
  executor: Executor,
  creditor: CreditorId,
  ids: readonly CustomerId[],
): Promise<
  readonly {
    readonly id: CustomerId;
    readonly number: string;
    readonly name: string;
    readonly grade: "A" | "B" | "C" | "D" | "E" | null;
  }[]
> =>
  rows(
    executor,
    sql`select id, number, name, grade from customer
        where creditor_id = ${creditor} and id = any(${ids}::uuid[])`,
  );

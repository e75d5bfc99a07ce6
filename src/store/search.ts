/** Finding by name or number: customers, documents, letters. */
import type { Grade } from "../domain/strategy/policy.ts";
import type { CreditorId, CustomerId, ItemId, MessageId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** More than fits under a search box helps nobody. */
const MOST = 8;

/** `%` and `_` in what a person types mean themselves. */
export const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
const beginning = (text: string): string => `${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

export type FoundCustomer = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly grade: Grade | null;
};

export const searchCustomers = (
  executor: Executor,
  creditor: CreditorId,
  text: string,
): Promise<readonly FoundCustomer[]> =>
  rows(
    executor,
    sql<FoundCustomer>`select id, number, name, grade from customer
        where creditor_id = ${creditor} and (name ilike ${containing(text)}
          or name_en ilike ${containing(text)} or number ilike ${beginning(text)})
        order by number ilike ${beginning(text)} desc, name, id limit ${MOST}`,
  );

type OfCustomer = {
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
};

const OF_CUSTOMER = sql`c.id as customer, c.number as "customerNumber", c.name as "customerName",
  c.grade`;

export type FoundItem = OfCustomer & {
  readonly id: ItemId;
  readonly kind: string;
  readonly number: string;
  readonly open: bigint;
  readonly currency: Currency;
};

export const searchItems = (
  executor: Executor,
  creditor: CreditorId,
  text: string,
): Promise<readonly FoundItem[]> =>
  rows(
    executor,
    sql<FoundItem>`select i.id, i.kind, i.number, i.open_amount as open, i.currency, ${OF_CUSTOMER}
        from item i join customer c on c.creditor_id = i.creditor_id and c.id = i.customer_id
        where i.creditor_id = ${creditor} and i.number ilike ${containing(text)}
        order by i.open_amount = 0, i.number, i.id limit ${MOST}`,
  );

export type FoundLetter = OfCustomer & { readonly id: MessageId; readonly number: string };

export const searchLetters = (
  executor: Executor,
  creditor: CreditorId,
  text: string,
): Promise<readonly FoundLetter[]> =>
  rows(
    executor,
    sql<FoundLetter>`select m.id, m.number, ${OF_CUSTOMER}
        from message m join customer c on c.creditor_id = m.creditor_id and c.id = m.customer_id
        where m.creditor_id = ${creditor} and m.number ilike ${beginning(text)}
        order by m.number desc, m.id limit ${MOST}`,
  );

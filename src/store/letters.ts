/** What a letter needs of the book: the documents it lists and the customer it goes to. */
import type { ContactRole } from "../domain/strategy/policy.ts";
import type { DebtorLevel } from "../domain/strategy/policy-escalation.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  ContactId,
  CreditorId,
  CustomerId,
  ItemId,
  PlanStepId,
} from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type LetterItemRow = {
  readonly id: ItemId;
  readonly number: string;
  readonly reference: string | null;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly currency: Currency;
  readonly amount: Minor;
  readonly open: Minor;
};

export const listLetterItems = (
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly LetterItemRow[]> =>
  rows(
    executor,
    sql<LetterItemRow>`select id, number, reference, issued_on as "issuedOn", due_on as "dueOn",
          currency, amount, open_amount as open
        from item where creditor_id = ${creditor} and id = any(${items}::uuid[])
          and due_on is not null`,
  );

export type LetterCustomerRow = {
  readonly id: CustomerId;
  readonly number: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly uscc: string | null;
  readonly address: string | null;
  readonly language: "zh" | "en";
  /** Who letters have reached at the customer: below that nobody is written to. */
  readonly debtorLevel: DebtorLevel;
  /** Something changed since it was last planned. */
  readonly changed: boolean;
};

const CUSTOMER = sql`id, number, name, name_en as "nameEn", uscc, address, language,
  coalesce((select k.debtor_level from collection_case k where k.creditor_id = customer.creditor_id
    and k.customer_id = customer.id and k.closed_on is null), 'clerk') as "debtorLevel",
  coalesce(wake_on = '-infinity', false) as changed`;

/** The customers, locked: nobody changes what a letter states while it is being released. */
export const lockLetterCustomers = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly LetterCustomerRow[]> =>
  rows(
    executor,
    sql<LetterCustomerRow>`select ${CUSTOMER} from customer
        where creditor_id = ${creditor} and id = any(${customers}::uuid[])
        order by id for update`,
  );

/** The same without locking them, for a preview. */
export const listLetterCustomers = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly LetterCustomerRow[]> =>
  rows(
    executor,
    sql<LetterCustomerRow>`select ${CUSTOMER} from customer
        where creditor_id = ${creditor} and id = any(${customers}::uuid[]) order by id`,
  );

export type LetterContactRow = {
  readonly customer: CustomerId;
  readonly id: ContactId;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string | null;
  readonly language: "zh" | "en" | null;
  readonly optedOut: boolean;
};

export const listLetterContacts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly LetterContactRow[]> =>
  rows(
    executor,
    sql<LetterContactRow>`select customer_id as customer, id, name, role, email, language,
          opted_out as "optedOut"
        from contact where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])`,
  );

export type UnappliedRow = {
  readonly customer: CustomerId;
  readonly currency: Currency;
  readonly unapplied: Minor;
};

/** Receipts and credit memos not yet used, positive, per customer and currency. */
export const listUnapplied = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly UnappliedRow[]> =>
  rows(
    executor,
    sql<UnappliedRow>`select customer_id as customer, currency,
          (-sum(open_amount))::bigint as unapplied
        from item where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])
          and open_amount < 0
        group by customer_id, currency order by currency`,
  );

/** The customers of these lines of the plan, so that they are locked before the lines are. */
export async function listStepCustomers(
  executor: Executor,
  creditor: CreditorId,
  steps: readonly PlanStepId[],
): Promise<readonly CustomerId[]> {
  const found = await rows<{ customer: CustomerId }>(
    executor,
    sql`select distinct customer_id as customer from plan_step
        where creditor_id = ${creditor} and id = any(${steps}::uuid[])`,
  );
  return found.map(({ customer }) => customer);
}

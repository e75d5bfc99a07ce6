/** Customers in bulk, as imports read and write them. */
import { languageOfName } from "../domain/book/customer-language.ts";
import type { KnownCustomer } from "../domain/book/customer-match.ts";
import type { CustomerFacts, StoredCustomer } from "../domain/book/import-customers.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, rows, run, sql } from "./sql.ts";
import { rememberTouched } from "./touched.ts";

/** Number and name of every customer of a creditor. */
export const listCustomers = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly KnownCustomer[]> =>
  rows(
    executor,
    sql<KnownCustomer>`select id, number, name from customer where creditor_id = ${creditor}`,
  );

/** Locks these customers in the order of their ids and wakes them: their next day looks at them. */
export async function lockCustomers(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly { readonly id: CustomerId }[]> {
  const locked = await rows(
    executor,
    sql<{ id: CustomerId }>`with locked as materialized (
          select id from customer
          where creditor_id = ${creditor} and id = any(${customers}::uuid[])
          order by id for update)
        update customer set wake_on = '-infinity'
        from locked where customer.creditor_id = ${creditor} and customer.id = locked.id
        returning customer.id`,
  );
  rememberTouched(
    executor,
    locked.map(({ id }) => id),
  );
  return locked;
}

export type NewCustomer = KnownCustomer & Partial<CustomerFacts>;

/** Stores new customers, awake. */
export async function insertCustomers(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly NewCustomer[],
  at: Instant,
): Promise<void> {
  await run(
    executor,
    sql`insert into customer (creditor_id, wake_on, created_at, id, number, name, name_en, uscc,
          address, language, grade, segment, salesperson, note)
        select ${creditor}::uuid, '-infinity', ${at}::timestamptz, id, number, name, name_en, uscc,
          address, language, grade, segment, salesperson, note
        from ${given(customers)}`,
  );
}

/** Writes all facts of these customers, so that who has seen an older version is told. */
export async function updateCustomers(
  executor: Executor,
  creditor: CreditorId,
  customers: readonly StoredCustomer[],
): Promise<void> {
  await run(
    executor,
    sql`update customer set name = given.name, name_en = given.name_en, uscc = given.uscc,
          address = given.address, language = given.language,
          grade = given.grade, segment = given.segment, salesperson = given.salesperson,
          note = given.note, version = version + 1, wake_on = '-infinity'
        from ${given(customers)}
        where customer.creditor_id = ${creditor} and customer.id = given.id`,
  );
}

const given = (customers: readonly NewCustomer[]) => sql`unnest(
  ${customers.map(({ id }) => id)}::uuid[],
  ${customers.map(({ number }) => number)}::text[],
  ${customers.map(({ name }) => name)}::text[],
  ${customers.map(({ nameEn }) => nameEn ?? null)}::text[],
  ${customers.map(({ uscc }) => uscc ?? null)}::text[],
  ${customers.map(({ address }) => address ?? null)}::text[],
  ${customers.map(({ language, name }) => language ?? languageOfName(name))}::text[],
  ${customers.map(({ grade }) => grade ?? null)}::text[],
  ${customers.map(({ segment }) => segment ?? null)}::text[],
  ${customers.map(({ salesperson }) => salesperson ?? null)}::text[],
  ${customers.map(({ note }) => note ?? null)}::text[]) as given (id, number, name, name_en, uscc,
    address, language, grade, segment, salesperson, note)`;

/** All facts of the customers with these numbers. */
export const listCustomerFacts = (
  executor: Executor,
  creditor: CreditorId,
  numbers: readonly string[],
): Promise<readonly StoredCustomer[]> =>
  rows(
    executor,
    sql<StoredCustomer>`select id, number, name, name_en as "nameEn", uscc, address,
          language, grade, segment, salesperson, note
        from customer where creditor_id = ${creditor} and number = any(${numbers}::text[])`,
  );

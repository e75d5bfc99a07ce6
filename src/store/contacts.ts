/** Contacts in bulk, as imports read and write them. */
import type { StoredContact } from "../domain/book/import-contacts.ts";
import type { ContactBasis, PersonRole } from "../domain/strategy/conduct-person.ts";
import type { AttachmentId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, rows, run, sql } from "./sql.ts";

/** The contacts of these customers. */
export const listContacts = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly StoredContact[]> =>
  rows(
    executor,
    sql<StoredContact>`select id, customer_id as "customerId", name, role, email, phone, language,
          source, basis
        from contact where creditor_id = ${creditor} and customer_id = any(${customers}::uuid[])`,
  );

export async function insertContacts(
  executor: Executor,
  creditor: CreditorId,
  contacts: readonly StoredContact[],
): Promise<void> {
  await run(
    executor,
    sql`insert into contact (creditor_id, id, customer_id, name, role, email, phone, language,
          source, basis)
        select ${creditor}::uuid, id, customer_id, name, role, email, phone, language, source, basis
        from ${given(contacts)}`,
  );
}

/** Writes how these contacts are reached; whether they opted out stays as it is. */
export async function updateContacts(
  executor: Executor,
  creditor: CreditorId,
  contacts: readonly StoredContact[],
): Promise<void> {
  await run(
    executor,
    sql`update contact set email = given.email, phone = given.phone, language = given.language,
          source = given.source
        from ${given(contacts)}
        where contact.creditor_id = ${creditor} and contact.id = given.id`,
  );
}

const given = (contacts: readonly StoredContact[]) => sql`unnest(
  ${contacts.map(({ id }) => id)}::uuid[],
  ${contacts.map(({ customerId }) => customerId)}::uuid[],
  ${contacts.map(({ name }) => name)}::text[],
  ${contacts.map(({ role }) => role)}::text[],
  ${contacts.map(({ email }) => email)}::text[],
  ${contacts.map(({ phone }) => phone)}::text[],
  ${contacts.map(({ language }) => language)}::text[],
  ${contacts.map(({ source }) => source)}::text[],
  ${contacts.map(({ basis }) => basis)}::text[]) as given (id, customer_id, name, role, email,
    phone, language, source, basis)`;

/** A contact as a person writes it. */
export type WrittenContact = Omit<StoredContact, "customerId" | "role" | "basis"> & {
  readonly customer: CustomerId;
  readonly role: PersonRole;
  readonly basis: ContactBasis | null;
  readonly authority: AttachmentId | null;
  readonly optedOut: boolean;
};

/** Stores one contact as a person wrote it, new or changed. */
export async function saveContactRow(
  executor: Executor,
  creditor: CreditorId,
  contact: WrittenContact,
): Promise<void> {
  await run(
    executor,
    sql`insert into contact (creditor_id, id, customer_id, name, role, email, phone, language,
          source, basis, authority_id, opted_out)
        values (${creditor}, ${contact.id}, ${contact.customer}, ${contact.name},
          ${contact.role}, ${contact.email}, ${contact.phone}, ${contact.language},
          ${contact.source}, ${contact.basis}, ${contact.authority}, ${contact.optedOut})
        on conflict (creditor_id, id) do update
          set name = excluded.name, role = excluded.role, email = excluded.email,
            phone = excluded.phone, language = excluded.language, source = excluded.source,
            basis = excluded.basis, authority_id = excluded.authority_id,
            opted_out = excluded.opted_out`,
  );
}

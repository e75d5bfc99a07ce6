/** Judges rows of contacts against the book. A contact is a person in a role at a customer. */
import type { ContactId, CustomerId } from "../values/ids.ts";
import type { KnownCustomer } from "./customer-match.ts";
import { type ComparedField, compareFacts } from "./import-facts.ts";
import type { ContactRole, ContactRow } from "./import-row.ts";

export type StoredContact = {
  readonly id: ContactId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: "zh" | "en" | null;
  readonly source: string | null;
};

/** A row whose customer is found. */
export type PlacedContact = ContactRow & { readonly customer: KnownCustomer };

const FIELDS = [
  ["email", "email"],
  ["phone", "phone"],
  ["language", "language"],
  ["source", "source"],
] as const satisfies readonly ComparedField<keyof ContactRow & keyof StoredContact>[];

/** Who a contact is: the same name twice at a customer in two roles is two contacts. */
export const contactKey = (customer: CustomerId, { name, role }: { name: string; role: string }) =>
  `${customer} ${role} ${name}`;

export const judgeContact = (row: PlacedContact, before: StoredContact) =>
  compareFacts(row.name, FIELDS, row, before);

export const contactFactsText = ({ line: _, customer, ...facts }: PlacedContact): string =>
  JSON.stringify({ ...facts, customer: customer.id });

export const newContact = (row: PlacedContact, id: ContactId): StoredContact => ({
  id,
  customerId: row.customer.id,
  name: row.name,
  role: row.role,
  email: row.email ?? null,
  phone: row.phone ?? null,
  language: row.language ?? null,
  source: row.source ?? null,
});

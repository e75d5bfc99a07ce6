/** Judges rows of contacts against the book. A contact is a person in a role at a customer. */
import type { ContactId, CustomerId } from "../values/ids.ts";
import type { KnownCustomer } from "./customer-match.ts";
import { type ComparedField, compareFacts } from "./import-facts.ts";
import type { ContactRole, ContactRow } from "./import-row.ts";

/** On what a person's data are kept (个人信息保护法 13, 27). */
export type Ground = "contract" | "consent" | "published";

export type StoredContact = {
  readonly id: ContactId;
  readonly customerId: CustomerId;
  readonly name: string;
  readonly role: ContactRole;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: "zh" | "en" | null;
  readonly source: string | null;
  readonly basis: Ground | null;
};

/** What the source of an imported person says about the ground on which they are kept. */
const GROUNDS: readonly (readonly [Ground, RegExp])[] = [
  ["contract", /合同|协议|订单|contract|agreement|order/i],
  ["consent", /同意|名片|本人|对方提供|客户提供|consent|card|themselves/i],
  ["published", /公示|公开|官网|工商|register|website|published/i],
];

/** Null: the source does not say; a person writes it down later (个人信息保护法 13). */
export const groundOf = (source: string | null): Ground | null =>
  GROUNDS.find(([, words]) => words.test(source ?? ""))?.[0] ?? null;

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
  basis: groundOf(row.source ?? null),
});

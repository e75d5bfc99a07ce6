/** Adds a contact at a customer, or changes one. */
import {
  type ContactBasis,
  FORBIDDEN_ROLES,
  type ForbiddenRole,
  mayContact,
  type PersonRefusal,
  type PersonRole,
} from "../domain/strategy/conduct-person.ts";
import type { AttachmentId, ContactId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { saveContactRow } from "../store/contacts.ts";
import { type ContactDetail, listContactDetails } from "../store/customer-details.ts";
import { type Context, defineAction } from "./action.ts";
import { type BindAttachmentsRefusal, bindAttachments } from "./bind-attachments.ts";

export type SaveContact = {
  /** Null: a new one. */
  readonly id: ContactId | null;
  readonly customer: CustomerId;
  readonly name: string;
  readonly role: PersonRole | ForbiddenRole;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: "zh" | "en" | null;
  readonly source: string | null;
  readonly basis?: ContactBasis | null;
  /** The document that makes somebody liable, or entitled to speak for the debtor. */
  readonly authority?: AttachmentId | null;
  readonly optedOut: boolean;
};

type Refusal =
  | PersonRefusal
  | BindAttachmentsRefusal
  | { readonly code: "customer_not_found" }
  | { readonly code: "contact_not_found" }
  | { readonly code: "contact_exists"; readonly name: string }
  | { readonly code: "contact_source_missing" }
  | { readonly code: "contact_basis_missing" };

const isAllowed = (role: SaveContact["role"]): role is PersonRole =>
  !(FORBIDDEN_ROLES as readonly string[]).includes(role);

/**
 * Refuses people beside the debt, somebody liable without the document, a new person without a
 * source and a legal basis (个人信息保护法 13, 17), and a second one of the same name and role.
 */
export const saveContact = defineAction<SaveContact, { readonly id: ContactId }, Refusal>({
  name: "save_contact",
  permission: "customer:write",
  audited: ({ role, ...rest }) => (isAllowed(role) ? { role, ...rest } : { role }),
  async run(context, input) {
    const { tx, creditorId, newId } = context;
    const { id, customer, role, name } = input;
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const { authority = null, basis = null } = input;
    const may = mayContact({ role, optedOut: false, authorised: authority !== null });
    if (!may.ok) return may;
    if (!isAllowed(role)) return refuse({ code: "contact_not_found" });
    const known = await listContactDetails(tx, creditorId, customer);
    const before = known.find((one) => one.id === id) ?? null;
    if (id !== null && before === null) return refuse({ code: "contact_not_found" });
    if (known.some((one) => one.id !== id && one.name === name && one.role === role)) {
      return refuse({ code: "contact_exists", name });
    }
    const ground = groundFault(input, before);
    if (ground !== null) return refuse(ground);
    const saved = id ?? newId<ContactId>();
    const bound = await bindAuthority(context, { customer, contact: saved, authority, before });
    if (!bound.ok) return bound;
    await saveContactRow(tx, creditorId, { ...input, id: saved, role, basis, authority });
    return ok({ id: saved });
  },
});

/** Where we have the person from and why we may keep them; who was known before may lack it. */
function groundFault({ source, basis }: SaveContact, before: ContactDetail | null) {
  if (before !== null && before.basis === null) return null;
  if ((source ?? null) === null) return { code: "contact_source_missing" as const };
  return (basis ?? null) === null ? { code: "contact_basis_missing" as const } : null;
}

type Authority = {
  readonly customer: CustomerId;
  readonly contact: ContactId;
  readonly authority: AttachmentId | null;
  readonly before: ContactDetail | null;
};

async function bindAuthority(
  context: Context,
  { customer, contact, authority, before }: Authority,
): Promise<Result<null, BindAttachmentsRefusal>> {
  if (authority === null || authority === before?.authority) return ok(null);
  return bindAttachments(context, customer, [authority], {
    subject: "contact",
    subjectId: contact,
  });
}

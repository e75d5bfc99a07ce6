/** Adds a contact at a customer, or changes one. */
import type { ContactId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { saveContactRow } from "../store/contacts.ts";
import { type ContactDetail, listContactDetails } from "../store/customer-details.ts";
import { defineAction } from "./action.ts";

export type SaveContact = Omit<ContactDetail, "id"> & {
  /** Null: a new one. */
  readonly id: ContactId | null;
  readonly customer: CustomerId;
};

type Refusal =
  | { readonly code: "customer_not_found" }
  | { readonly code: "contact_not_found" }
  | { readonly code: "contact_exists"; readonly name: string };

/** Refuses a second person of the same name and role at one customer. */
export const saveContact = defineAction<SaveContact, { readonly id: ContactId }, Refusal>({
  name: "save_contact",
  permission: "customer:write",
  async run({ tx, creditorId, newId }, { id, customer, ...contact }) {
    if ((await lockCustomer(tx, creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const known = await listContactDetails(tx, creditorId, customer);
    if (id !== null && !known.some((one) => one.id === id)) {
      return refuse({ code: "contact_not_found" });
    }
    const { name, role } = contact;
    if (known.some((one) => one.id !== id && one.name === name && one.role === role)) {
      return refuse({ code: "contact_exists", name });
    }
    const saved = id ?? newId<ContactId>();
    await saveContactRow(tx, creditorId, { ...contact, id: saved, customer });
    return ok({ id: saved });
  },
});

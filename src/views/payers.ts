/** Who pays for a customer besides itself, learned or from master records. */
import type { CustomerId } from "../domain/values/ids.ts";
import { listCustomerNames } from "../store/customer-names.ts";
import { listPayerAliases } from "../store/payer-aliases.ts";
import type { Sight } from "./look.ts";

/** Revoked ones last, as history; null where there is no such customer. */
export async function viewPayers({ tx, creditor, may }: Sight, customer: CustomerId) {
  const named = await listCustomerNames(tx, creditor.id, [customer]);
  if (!named.has(customer)) return null;
  const found = await listPayerAliases(tx, creditor.id, customer);
  return found.map(({ receipt, receiptNumber, ...alias }) => ({
    ...alias,
    learnedFrom: receipt === null ? null : { receipt, number: receiptNumber ?? "" },
    can: { revoke: alias.revokedOn === null ? may("alias:revoke") : { code: "payer_is_revoked" } },
  }));
}

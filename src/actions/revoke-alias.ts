/** Forgets a payer of a customer: its next receipts wait for a person again. */
import type { PayerAliasId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findPayerAlias, updateAliasRevoked } from "../store/payer-aliases.ts";
import { defineAction } from "./action.ts";

export const revokeAlias = defineAction<
  { readonly id: PayerAliasId },
  { readonly id: PayerAliasId },
  { readonly code: "payer_not_found" } | { readonly code: "payer_is_revoked" }
>({
  name: "revoke_alias",
  permission: "alias:revoke",
  async run({ tx, creditorId, today, actor }, { id }) {
    const found = await findPayerAlias(tx, creditorId, id);
    if (found === null) return refuse({ code: "payer_not_found" });
    await lockCustomer(tx, creditorId, found.customer);
    const revoked = { on: today, by: actor.name };
    const count = await updateAliasRevoked(tx, creditorId, id, revoked);
    return count === 0 ? refuse({ code: "payer_is_revoked" }) : ok({ id });
  },
});

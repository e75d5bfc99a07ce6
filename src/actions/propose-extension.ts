/** Proposes later due days; it waits for another person's approval. */
import type { ApprovalRefusal } from "../domain/desk/approval.ts";
import type { ExtensionRefusal } from "../domain/desk/extension.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { defineAction } from "./action.ts";
import type { DeskRefusal } from "./agreement-desk.ts";
import { draftExtension, type ExtensionInput } from "./draft-extension.ts";
import { type Proposed, proposeAgreement } from "./propose-agreement.ts";

export type ProposeExtension = ExtensionInput & { readonly customer: CustomerId };
type Refusal =
  | ExtensionRefusal
  | DeskRefusal
  | ApprovalRefusal
  | { readonly code: "customer_not_found" };

export const proposeExtension = defineAction<ProposeExtension, Proposed, Refusal>({
  name: "propose_extension",
  permission: "agreement:propose",
  async run(context, { customer, ...offer }) {
    if ((await lockCustomer(context.tx, context.creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const draft = await draftExtension(context, customer, offer);
    return draft.ok ? proposeAgreement(context, customer, draft.value) : draft;
  },
});

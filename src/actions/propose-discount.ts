/** Proposes a discount for early payment; it waits for another person's approval. */
import type { ApprovalRefusal } from "../domain/desk/approval.ts";
import type { DiscountRefusal } from "../domain/desk/early-discount.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { defineAction } from "./action.ts";
import type { DeskRefusal } from "./agreement-desk.ts";
import { type DiscountInput, draftDiscount } from "./draft-discount.ts";
import { type Proposed, proposeAgreement } from "./propose-agreement.ts";

export type ProposeDiscount = DiscountInput & { readonly customer: CustomerId };
type Refusal =
  | DiscountRefusal
  | DeskRefusal
  | ApprovalRefusal
  | { readonly code: "customer_not_found" };

export const proposeDiscount = defineAction<ProposeDiscount, Proposed, Refusal>({
  name: "propose_discount",
  permission: "agreement:propose",
  async run(context, { customer, ...offer }) {
    if ((await lockCustomer(context.tx, context.creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const draft = await draftDiscount(context, customer, offer);
    return draft.ok ? proposeAgreement(context, customer, draft.value) : draft;
  },
});

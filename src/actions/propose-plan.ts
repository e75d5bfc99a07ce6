/** Proposes a repayment plan; it waits for another person's approval. */
import type { MoveRefusal } from "../domain/desk/agreement.ts";
import type { ApprovalRefusal } from "../domain/desk/approval.ts";
import { judgeReplaced, type ReplaceRefusal } from "../domain/desk/renegotiation.ts";
import type { PlanRefusal } from "../domain/desk/repayment-plan.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { findAgreement, hasSuccessor } from "../store/agreements.ts";
import { type Context, defineAction } from "./action.ts";
import type { DeskRefusal } from "./agreement-desk.ts";
import { draftPlan, type PlanInput } from "./draft-plan.ts";
import { type Proposed, proposeAgreement } from "./propose-agreement.ts";

export type ProposePlan = PlanInput & { readonly customer: CustomerId };
type Refusal =
  | PlanRefusal
  | DeskRefusal
  | ApprovalRefusal
  | ReplaceRefusal
  | MoveRefusal
  | { readonly code: "customer_not_found" };

/** A plan that replaces another needs one that still runs, and that no other one replaces. */
async function judgeOld(
  { tx, creditorId }: Context,
  { customer, replaces }: ProposePlan,
): Promise<Result<null, ReplaceRefusal>> {
  if (replaces === null) return ok(null);
  const old = await findAgreement(tx, creditorId, replaces);
  const taken = await hasSuccessor(tx, creditorId, replaces);
  return judgeReplaced(old, customer, taken);
}

export const proposePlan = defineAction<ProposePlan, Proposed, Refusal>({
  name: "propose_plan",
  permission: "agreement:propose",
  async run(context, input) {
    const { customer, ...offer } = input;
    if ((await lockCustomer(context.tx, context.creditorId, customer)) === null) {
      return refuse({ code: "customer_not_found" });
    }
    const old = await judgeOld(context, input);
    if (!old.ok) return old;
    const draft = await draftPlan(context, customer, offer);
    return draft.ok ? proposeAgreement(context, customer, draft.value) : draft;
  },
});

/** Takes back an agreement that is not active yet, with the approval that it waits for. */
import { moved } from "../domain/desk/agreement.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { updateApprovalsFallen } from "../store/approvals.ts";
import { type Context, defineAction } from "./action.ts";
import { type AgreementRefusal, lockAgreement } from "./decide-agreement.ts";
import { endAgreement } from "./end-agreement.ts";
import { noteAgreement } from "./note-agreement.ts";

export type WithdrawAgreement = { readonly id: AgreementId; readonly reason: string };

/** As `withdrawAgreement`, for who took back the request for its approval. */
export async function agreementWithdrawn(
  context: Context,
  { id, reason }: WithdrawAgreement,
): Promise<Result<{ readonly id: AgreementId }, AgreementRefusal>> {
  const { tx, creditorId, today, now, actor } = context;
  const agreement = await lockAgreement(context, id);
  if (agreement === null) return refuse({ code: "agreement_not_found" });
  const state = moved(agreement.state, "withdrawn");
  if (!state.ok) return state;
  await endAgreement(context, agreement, "withdrawn", reason);
  const fallen = { on: today, at: now, by: actor.name, byId: actor.user, reason };
  await updateApprovalsFallen(tx, creditorId, id, fallen);
  await noteAgreement(context, id, "withdrawn", [{ code: "agreement_withdrawn", reason }]);
  return ok({ id });
}

export const withdrawAgreement = defineAction<
  WithdrawAgreement,
  { readonly id: AgreementId },
  AgreementRefusal
>({
  name: "withdraw_agreement",
  permission: "agreement:propose",
  run: (context, input) => agreementWithdrawn(context, input),
});

/** What a decision does to its agreement: approved it is to be signed, refused it ends. */
import { type MoveRefusal, moved } from "../domain/desk/agreement.ts";
import { signingDays } from "../domain/desk/signature.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { type AgreementRow, findAgreement, updateApproved } from "../store/agreements.ts";
import type { Context } from "./action.ts";
import { endAgreement } from "./end-agreement.ts";
import { noteAgreement } from "./note-agreement.ts";
import { openAgreementTask } from "./open-agreement-task.ts";

export type AgreementDecision = {
  readonly agreement: AgreementId;
  readonly approve: boolean;
  readonly reason: string | null;
};

export type AgreementRefusal = MoveRefusal | { readonly code: "agreement_not_found" };

/** The agreement as it stands with its customer locked; null: not there, or not in reach. */
export async function lockAgreement(
  { tx, creditorId }: Context,
  id: AgreementId,
): Promise<AgreementRow | null> {
  const seen = await findAgreement(tx, creditorId, id);
  if (seen === null || (await lockCustomer(tx, creditorId, seen.customer)) === null) return null;
  return findAgreement(tx, creditorId, id);
}

/** Carries a decision out, inside the transaction of who decided. */
export async function agreementDecided(
  context: Context,
  { agreement: id, approve, reason }: AgreementDecision,
): Promise<Result<null, AgreementRefusal>> {
  const { tx, creditorId, today } = context;
  const agreement = await lockAgreement(context, id);
  if (agreement === null) return refuse({ code: "agreement_not_found" });
  const to = approve ? "approved" : "refused";
  const state = moved(agreement.state, to);
  if (!state.ok) return state;
  const facts = [{ code: `agreement_${to}`, reason }];
  if (!approve) {
    await endAgreement(context, agreement, "refused", reason);
    await noteAgreement(context, id, "refused", facts);
    return ok(null);
  }
  const days = signingDays(agreement.terms, today);
  await updateApproved(tx, creditorId, id, { decidedOn: today, ...days });
  await openAgreementTask(context, agreement, {
    because: [{ code: "agreement_to_be_signed", number: agreement.number, signBy: days.signBy }],
    dueOn: days.signBy,
    role: "collector",
  });
  await noteAgreement(context, id, "approved", [
    { ...facts[0], code: "agreement_approved", ...days },
  ]);
  return ok(null);
}

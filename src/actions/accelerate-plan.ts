/** Lets the whole balance of a plan in default fall due: nothing of it rests any more. */
import { moved } from "../domain/desk/agreement.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import type { AgreementRow } from "../store/agreements.ts";
import { type Context, defineAction } from "./action.ts";
import { type AgreementRefusal, lockAgreement } from "./decide-agreement.ts";
import { endAgreement } from "./end-agreement.ts";
import { noteAgreement } from "./note-agreement.ts";
import { voidInstalments } from "./void-instalments.ts";

/** Inside a decision, or inside the day's close where the agreement says so; customer locked. */
export async function accelerate(
  context: Context,
  agreement: AgreementRow,
  reason: string,
): Promise<void> {
  const facts = { code: "plan_accelerated", number: agreement.number, reason };
  await voidInstalments(context, agreement, null, facts);
  await endAgreement(context, agreement, "accelerated", reason);
  await noteAgreement(context, agreement.id, "accelerated", [facts]);
}

export const acceleratePlan = defineAction<
  { readonly id: AgreementId; readonly reason: string },
  { readonly id: AgreementId },
  AgreementRefusal
>({
  name: "accelerate_plan",
  permission: "agreement:conclude",
  async run(context, { id, reason }) {
    const agreement = await lockAgreement(context, id);
    if (agreement === null) return refuse({ code: "agreement_not_found" });
    const state = moved(agreement.state, "accelerated");
    if (!state.ok) return state;
    await accelerate(context, agreement, reason);
    return ok({ id });
  },
});

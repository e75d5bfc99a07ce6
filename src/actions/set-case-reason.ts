/** Says why a customer is late, where a person knows it without a contact that found it out. */
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateReasons } from "../store/collection-cases.ts";
import { defineAction } from "./action.ts";
import { type CaseRefusal, lockOpenCase, tellOfCase } from "./open-case.ts";

export type SetCaseReason = {
  readonly customer: CustomerId;
  readonly reason: OverdueReason;
  readonly note: string | null;
};

/** Refused where nothing is overdue. The last word holds: a contact may find another reason. */
export const setCaseReason = defineAction<
  SetCaseReason,
  { readonly id: CaseId },
  CaseRefusal | { readonly code: "case_not_open" }
>({
  name: "set_case_reason",
  permission: "case:work",
  async run(context, { customer, reason, note }) {
    const { tx, creditorId, today, now, actor } = context;
    const found = await lockOpenCase(context, customer);
    if (!found.ok) return found;
    if (found.value === null) return refuse({ code: "case_not_open" });
    const { id } = found.value;
    const said = { reason, wilful: null, note, on: today, at: now, by: actor.name };
    await updateReasons(tx, creditorId, [{ case: id, ...said }]);
    await tellOfCase(context, found.value, "reason", { reason, note });
    return ok({ id });
  },
});

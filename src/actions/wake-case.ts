/** Undoes a snooze: the customer is on the list again at once. */
import { canWake, type WakeRefusal } from "../domain/desk/case-acts.ts";
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { assert, ok, refuse } from "../domain/values/result.ts";
import { endSnoozes } from "../store/collection-cases.ts";
import { defineAction } from "./action.ts";
import { type CaseRefusal, lockOpenCase, tellOfCase } from "./open-case.ts";

export const wakeCase = defineAction<
  { readonly customer: CustomerId },
  { readonly id: CaseId },
  CaseRefusal | WakeRefusal
>({
  name: "wake_case",
  permission: "case:work",
  async run(context, { customer }) {
    const found = await lockOpenCase(context, customer);
    if (!found.ok) return found;
    const may = canWake(found.value);
    if (may !== true) return refuse(may);
    assert(found.value !== null, "what may be woken is an open case");
    await endSnoozes(context.tx, context.creditorId, [found.value.id]);
    await tellOfCase(context, found.value, "woken", { because: "by_hand" });
    return ok({ id: found.value.id });
  },
});

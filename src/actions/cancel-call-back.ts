/** Takes a call-back back. */
import { type CancelRefusal, canCancel } from "../domain/desk/case-acts.ts";
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { assert, ok, refuse } from "../domain/values/result.ts";
import { endCallBacks } from "../store/collection-cases.ts";
import { defineAction } from "./action.ts";
import { type CaseRefusal, lockOpenCase, tellOfCase } from "./open-case.ts";

export const cancelCallBack = defineAction<
  { readonly customer: CustomerId },
  { readonly id: CaseId },
  CaseRefusal | CancelRefusal
>({
  name: "cancel_call_back",
  permission: "case:work",
  async run(context, { customer }) {
    const found = await lockOpenCase(context, customer);
    if (!found.ok) return found;
    const may = canCancel(found.value);
    if (may !== true) return refuse(may);
    assert(found.value !== null, "who is called back has an open case");
    await endCallBacks(context.tx, context.creditorId, [found.value.id]);
    await tellOfCase(context, found.value, "call_back_cancelled", {});
    return ok({ id: found.value.id });
  },
});

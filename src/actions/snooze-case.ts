/** Takes a customer off the list until a day, with the reason why. */
import { judgeSnooze, type SnoozeOffer, type SnoozeRefusal } from "../domain/desk/case-acts.ts";
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { assert, ok } from "../domain/values/result.ts";
import { updateSnooze } from "../store/collection-cases.ts";
import { defineAction } from "./action.ts";
import { type CaseRefusal, lockOpenCase, tellOfCase } from "./open-case.ts";

export type SnoozeCase = SnoozeOffer & { readonly customer: CustomerId };

/** It wakes by itself on its day, and earlier by a promise that breaks or money that comes in. */
export const snoozeCase = defineAction<
  SnoozeCase,
  { readonly id: CaseId },
  CaseRefusal | SnoozeRefusal
>({
  name: "snooze_case",
  permission: "case:work",
  async run(context, { customer, ...offer }) {
    const { tx, creditorId, today, actor, newId } = context;
    const found = await lockOpenCase(context, customer);
    if (!found.ok) return found;
    const judged = judgeSnooze(offer, found.value, today);
    if (!judged.ok) return judged;
    assert(found.value !== null, "what may be snoozed is an open case");
    const { id } = found.value;
    const set = { setOn: today, mark: newId<CaseId>(), by: actor.name };
    await updateSnooze(tx, creditorId, id, { ...judged.value, ...set });
    await tellOfCase(context, found.value, "snoozed", judged.value);
    return ok({ id });
  },
});

/** Agrees on a call-back on a day, at an hour where one was agreed. */
import {
  type CallBackOffer,
  type CallBackRefusal,
  judgeCallBack,
} from "../domain/desk/case-acts.ts";
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { assert, ok } from "../domain/values/result.ts";
import { endSnoozes, updateCallBack } from "../store/collection-cases.ts";
import { defineAction } from "./action.ts";
import { type CaseRefusal, lockOpenCase, tellOfCase } from "./open-case.ts";

export type ScheduleCallBack = CallBackOffer & { readonly customer: CustomerId };

/** Takes the place of the one before. It is done by the next contact that is logged. */
export const scheduleCallBack = defineAction<
  ScheduleCallBack,
  { readonly id: CaseId },
  CaseRefusal | CallBackRefusal
>({
  name: "schedule_call_back",
  permission: "case:work",
  async run(context, { customer, ...offer }) {
    const { tx, creditorId, today, now, actor } = context;
    const found = await lockOpenCase(context, customer);
    if (!found.ok) return found;
    const judged = judgeCallBack(offer, found.value, today);
    if (!judged.ok) return judged;
    assert(found.value !== null, "who is called back has an open case");
    const { id } = found.value;
    const { endsSnooze, ...agreed } = judged.value;
    await updateCallBack(tx, creditorId, id, { ...agreed, setAt: now, by: actor.name });
    if (endsSnooze) await endSnoozes(tx, creditorId, [id]);
    await tellOfCase(context, found.value, "call_back", agreed);
    return ok({ id });
  },
});

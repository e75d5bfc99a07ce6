/** Calls somebody above for a customer, by hand and with the reason. */
import { escalationTo, judgeRaise, type RaiseRefusal } from "../domain/desk/escalation.ts";
import type { CustomerId, TaskId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockOneQuietly } from "../store/quiet-locks.ts";
import { defineAction } from "./action.ts";
import { loadResponsible, loadWorkCalendar } from "./escalate-broken.ts";
import { loadLadders } from "./open-approval.ts";
import { openTask } from "./open-task.ts";

type Refusal = RaiseRefusal | { readonly code: "customer_not_found" };

export const raiseEscalation = defineAction<
  { readonly customer: CustomerId; readonly to: string | null; readonly reason: string },
  { readonly id: TaskId },
  Refusal
>({
  name: "raise_escalation",
  permission: "escalation:raise",
  async run(context, { customer, ...raise }) {
    const { tx, creditorId, today, actor } = context;
    if (!(await lockOneQuietly(tx, creditorId, customer))) {
      return refuse({ code: "customer_not_found" });
    }
    const { escalation } = await loadLadders(tx, creditorId);
    const judged = judgeRaise(raise, escalation);
    if (!judged.ok) return judged;
    const { rung, reason } = judged.value;
    const calendar = await loadWorkCalendar(context);
    const whose = (await loadResponsible(context, [customer])).get(customer);
    const because = [{ code: "raised_by_hand", by: actor.name, reason }];
    const cause = { cause: null, customer, subject: null, title: null, because };
    const { cause: _, ...task } = escalationTo(rung, cause, whose, today, calendar);
    return ok({ id: await openTask(context, task) });
  },
});

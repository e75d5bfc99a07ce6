/** What nobody settled in time goes to the next rung, and letters to the next person there. */
import {
  earliestRung,
  judgeDebtorLevel,
  judgeLate,
  type OpenTask,
} from "../domain/desk/escalation.ts";
import type { EscalationPolicy } from "../domain/strategy/policy-escalation.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockCustomers } from "../store/customers.ts";
import { updateStaleEscalations } from "../store/desk-tasks.ts";
import { listLateCustomers, listLateTasks, raiseDebtorLevels } from "../store/escalations.ts";
import { type Context, defineAction } from "./action.ts";
import { loadResponsible, loadWorkCalendar, openEscalations } from "./escalate-broken.ts";
import { loadLadders } from "./open-approval.ts";

export type Escalated = { readonly tasks: number; readonly debtors: number };
type NothingLate = { readonly code: "nothing_due" };

/**
 * For the whole creditor on a day. The same day again opens nothing. Where nothing is late it is
 * refused, so that nothing is written and nothing audited.
 */
export const escalateLate = defineAction<{ readonly day: PlainDate }, Escalated, NothingLate>({
  name: "escalate_late",
  permission: "plan:run",
  async run(context, { day }) {
    const { escalation } = await loadLadders(context.tx, context.creditorId);
    const stale = await endStale(context);
    const tasks = await escalateTasks(context, escalation, day);
    const debtors = await raiseDebtors(context, escalation, day);
    const idle = stale + tasks + debtors === 0;
    return idle ? refuse({ code: "nothing_due" }) : ok({ tasks, debtors });
  },
});

/** What was escalated has been settled since: nobody need answer for it any more. */
const endStale = ({ tx, creditorId, today, now, actor }: Context): Promise<number> =>
  updateStaleEscalations(tx, creditorId, { on: today, at: now, by: actor.name });

async function escalateTasks(
  context: Context,
  policy: EscalationPolicy,
  day: PlainDate,
): Promise<number> {
  const earliest = earliestRung(policy);
  if (earliest === null) return 0;
  const { tx, creditorId } = context;
  const late: readonly OpenTask[] = await listLateTasks(tx, creditorId, addDays(day, -earliest));
  if (late.length === 0) return 0;
  const responsible = await loadResponsible(
    context,
    late.map(({ customer }) => customer),
  );
  const calendar = await loadWorkCalendar(context);
  const escalations = late.flatMap((task) => {
    const whose = task.customer === null ? undefined : responsible.get(task.customer);
    return judgeLate(task, policy, whose, day, calendar) ?? [];
  });
  await touch(context, escalations);
  return await openEscalations(context, escalations);
}

/** Locked, so that nobody works on them meanwhile and their cases are judged anew. */
async function touch(
  { tx, creditorId }: Context,
  about: readonly { readonly customer: CustomerId | null }[],
): Promise<void> {
  const known = about.flatMap(({ customer }) => customer ?? []);
  if (known.length > 0) await lockCustomers(tx, creditorId, [...new Set(known)]);
}

async function raiseDebtors(
  context: Context,
  policy: EscalationPolicy,
  day: PlainDate,
): Promise<number> {
  const top = policy.debtor.at(-1);
  if (top === undefined) return 0;
  const { tx, creditorId, now, newId } = context;
  const late = await listLateCustomers(tx, creditorId, top.level, day);
  const raises = late.flatMap((customer) => {
    const raise = judgeDebtorLevel(customer, policy, day);
    return raise === null ? [] : [{ ...raise, id: newId() }];
  });
  if (raises.length === 0) return 0;
  await touch(context, raises);
  await raiseDebtorLevels(tx, creditorId, raises, { on: day, at: now });
  return raises.length;
}

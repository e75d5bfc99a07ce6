/** What nobody settled in time goes to the next rung, and letters to the next person there. */
import {
  type Escalation,
  earliestRung,
  judgeDebtorLevel,
  judgeLate,
  type OpenTask,
  type Signal,
} from "../domain/desk/escalation.ts";
import type { EscalationPolicy } from "../domain/strategy/policy-escalation.ts";
import { addDays, type PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, TaskId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { updateStaleEscalations } from "../store/desk-tasks.ts";
import {
  listLateCustomers,
  listLateTasks,
  listMissedSince,
  listSilentStages,
  raiseDebtorLevels,
  updatePassedUp,
} from "../store/escalations.ts";
import { lockQuietly } from "../store/quiet-locks.ts";
import { type Context, defineAction } from "./action.ts";
import {
  escalateSignals,
  loadResponsible,
  loadWorkCalendar,
  openEscalations,
} from "./escalate-broken.ts";
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
    const signals = await escalateSignalsOf(context, escalation, day);
    const tasks = signals + (await escalateTasks(context, escalation, day));
    const debtors = await raiseDebtors(context, escalation, day);
    const idle = stale + tasks + debtors === 0;
    return idle ? refuse({ code: "nothing_due" }) : ok({ tasks, debtors });
  },
});

/** What was escalated has been settled since: nobody need answer for it any more. */
const endStale = ({ tx, creditorId, today, now, actor }: Context): Promise<number> =>
  updateStaleEscalations(tx, creditorId, { on: today, at: now, by: actor.name });

/** Days looked back, so that a day which nobody closed escalates with the next. */
const LOOKS_BACK = 7;

/** A stage was reached in silence, an instalment was missed. */
async function escalateSignalsOf(
  context: Context,
  policy: EscalationPolicy,
  day: PlainDate,
): Promise<number> {
  const { tx, creditorId } = context;
  const since = addDays(day, -LOOKS_BACK);
  const silent = await listSilentStages(tx, creditorId, since);
  const missed = await listMissedSince(tx, creditorId, since);
  const signals: readonly Signal[] = [
    ...silent.map(({ case: id, customer, stage, since: from }) => ({
      cause: `stage_without_contact:${id}:${stage}`,
      ...{ customer, subject: id },
      because: [{ code: "stage_without_contact", stage, since: from }],
    })),
    ...missed.map(({ agreement, customer, number, place, dueOn }) => ({
      cause: `instalment_missed:${agreement}:${place}`,
      ...{ customer, subject: agreement },
      because: [{ code: "instalment_missed", number, place, dueOn }],
    })),
  ];
  const opened = await escalateSignals(context, policy, signals, day);
  if (opened > 0) await touch(context, signals);
  return opened;
}

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
  const called = late.flatMap((task) => {
    const whose = task.customer === null ? undefined : responsible.get(task.customer);
    const escalation = judgeLate(task, policy, whose, day, calendar);
    return escalation === null ? [] : [{ task, escalation }];
  });
  const escalations = called.map(({ escalation }) => escalation);
  await touch(context, escalations);
  await passUp(context, called);
  return await openEscalations(context, escalations);
}

type Called = { readonly task: OpenTask; readonly escalation: Escalation };

/** Who did not answer in time has it no longer: one rung at a time, or the list fills up. */
async function passUp(
  { tx, creditorId, today: on, now: at, actor }: Context,
  called: readonly Called[],
): Promise<void> {
  const passed = called.filter(({ task }) => task.kind === "escalation");
  if (passed.length === 0) return;
  const ups = passed.map(({ task, escalation }) => ({
    id: task.id as TaskId,
    why: { code: "passed_up", level: escalation.level, on },
  }));
  await updatePassedUp(tx, creditorId, ups, { on, at, by: actor.name });
}

/** Locked, so that nobody works on them meanwhile and their cases are judged anew. */
async function touch(
  { tx, creditorId }: Context,
  about: readonly { readonly customer: CustomerId | null }[],
): Promise<void> {
  const known = about.flatMap(({ customer }) => customer ?? []);
  if (known.length > 0) await lockQuietly(tx, creditorId, [...new Set(known)]);
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
  await raiseDebtorLevels(tx, creditorId, raises, { on: day, at: now });
  return raises.length;
}

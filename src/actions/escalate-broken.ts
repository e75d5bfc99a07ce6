/** Escalates promises that were broken to the first rung, many customers at once. */
import {
  type Escalation,
  judgeSignal,
  type Responsible,
  type Signal,
} from "../domain/desk/escalation.ts";
import type { EscalationPolicy } from "../domain/strategy/policy-escalation.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, PromiseId, TaskId } from "../domain/values/ids.ts";
import { assert } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor } from "../store/creditors.ts";
import { insertEscalations, listResponsible } from "../store/escalations.ts";
import type { Context } from "./action.ts";
import { loadLadders } from "./open-approval.ts";

export type BrokenPromise = {
  readonly promise: PromiseId;
  readonly customer: CustomerId;
  /** Numbers of the promised items, as people know them. */
  readonly items: readonly string[];
};

/** Who is named for these customers, by customer. */
export async function loadResponsible(
  { tx, creditorId }: Context,
  customers: readonly (CustomerId | null)[],
): Promise<ReadonlyMap<CustomerId, Responsible>> {
  const known = [...new Set(customers.filter((customer) => customer !== null))];
  const found = await listResponsible(tx, creditorId, known);
  return new Map(found.map((row) => [row.customer, row]));
}

/** Opens these today in the name of who acts; who was called for the same cause is not again. */
export async function openEscalations(
  { tx, creditorId, today, now, actor, newId }: Context,
  escalations: readonly Escalation[],
): Promise<number> {
  if (escalations.length === 0) return 0;
  const who = { openedBy: actor.name, openedById: actor.user };
  const opened = { openedOn: today, openedAt: now, ...who };
  const rows = escalations.map((one) => ({ ...one, id: newId<TaskId>() }));
  return await insertEscalations(tx, creditorId, rows, opened);
}

/** The working days by which this creditor counts. */
export async function loadWorkCalendar({ tx, creditorId }: Context) {
  const creditor = await findCreditor(tx, creditorId);
  assert(creditor !== null, "who acts acts for a creditor");
  return await loadCalendar(tx, creditor.country);
}

/** Calls the first rung for each of these, today; the same cause escalates once. */
export async function escalateSignals(
  context: Context,
  policy: EscalationPolicy,
  signals: readonly Signal[],
  day: PlainDate,
): Promise<number> {
  if (signals.length === 0) return 0;
  const calendar = await loadWorkCalendar(context);
  const customers = signals.map(({ customer }) => customer);
  const responsible = await loadResponsible(context, customers);
  const escalations = signals.flatMap(
    (signal) => judgeSignal(signal, policy, responsible.get(signal.customer), day, calendar) ?? [],
  );
  return await openEscalations(context, escalations);
}

/**
 * At once, on the day a promise is judged broken: somebody with more weight speaks to the customer
 * while the word is fresh. The same promise escalates once, however often the day is closed.
 */
export async function escalateBroken(
  context: Context,
  day: PlainDate,
  broken: readonly BrokenPromise[],
): Promise<void> {
  if (broken.length === 0) return;
  const { escalation } = await loadLadders(context.tx, context.creditorId);
  const signals = broken.map(({ promise, customer, items }) => ({
    cause: `promise_broken:${promise}`,
    ...{ customer, subject: promise },
    because: [{ code: "promise_broken", promise, judgedOn: day, items }],
  }));
  await escalateSignals(context, escalation, signals, day);
}

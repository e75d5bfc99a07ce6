/** Releases lines of the day's plan: messages go to the outbox, tasks to the worklist. */
import type { MessageId, PlanStepId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { type Creditor, lockCreditor, takeLetterNumbers } from "../store/creditors.ts";
import {
  type LetterCustomerRow,
  listStepCustomers,
  lockLetterCustomers,
} from "../store/letters.ts";
import { insertMessages, type NewMessage } from "../store/messages.ts";
import { lockSteps, type PlanStep, updateSteps } from "../store/plans.ts";
import { insertStepMarks } from "../store/step-marks.ts";
import { type Context, defineAction } from "./action.ts";
import { composeFacts, letterLine, letterNumber, loadLetterDesk } from "./letter-desk.ts";

export type Released = {
  readonly released: number;
  /** Lines whose customer changed since they were planned; the next look plans them anew. */
  readonly stale: readonly PlanStepId[];
};

/**
 * Releases these lines; those that are not waiting any more are left alone. A line whose customer
 * changed since (a payment, a hold, a new address) is not released: what it states may be wrong.
 */
export const releasePlan = defineAction<
  { readonly steps: readonly PlanStepId[] },
  Released,
  { readonly code: "nothing_to_release" }
>({
  name: "release_plan",
  permission: "plan:release",
  async run(context, { steps }) {
    const { released, stale } = await releaseSteps(context, steps);
    if (released + stale.length === 0) return refuse({ code: "nothing_to_release" });
    return ok({ released, stale });
  },
});

/** As `releasePlan`, inside the transaction of the caller. */
export async function releaseSteps(
  context: Context,
  ids: readonly PlanStepId[],
): Promise<Released> {
  const { tx, creditorId, now, today, actor } = context;
  const by = { at: now, actor: actor.name };
  const creditor = await lockCreditor(tx, creditorId);
  const customers = await lockLetterCustomers(
    tx,
    creditorId,
    await listStepCustomers(tx, creditorId, ids),
  );
  const waiting = await lockSteps(tx, creditorId, ids, ["planned"]);
  const changed = new Set(customers.filter((row) => row.changed).map(({ id }) => id));
  const isStale = (step: PlanStep) => step.day !== today || changed.has(step.customer);
  const fresh = waiting.filter((step) => !isStale(step));
  const stale = waiting.filter(isStale);

  await updateSteps(
    tx,
    creditorId,
    stale.map(({ id }) => id),
    { state: "superseded", ...by },
  );
  await updateSteps(
    tx,
    creditorId,
    fresh.map(({ id }) => id),
    { state: "released", ...by },
  );
  await insertStepMarks(
    tx,
    creditorId,
    fresh.map(({ id }) => id),
    false,
  );
  await queueMessages(context, creditor, customers, fresh.filter(isMessage));
  return { released: fresh.length, stale: stale.map(({ id }) => id) };
}

const isMessage = (step: PlanStep): boolean => step.track !== "task";

async function queueMessages(
  context: Context,
  creditor: Creditor,
  customers: readonly LetterCustomerRow[],
  steps: readonly PlanStep[],
): Promise<void> {
  if (steps.length === 0) return;
  const { tx, creditorId, now, newId } = context;
  const lines = steps.map(letterLine);
  const desk = await loadLetterDesk(context, creditor, customers, lines);
  const first = await takeLetterNumbers(tx, creditorId, steps.length);
  const messages = lines.map((line, at): NewMessage => {
    const composed = composeFacts(desk, line, letterNumber(line.day, first + BigInt(at)));
    const planStep = steps[at]?.id ?? null;
    return {
      id: newId<MessageId>(),
      customer: line.customer,
      planStep,
      queuedAt: now,
      ...composed,
    };
  });
  await insertMessages(tx, creditorId, messages);
}

/** Keeps the cases of customers: opened, judged anew, closed. Called for whoever was touched. */
import {
  type CaseFacts,
  type CaseJudgement,
  judgeCase,
  type KeptCase,
  type Work,
} from "../domain/desk/case.ts";
import type { Policy, Stage } from "../domain/strategy/policy.ts";
import { USUAL_WORKLIST } from "../domain/strategy/policy-worklist.ts";
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { type CaseAccount, type LatenessOf, loadCaseAccounts } from "../store/case-accounts.ts";
import { insertCaseEvents, type NewCaseEvent } from "../store/case-events.ts";
import {
  closeCases,
  endCallBacks,
  endSnoozes,
  type KeptRow,
  saveCases,
  updateReasons,
} from "../store/collection-cases.ts";
import { findPolicyInForce } from "../store/policy-in-force.ts";
import { forgetTouched } from "../store/touched.ts";
import type { Context } from "./action.ts";

/** Customers judged by one round of statements. */
const ROUND = 1_000;

type Judged = { readonly account: CaseAccount; readonly judgement: CaseJudgement };
type Kept = { readonly account: CaseAccount; readonly id: CaseId; readonly kept: KeptCase };

/**
 * Judges the cases of these customers as of the context's day and writes what follows. However
 * many there are: what an action changed is on the list at once. `known`: how late each of them
 * is, where the caller has just read it.
 */
export async function keepCases(
  context: Context,
  customers: readonly CustomerId[],
  known?: LatenessOf,
): Promise<void> {
  if (customers.length === 0) return;
  forgetTouched(context.tx, customers);
  const inForce = await findPolicyInForce(context.tx, context.creditorId);
  for (let at = 0; at < customers.length; at += ROUND) {
    await keepRound(context, inForce?.policy ?? null, customers.slice(at, at + ROUND), known);
  }
}

async function keepRound(
  context: Context,
  policy: Policy | null,
  customers: readonly CustomerId[],
  known: LatenessOf | undefined,
): Promise<void> {
  const { tx, creditorId, today, newId } = context;
  const stageOf = stagesOf(policy);
  const accounts = await loadCaseAccounts(tx, creditorId, customers, today, known);
  const judged = accounts.map((account): Judged => {
    const facts = factsOf(account, stageOf);
    return { account, judgement: judgeCase(facts, policy?.worklist ?? USUAL_WORKLIST, today) };
  });
  const kept = judged.flatMap(({ account, judgement }): Kept[] =>
    judgement.verdict === "open" || judgement.verdict === "keep"
      ? [{ account, id: account.case ?? newId<CaseId>(), kept: judgement.kept }]
      : [],
  );
  const closed = judged.flatMap(({ account, judgement }) =>
    judgement.verdict === "close" && account.case !== null ? [account.case] : [],
  );
  await saveCases(
    tx,
    creditorId,
    kept.map((one) => rowOf(one, today)),
    today,
  );
  await closeCases(tx, creditorId, closed, today);
  await followUp(context, kept);
}

/** What ended by itself, what a contact found out, and the events that tell of it. */
async function followUp(context: Context, kept: readonly Kept[]): Promise<void> {
  const { tx, creditorId, today, now, actor } = context;
  const woken = kept.filter(({ account, kept: { snoozed } }) => account.wasSnoozed && !snoozed);
  const calledBack = kept.filter(({ account }) => account.calledBack);
  const climbed = kept.filter(
    ({ account, kept: { stage } }) => account.stage !== null && account.stage !== stage,
  );
  const found = kept.flatMap(({ account: { foundReason }, id }) =>
    foundReason === null ? [] : [{ ...foundReason, case: id }],
  );
  const ids = (some: readonly Kept[]) => some.map(({ id }) => id);
  await endSnoozes(tx, creditorId, ids(woken));
  await endCallBacks(tx, creditorId, ids(calledBack));
  await updateReasons(tx, creditorId, found);
  const event = (
    { account, id }: Kept,
    kind: NewCaseEvent["kind"],
    facts: object,
  ): NewCaseEvent => ({
    id: context.newId<CaseId>(),
    customer: account.customer,
    case: id,
    kind,
    facts,
  });
  await insertCaseEvents(
    tx,
    creditorId,
    [
      ...woken.map((one) => event(one, "woken", { because: wokenBecause(one, context) })),
      ...climbed.map((one) => event(one, "stage", { from: one.account.stage, to: one.kept.stage })),
    ],
    { day: today, at: now, by: actor.name },
  );
}

function wokenBecause({ account }: Kept, { today }: Context): string {
  if (account.paidSinceSnooze) return "money_came_in";
  const until = account.snooze?.until;
  return until !== undefined && until <= today ? "day_came" : "promise_broken";
}

/** The stage of a step by its key; a step that the policy no longer has says nothing. */
function stagesOf(policy: Policy | null): (step: string) => readonly Stage[] {
  const known = new Map(policy?.steps.map(({ key, stage }) => [key, stage]));
  return (step) => {
    const stage = known.get(step);
    return stage === undefined ? [] : [stage];
  };
}

function factsOf(account: CaseAccount, stageOf: (step: string) => readonly Stage[]): CaseFacts {
  const { stepsHad, lines, callBack, taskOn, ...facts } = account;
  const work: Work[] = lines.map(({ track, on, step }) => ({
    kind: track === "task" ? "task" : "letter",
    on,
    at: null,
    because: [{ code: "step_waits", step }],
  }));
  if (callBack !== null) {
    const { on, at, note } = callBack;
    work.push({ kind: "call_back", on, at, because: [{ code: "call_back", on, at, note }] });
  }
  if (taskOn !== null) {
    work.push({ kind: "desk_task", on: taskOn, at: null, because: [{ code: "task_waits" }] });
  }
  return {
    ...facts,
    waiting: work,
    stages: [...stepsHad.flatMap(stageOf), ...lines.map(({ stage }) => stage)],
  };
}

function rowOf({ account, id, kept }: Kept, today: Context["today"]): KeptRow {
  const { customer, openedOn, overdue, oldestDueOn, overdueItems } = account;
  const { stage, priority, next, work, reviewOn } = kept;
  return {
    id,
    customer,
    openedOn: openedOn ?? today,
    stage,
    overdue,
    oldestDueOn: oldestDueOn ?? today,
    overdueItems,
    points: priority.points,
    parts: priority.parts,
    next,
    work: firstOfEachKind(work),
    reviewOn,
  };
}

/** Work is by day, so the first of a kind is its earliest. */
function firstOfEachKind(work: readonly Work[]): readonly Work[] {
  return work.filter(({ kind }, at) => work.findIndex((other) => other.kind === kind) === at);
}

/** The plan of a day: totals, lines and skips in windows, and how far sending is. */
import { type Stage, type Track, trackOf, type Words } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, PlanStepId } from "../domain/values/ids.ts";
import {
  countPlanRows,
  listPlanRows,
  type PlanRow,
  type PlanRowsAsked,
} from "../store/plan-rows.ts";
import {
  countOverdueOn,
  findRunDetail,
  listPlanSums,
  listRunDays,
  listSendingOf,
  listSkipRows,
  listSkipSums,
  type PlanSum,
  type SendingCount,
} from "../store/plan-sums.ts";
import { findStep, listStepIds } from "../store/plans.ts";
import type { PolicyInForce } from "../store/policy-in-force.ts";
import type { Sight } from "./look.ts";
import { both, storedLine } from "./plan-line.ts";
import { loadPolicy, stepNames } from "./policy-in-force.ts";

const SENDING = {
  queued: 0,
  composed: 0,
  sending: 0,
  sent: 0,
  uncertain: 0,
  failed: 0,
  withdrawn: 0,
};

/** Counts by state, every state named. */
export const sendingOf = (counts: readonly SendingCount[]): typeof SENDING => ({
  ...SENDING,
  ...Object.fromEntries(counts.map(({ state, count }) => [state, count])),
});

/** A day's plan in totals; without a day, today's. */
export async function viewPlan(sight: Sight, asked: PlainDate | undefined) {
  const { tx, creditor, today } = sight;
  const day = asked ?? today;
  const sums = await listPlanSums(tx, creditor.id, day);
  const inForce = await loadPolicy(tx, creditor.id);
  return {
    day,
    today,
    run: await findRunDetail(tx, creditor.id, day),
    entry: {
      chosen: creditor.entry,
      liveOn: creditor.liveOn,
      affectedItems: await countOverdueOn(tx, creditor.id, creditor.liveOn ?? today),
      choices: entryChoices(inForce),
    },
    totals: sums,
    skips: await listSkipSums(tx, creditor.id, day),
    sending: sendingOf(await listSendingOf(tx, creditor.id, day)),
    days: await listRunDays(tx, creditor.id),
    can: verbs(sight, day, sums),
  };
}

function verbs(sight: Sight, day: PlainDate, sums: readonly PlanSum[]) {
  const { may, today } = sight;
  const isToday = day === today || ({ code: "step_of_another_day", day, today } as const);
  const any = (...states: readonly PlanSum["state"][]) =>
    sums.some(({ state }) => states.includes(state));
  const waiting = any("planned") ? isToday : ({ code: "nothing_to_release" } as const);
  const undoable = any("released", "dropped") || ({ code: "nothing_to_undo" } as const);
  return {
    run: both(may("plan:run"), isToday),
    releaseAll: both(may("plan:release_all"), waiting),
    undoAll: both(may("plan:undo"), undoable),
    chooseEntry: may("policy:publish"),
  };
}

const FIRST_LETTER: Words = {
  zh: "先向全部客户发出首封催款函，再由此起算",
  en: "First letter to everybody; the ladder counts from it",
};
const BY_AGE: Words = { zh: "按实际逾期天数进入相应阶段", en: "By age, as if always here" };

/** How items overdue on the first day may enter: the two ways, or at a step of the ladder. */
function entryChoices(inForce: PolicyInForce | null) {
  const steps = inForce?.policy.steps ?? [];
  return [
    { entry: "first_letter", name: FIRST_LETTER },
    { entry: "by_age", name: BY_AGE },
    ...steps
      .filter((step) => trackOf(step) === "demand")
      .map(({ key, name }) => ({ entry: key, name })),
  ];
}

type Windowed = { readonly offset: number; readonly size: number };
export type StepsAsked = Windowed & {
  readonly day?: PlainDate | undefined;
  readonly track?: Track | undefined;
  readonly stage?: Stage | undefined;
  readonly channel?: string | undefined;
  readonly state?: PlanRow["state"] | undefined;
  readonly search?: string | undefined;
};

/** A window of a day's lines. */
export async function viewPlanSteps(sight: Sight, asked: StepsAsked) {
  const { tx, creditor, today } = sight;
  const filter: PlanRowsAsked = {
    day: asked.day ?? today,
    track: asked.track ?? null,
    stage: asked.stage ?? null,
    channel: asked.channel ?? null,
    state: asked.state ?? null,
    search: asked.search || null,
    offset: asked.offset,
    size: asked.size,
  };
  const names = stepNames(await loadPolicy(tx, creditor.id));
  const found = await listPlanRows(tx, creditor.id, filter);
  return {
    total: await countPlanRows(tx, creditor.id, filter),
    steps: found.map((row) => storedLine(sight, names, row)),
  };
}

export type SkipsAsked = Windowed & {
  readonly day?: PlainDate | undefined;
  readonly reason?: string | undefined;
};

/** A window of what a day's plan left out. */
export async function viewPlanSkips(sight: Sight, asked: SkipsAsked) {
  const { tx, creditor, today } = sight;
  const day = asked.day ?? today;
  const reason = asked.reason ?? null;
  const names = stepNames(await loadPolicy(tx, creditor.id));
  const sums = await listSkipSums(tx, creditor.id, day);
  const found = await listSkipRows(tx, creditor.id, day, { ...asked, reason });
  return {
    total: sums
      .filter((sum) => reason === null || sum.reason === reason)
      .reduce((total, { count }) => total + count, 0),
    skips: found.map(({ customer, customerNumber, customerName, grade, ...skip }) => ({
      customer: { id: customer, number: customerNumber, name: customerName, grade },
      step: skip.step,
      name: skip.step === null ? null : names(skip.step),
      reason: skip.reason,
      items: skip.items.map(({ id, number }) => ({ id, number })),
      because: skip.because,
    })),
  };
}

/** The ids of a day's lines in these states. */
export async function viewStepIds(
  { tx, creditor, today }: Sight,
  day: PlainDate | undefined,
  states: readonly PlanRow["state"][],
): Promise<readonly PlanStepId[]> {
  const found: PlanStepId[] = [];
  for (const state of states) {
    const ids = await listStepIds(tx, creditor.id, day ?? today, state, { byItself: false });
    found.push(...ids);
  }
  return found;
}

/** Whose line this is; null when there is none. */
export const viewCustomerOfStep = async (
  { tx, creditor }: Sight,
  step: PlanStepId,
): Promise<CustomerId | null> => (await findStep(tx, creditor.id, step))?.customer ?? null;

/** Closes a creditor's day: judges what changed, plans steps and skips, releases what may go. */
import { type PolicyRefusal, parsePolicy } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId, PlanStepId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { listWokenCustomers, lockWokenCustomers, updateWakeDays } from "../store/accounts.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor, lockCreditor, updateLiveOn } from "../store/creditors.ts";
import { addLookedAt, closeRun, findLastRun, openRun } from "../store/day-runs.ts";
import {
  countPlan,
  insertSkips,
  insertSteps,
  listStepIds,
  type PlanCounts,
  supersedePlanned,
  supersedeTasks,
} from "../store/plans.ts";
import { findPolicy } from "../store/policies.ts";
import { updatePromiseState } from "../store/promises.ts";
import type { Executor } from "../store/sql.ts";
import { type Context, defineAction } from "./action.ts";
import { businessDayOf, type Desk, type PerformRefusal, perform } from "./perform.ts";
import { type DayFrame, type PlannedCustomer, planAccounts } from "./plan-accounts.ts";
import { releaseSteps } from "./release-plan.ts";
import { type Stopwatch, unwatched } from "./stopwatch.ts";

/** Customers planned by one short transaction. */
const CHUNK = 1_000;
/** Lines released by one short transaction. */
const RELEASE_CHUNK = 500;

export type CloseDayRefusal =
  | PerformRefusal
  | PolicyRefusal
  | { readonly code: "policy_missing" }
  | { readonly code: "day_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "day_already_passed"; readonly day: PlainDate; readonly lastDay: PlainDate };

export type DayClosed = PlanCounts & {
  readonly day: PlainDate;
  /** Nothing is released on the first day without a person. */
  readonly firstDay: boolean;
  readonly policyVersion: number;
  /** Days on which nobody closed the book, caught up by this run. */
  readonly missedSince: PlainDate | null;
  readonly lookedAt: number;
};

type DayFrameFound = DayFrame & { readonly policyVersion: number; readonly firstDay: boolean };

/**
 * What the whole day is decided with. A creditor is live from the first day on which anything was
 * planned: a Sunday or an empty book on which the plan was tried begins nothing.
 */
async function frameOf(
  tx: Executor,
  creditorId: Context["creditorId"],
  day: PlainDate,
): Promise<Result<DayFrameFound, CloseDayRefusal>> {
  const creditor = await findCreditor(tx, creditorId);
  if (creditor === null) return refuse({ code: "creditor_not_found" });
  const stored = await findPolicy(tx, creditorId);
  if (stored === null) return refuse({ code: "policy_missing" });
  const policy = parsePolicy(stored.body);
  if (!policy.ok) return policy;
  const liveOn = creditor.liveOn ?? day;
  return ok({
    day,
    policy: policy.value,
    calendar: await loadCalendar(tx, creditor.country),
    entry: { liveOn, entry: creditor.entry },
    policyVersion: stored.version,
    firstDay: day <= liveOn,
  });
}

/** Opens the day's run. Refuses a future day and one before the last that was closed. */
const openDay = defineAction<
  { readonly day: PlainDate; readonly clockDay: PlainDate },
  { readonly missedSince: PlainDate | null },
  CloseDayRefusal
>({
  name: "open_day",
  permission: "plan:run",
  async run({ tx, creditorId, now }, { day, clockDay }) {
    if (day > clockDay) return refuse({ code: "day_in_future", day, today: clockDay });
    await lockCreditor(tx, creditorId);
    const last = await findLastRun(tx, creditorId);
    if (last !== null && day < last.day) {
      return refuse({ code: "day_already_passed", day, lastDay: last.day });
    }
    const frame = await frameOf(tx, creditorId, day);
    if (!frame.ok) return frame;
    await openRun(tx, creditorId, frame.value, now);
    return ok({ missedSince: last === null || last.day === day ? null : last.day });
  },
});

type NothingDue = { readonly code: "nothing_due" };
type Chunk = { readonly day: PlainDate; readonly watch: Stopwatch };

/**
 * Plans up to 1,000 woken customers in one transaction and says when each is due next. Where there
 * is nothing to do it is refused, so that nothing is written and nothing audited.
 */
const planChunk = defineAction<Chunk, { readonly count: number }, CloseDayRefusal | NothingDue>({
  name: "plan_chunk",
  permission: "plan:run",
  audited: ({ day }) => ({ day }),
  async run(context, { day, watch }) {
    const { tx, creditorId } = context;
    const woken = await watch("loading", () => lockWokenCustomers(tx, creditorId, day, CHUNK));
    if (woken.length === 0) return refuse({ code: "nothing_due" });
    const frame = await frameOf(tx, creditorId, day);
    if (!frame.ok) return frame;
    const planned = await planAccounts(tx, creditorId, woken, frame.value, watch);
    await watch("storing", () => storePlans(context, day, planned));
    await addLookedAt(tx, creditorId, day, woken.length);
    return ok({ count: woken.length });
  },
});

async function storePlans(
  { tx, creditorId, now, actor, newId }: Context,
  day: PlainDate,
  planned: readonly PlannedCustomer[],
): Promise<void> {
  const by = { at: now, actor: actor.name };
  const customers = planned.map(({ customer }) => customer);
  const withTask = planned.filter(({ steps }) => steps.some(({ track }) => track === "task"));
  for (const { id, state } of planned.flatMap(({ judged }) => judged)) {
    await updatePromiseState(tx, creditorId, id, state, day);
  }
  await supersedePlanned(tx, creditorId, day, by, customers);
  await supersedeTasks(
    tx,
    creditorId,
    by,
    customers,
    withTask.map(({ customer }) => customer),
  );
  const steps = planned.flatMap((plan) => plan.steps);
  const skips = planned.flatMap((plan) => plan.skips);
  await insertSteps(
    tx,
    creditorId,
    day,
    by,
    steps.map((step) => ({ ...step, id: newId() })),
  );
  await insertSkips(
    tx,
    creditorId,
    day,
    skips.map((skip) => ({ ...skip, id: newId() })),
  );
  await updateWakeDays(
    tx,
    creditorId,
    customers,
    planned.map(({ wakeOn }) => wakeOn),
  );
}

const finishDay = defineAction<
  { readonly day: PlainDate },
  PlanCounts & { readonly lookedAt: number; readonly firstDay: boolean; policyVersion: number },
  never
>({
  name: "close_day",
  permission: "plan:run",
  async run({ tx, creditorId, now }, { day }) {
    await closeRun(tx, creditorId, day, now);
    const closed = await findLastRun(tx, creditorId);
    assert(closed !== null && closed.day === day, "the day that is closed is the last one");
    const { lookedAt, firstDay, policyVersion } = closed;
    const counts = await countPlan(tx, creditorId, day);
    const creditor = await lockCreditor(tx, creditorId);
    if (creditor.liveOn === null && counts.planned > 0) await updateLiveOn(tx, creditorId, day);
    return ok({ ...counts, lookedAt, firstDay, policyVersion });
  },
});

/** Releases one chunk of what the policy lets go by itself; tasks go to the worklist. */
const releaseByItself = defineAction<
  { readonly day: PlainDate },
  { readonly count: number },
  NothingDue
>({
  name: "release_by_itself",
  permission: "plan:run",
  async run(context, { day }) {
    const ids: readonly PlanStepId[] = await listStepIds(
      context.tx,
      context.creditorId,
      day,
      "planned",
      { byItself: true },
    );
    const chunk = ids.slice(0, RELEASE_CHUNK);
    if (chunk.length === 0) return refuse({ code: "nothing_due" });
    const { released, stale } = await releaseSteps(context, chunk);
    assert(released + stale.length === chunk.length, "each line is released or found stale");
    return ok({ count: chunk.length });
  },
});

/** Does chunk after chunk until one is not full: what it left, another worker has claimed. */
async function inChunks(
  size: number,
  work: () => Promise<Result<{ readonly count: number }, CloseDayRefusal | NothingDue>>,
): Promise<Result<null, CloseDayRefusal>> {
  for (;;) {
    const chunk = await work();
    if (!chunk.ok && chunk.refusal.code === "nothing_due") return ok(null);
    if (!chunk.ok) return refuse(chunk.refusal as CloseDayRefusal);
    if (chunk.value.count < size) return ok(null);
  }
}

/** Two lanes share a day, so that one decides while the other's rows are written. */
async function planAll(
  desk: Desk,
  day: PlainDate,
  watch: Stopwatch,
): Promise<Result<null, CloseDayRefusal>> {
  const plan = () => perform(desk, planChunk, { day, watch });
  const first = await plan();
  if (!first.ok && first.refusal.code === "nothing_due") return ok(null);
  if (!first.ok) return refuse(first.refusal as CloseDayRefusal);
  if (first.value.count < CHUNK) return ok(null);
  const [left, right] = await Promise.all([inChunks(CHUNK, plan), inChunks(CHUNK, plan)]);
  return left.ok ? right : left;
}

/**
 * Closes `day` (the desk's business day unless said). Days that were missed are caught up by this
 * one run; the same day again looks only at customers that changed since. A run that was killed
 * goes on where it stopped, and several workers may share one.
 */
export async function closeDay(
  desk: Desk,
  { day: asked, watch = unwatched }: CloseDayOptions = {},
): Promise<Result<DayClosed, CloseDayRefusal>> {
  const clockDay = await businessDayOf(desk);
  if (clockDay === null) return refuse({ code: "creditor_not_found" });
  const day = asked ?? clockDay;
  const onDay = { ...desk, today: day };
  const opened = await perform(onDay, openDay, { day, clockDay });
  if (!opened.ok) return opened;
  const planned = await planAll(onDay, day, watch);
  if (!planned.ok) return planned;
  const finished = await perform(onDay, finishDay, { day });
  if (!finished.ok) return finished;
  if (!finished.value.firstDay) {
    const gone = await inChunks(RELEASE_CHUNK, () => perform(onDay, releaseByItself, { day }));
    if (!gone.ok) return gone;
  }
  const counts = await desk.database.reading((tx) => countPlan(tx, desk.creditorId, day));
  return ok({ day, ...finished.value, ...counts, ...opened.value });
}

export type CloseDayOptions = {
  readonly day?: PlainDate;
  readonly watch?: Stopwatch;
};

/** What closing `day` would do for the customers it would look at; nothing is stored. */
export async function previewDay(
  desk: Desk,
  day: PlainDate,
): Promise<Result<DayPreview, CloseDayRefusal>> {
  return desk.database.reading(async (tx) => {
    const frame = await frameOf(tx, desk.creditorId, day);
    if (!frame.ok) return frame;
    const planned: PlannedCustomer[] = [];
    let after: CustomerId | null = null;
    for (;;) {
      const woken = await listWokenCustomers(tx, desk.creditorId, day, after, CHUNK);
      planned.push(...(await planAccounts(tx, desk.creditorId, woken, frame.value, unwatched)));
      if (woken.length < CHUNK) break;
      after = woken[woken.length - 1]?.id ?? null;
    }
    const { policyVersion, firstDay } = frame.value;
    return ok({ day, policyVersion, firstDay, planned });
  });
}

export type DayPreview = {
  readonly day: PlainDate;
  readonly policyVersion: number;
  readonly firstDay: boolean;
  readonly planned: readonly PlannedCustomer[];
};

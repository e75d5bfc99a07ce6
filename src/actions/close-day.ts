/** Closes a creditor's day: judges what changed, plans steps and skips, releases what may go. */
import { firstMissedDay } from "../domain/strategy/missed-days.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { PlanStepId } from "../domain/values/ids.ts";
import { assert, ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCreditor, updateLiveOn } from "../store/creditors.ts";
import { closeRun, findLastRun, openRun } from "../store/day-runs.ts";
import { countPlan, listStepIds, type PlanCounts } from "../store/plans.ts";
import { defineAction } from "./action.ts";
import { type CloseDayRefusal, frameOf } from "./day-frame.ts";
import { escalateLate } from "./escalate-late.ts";
import { judgeAgreements } from "./judge-agreements.ts";
import { businessDayOf, type Desk, perform } from "./perform.ts";
import { CHUNK, type NothingDue, planChunk } from "./plan-chunk.ts";
import { releaseSteps } from "./release-plan.ts";
import { reviewCases } from "./review-cases.ts";
import { type Stopwatch, unwatched } from "./stopwatch.ts";

/** Lines released by one short transaction. */
const RELEASE_CHUNK = 500;

export type DayClosed = PlanCounts & {
  readonly day: PlainDate;
  /** Nothing is released on the first day without a person. */
  readonly firstDay: boolean;
  readonly policyVersion: number;
  /** The first of the days that nobody closed, caught up by this run; null: none was missed. */
  readonly missedSince: PlainDate | null;
  readonly lookedAt: number;
};

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
    return ok({ missedSince: firstMissedDay(last?.day ?? null, day) });
  },
});

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
  // before anything is planned: what an agreement lets rest is part of the plan
  await judgeAgreements(onDay, day);
  const planned = await planAll(onDay, day, watch);
  if (!planned.ok) return planned;
  const reviewed = await inChunks(CHUNK, () => perform(onDay, reviewCases, { day }));
  if (!reviewed.ok) return reviewed;
  // after the plan: what broke today and what nobody settled is called up before letters go
  await perform(onDay, escalateLate, { day });
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

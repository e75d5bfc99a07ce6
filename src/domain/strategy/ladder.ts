/** The ladder: which step of it is an item's own today, and when the next one comes. */
import type { CompiledStep, Ladder } from "./compiled-policy.ts";
import { assumedBelow, type DunningDay, type Standing, triggerDay } from "./standing.ts";

/** No day: later than any day there is. */
export const NEVER = Number.POSITIVE_INFINITY;

export type Place = {
  /** The step that is due: the furthest that has come and is further than the furthest had. */
  readonly own: CompiledStep | null;
  /** The step it would have been, had an earlier one not to come first. */
  readonly wanted: CompiledStep | null;
  /** A further step that has come but wants evidence or its minimum. */
  readonly blocked: CompiledStep | null;
  /** The day `own` came; the entry step of a waiting item has come today. */
  readonly since: number;
  /** The next day after today on which a further step comes, or NEVER. */
  readonly next: number;
};

/** What a step is judged by: an item's own chased amount or what the customer owes in its currency. */
export function judgedAmount(step: CompiledStep, at: Standing, day: DunningDay): bigint {
  if (step.byItem) return at.resting.chased;
  return day.totals.get(at.item.currency) ?? 0n;
}

/** Why a step isn't for this item; one that is only for large amounts isn't worth a word. */
type Bar = "evidence" | "minimum" | "not_large";

/** An item of which nothing is chased takes any step: it is only named among what is left out. */
function barOf(step: CompiledStep, at: Standing, day: DunningDay): Bar | null {
  if (step.evidence) return "evidence";
  if (step.floors.length === 0 || at.resting.chased === 0n) return null;
  const amount = judgedAmount(step, at, day);
  for (const { amounts, bar } of step.floors) {
    const least = amounts.get(at.item.currency);
    const passes = least === undefined ? bar === "minimum" : amount >= least;
    if (!passes) return bar;
  }
  return null;
}

function cameOn(step: CompiledStep, at: Standing, day: DunningDay): number {
  if (!at.frozen || day.entry.step === null) return triggerDay(step, at, day.count);
  return step.ladderDay <= day.entry.step.ladderDay ? day.day : NEVER;
}

/** What an item has had today doesn't count yet: the step after it never goes the same day. */
function afterIsMet(after: CompiledStep, at: Standing, day: DunningDay): boolean {
  return (
    at.hadBefore[after.ladder] >= after.index ||
    after.ladderDay < assumedBelow(at, day) ||
    barOf(after, at, day) !== null
  );
}

/** The step, or the earliest one that it asks for first; null when that one is no step of today. */
function firstOf(step: CompiledStep, at: Standing, day: DunningDay): CompiledStep | null {
  let first = step;
  while (first.after !== null && !afterIsMet(first.after, at, day)) {
    first = first.after;
    if (first.ladder !== step.ladder) return null;
  }
  const fresh = first.index > at.had[first.ladder];
  return fresh && cameOn(first, at, day) <= day.day ? first : null;
}

/** Finds an item's own step on a ladder and the day the next one comes. */
export function placeOn(ladder: Ladder, at: Standing, day: DunningDay): Place {
  let own: CompiledStep | null = null;
  let wanted: CompiledStep | null = null;
  let blocked: CompiledStep | null = null;
  let next = NEVER;
  for (let index = ladder.steps.length - 1; index > at.had[ladder.name]; index -= 1) {
    const step = ladder.steps[index] as CompiledStep;
    const came = cameOn(step, at, day);
    if (came > day.day) next = Math.min(next, came);
    if (came > day.day || own !== null) continue;
    const bar = barOf(step, at, day);
    if (bar === null) own = firstOf(step, at, day);
    else if (bar !== "not_large") blocked ??= step;
    if (own !== null && own !== step) wanted = step;
  }
  const since = own === null ? NEVER : cameOn(own, at, day);
  return { own, wanted, blocked, since, next };
}

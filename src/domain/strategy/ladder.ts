/** The ladder: which step of it is an item's own today, and when the next one comes. */
import type { CompiledStep, Ladder } from "./compiled-policy.ts";
import type { AccountPromise } from "./dunning-account.ts";
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
  /** The broken promise for which `own` goes before its day; null: it has come. */
  readonly harder: AccountPromise | null;
};

/** What a step is judged by: the item's chased amount, or the customer's sum in its currency. */
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
  const entry = day.entry.step;
  if (!at.frozen || entry === null) return triggerDay(step, at, day.count);
  return comesWithEntry(step, entry, day) ? day.day : NEVER;
}

/** Counted as it will be once the letter has gone today; else the same day would plan anew. */
function comesWithEntry(step: CompiledStep, entry: CompiledStep, day: DunningDay): boolean {
  if (step.ladder === "demand" || !step.working) return step.ladderDay <= entry.ladderDay;
  return day.count.plusWorking(day.day - entry.ladderDay, step.days) <= day.day;
}

/** What an item has had today doesn't count yet: the step after it never goes the same day. */
function afterIsMet(after: CompiledStep, at: Standing, day: DunningDay): boolean {
  return (
    at.marks.hadBefore[after.ladder] >= after.index ||
    after.ladderDay < assumedBelow(at, day) ||
    barOf(after, at, day) !== null
  );
}

/** Whether nothing but its day keeps an item from a step. */
export const isOpenTo = (step: CompiledStep, at: Standing, day: DunningDay): boolean =>
  barOf(step, at, day) === null && (step.after === null || afterIsMet(step.after, at, day));

/**
 * Whether a waiting item's step comes with the entry on some days and not on others, as holidays
 * fall. Working days never take fewer calendar days than there are of them.
 */
function mayComeAnyDay(step: CompiledStep, at: Standing, day: DunningDay): boolean {
  const entry = day.entry.step;
  const counted = step.ladder !== "demand" && step.working;
  return at.frozen && entry !== null && counted && step.days <= entry.ladderDay;
}

/** The step, or the earliest one that it asks for first; null when that one is no step of today. */
function firstOf(step: CompiledStep, at: Standing, day: DunningDay): CompiledStep | null {
  let first = step;
  while (first.after !== null && !afterIsMet(first.after, at, day)) {
    first = first.after;
    if (first.ladder !== step.ladder) return null;
  }
  const fresh = first.index > at.marks.had[first.ladder];
  return fresh && cameOn(first, at, day) <= day.day ? first : null;
}

/** No step, now or later. */
export const NO_PLACE: Place = {
  own: null,
  wanted: null,
  blocked: null,
  since: NEVER,
  next: NEVER,
  harder: null,
};

/** The first day after today on which a step further than those had comes. */
function nextOn({ steps, plain, name }: Ladder, at: Standing, day: DunningDay): number {
  let next = NEVER;
  for (let index = at.marks.had[name] + 1; index < steps.length; index += 1) {
    const step = steps[index] as CompiledStep;
    const came = cameOn(step, at, day);
    if (came <= day.day) continue;
    if (mayComeAnyDay(step, at, day)) return day.day + 1;
    if (plain) return came;
    if (came < next) next = came;
  }
  return next;
}

/** Finds an item's own step on a ladder and the day the next one comes. */
export function placeOn(ladder: Ladder, at: Standing, day: DunningDay): Place {
  const { steps, name } = ladder;
  const had = at.marks.had[name];
  if (had === steps.length - 1) return NO_PLACE;
  const next = nextOn(ladder, at, day);
  let blocked: CompiledStep | null = null;
  for (let index = steps.length - 1; index > had; index -= 1) {
    const step = steps[index] as CompiledStep;
    if (cameOn(step, at, day) > day.day) continue;
    const bar = barOf(step, at, day);
    if (bar === "evidence" || bar === "minimum") blocked ??= step;
    const own = bar === null ? firstOf(step, at, day) : null;
    if (own === null) continue;
    const wanted = own === step ? null : step;
    return { own, wanted, blocked, since: cameOn(own, at, day), next, harder: null };
  }
  return blocked === null && next === NEVER ? NO_PLACE : { ...NO_PLACE, blocked, next };
}

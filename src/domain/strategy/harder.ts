/** One step harder: a broken promise moves an item on by one step before that step's day. */
import { epochDay, fromEpochDay } from "../values/calendar.ts";
import type { Because } from "./because.ts";
import type { CompiledStep, Ladder } from "./compiled-policy.ts";
import type { AccountPromise, HadStep } from "./dunning-account.ts";
import { isOpenTo, type Place } from "./ladder.ts";
import { type DunningDay, type Standing, triggerDay } from "./standing.ts";

type Places = { readonly message: Place; readonly task: Place };

const failed = ({ state }: AccountPromise): boolean =>
  state === "broken" || state === "partially_kept";

/** The promises on an item that were not kept, the one judged first at the head. */
function failedOn({ item }: Standing, { account, today }: DunningDay): readonly AccountPromise[] {
  return account.promises
    .filter(
      (promise) =>
        failed(promise) &&
        promise.judgedOn !== null &&
        promise.judgedOn <= today &&
        promise.items.some((part) => part.item === item.id),
    )
    .sort((left, right) => ((left.judgedOn ?? "") < (right.judgedOn ?? "") ? -1 : 1));
}

/** The next step of a ladder after those had; none of the legal stage: that is a person's word. */
function nextStep({ steps, name }: Ladder, at: Standing, day: DunningDay): CompiledStep | null {
  for (let index = at.marks.had[name] + 1; index < steps.length; index += 1) {
    const step = steps[index] as CompiledStep;
    if (step.step.stage === "legal") return null;
    if (isOpenTo(step, at, day)) return step;
  }
  return null;
}

/** Whether a step went before its day, as only a broken promise lets it. */
function wentEarly(mark: HadStep, at: Standing, day: DunningDay): boolean {
  const step = day.policy.byKey.get(mark.step);
  return step !== undefined && epochDay(mark.on) < triggerDay(step, at, day.count);
}

/** Whether an item has already moved on since a promise was broken. */
function hasMoved(
  { judgedOn }: AccountPromise,
  ladder: Ladder,
  at: Standing,
  day: DunningDay,
): boolean {
  return at.item.had.some((mark) => {
    if (mark.on < (judgedOn ?? "") || mark.on <= at.item.dueOn) return false;
    return mark.track === ladder.track || mark.track === "demand" || wentEarly(mark, at, day);
  });
}

/**
 * An item whose promise was broken takes the next letter of its ladder at once, or its next task
 * where no letter is left: one step for each broken promise, and never by itself one of the legal
 * stage. A letter that has come anyway is that step. Gates and holds stay as they are.
 */
export function stepHarder(places: Places, at: Standing, day: DunningDay): Places {
  if (at.frozen || at.inGrace || at.resting.chased === 0n) return places;
  if (day.account.promises.length === 0) return places;
  const promises = failedOn(at, day);
  if (promises.length === 0) return places;
  const { demand, task } = day.policy.ladders;
  const letter = nextStep(demand, at, day);
  const [ladder, side] = letter === null ? [task, "task" as const] : [demand, "message" as const];
  const step = letter ?? nextStep(task, at, day);
  const promise = promises.find((broken) => !hasMoved(broken, ladder, at, day));
  const place = places[side];
  if (step === null || promise === undefined || place.own !== null) return places;
  const since = epochDay(promise.judgedOn ?? day.today);
  return { ...places, [side]: { ...place, own: step, wanted: null, since, harder: promise } };
}

/** Why a step goes before its day; null: it goes on its day. */
export function harderReason(at: Standing, place: Place, day: DunningDay): Because | null {
  const { own, harder } = place;
  if (own === null || harder === null) return null;
  return {
    code: "one_step_harder",
    item: at.item.number,
    promise: harder.id,
    step: own.step.key,
    wouldComeOn: fromEpochDay(triggerDay(own, at, day.count)),
  };
}

/** Gates: what keeps a line that is due from going today, and the day it is free. */
import { epochDay, fromEpochDay } from "../values/calendar.ts";
import type { Because } from "./because.ts";
import type { PlannedStep, SkipReason } from "./dunning-plan.ts";
import type { Proposal } from "./plan-line.ts";
import type { DunningDay } from "./standing.ts";

export type Gate = {
  readonly reason: SkipReason;
  readonly because: Because;
  readonly freeDay: number;
};

/** At most one demand in so many days (law and custom; 7 by default), whatever the items say. */
function tooSoon({ ladder }: Proposal, day: DunningDay): Gate | null {
  const { lastDemandOn } = day.account;
  if (ladder.name !== "demand" || lastDemandOn === null) return null;
  const everyDays = day.policy.policy.demandEveryDays;
  const freeDay = epochDay(lastDemandOn) + everyDays;
  if (day.day >= freeDay) return null;
  const facts = { lastOn: lastDemandOn, everyDays, freeOn: fromEpochDay(freeDay) };
  return { reason: "frequency", because: { code: "frequency", ...facts }, freeDay };
}

/** A customer gets one message a day; a reminder gives way to a demand. */
function secondToday(
  { ladder }: Proposal,
  steps: readonly PlannedStep[],
  day: DunningDay,
): Gate | null {
  const { lastDemandOn, lastReminderOn } = day.account;
  if (ladder.track === "task") return null;
  const taken =
    lastReminderOn === day.today ||
    (ladder.name === "reminder" &&
      (lastDemandOn === day.today || steps.some(({ track }) => track === "demand")));
  if (!taken) return null;
  const freeDay = day.count.nextWorking(day.day);
  const because: Because = { code: "one_message_a_day", nextOn: fromEpochDay(freeDay) };
  return { reason: "one_message_a_day", because, freeDay };
}

/** The post has no hours; what rings at somebody or needs one of us waits for a working day. */
function closedToday({ step }: Proposal, day: DunningDay): Gate | null {
  const { channel, releasedBy } = step.step;
  const byPost = channel === "letter" && releasedBy === "itself";
  if (byPost || day.count.isWorking(day.day)) return null;
  const freeDay = day.count.nextWorking(day.day);
  const facts = { today: day.today, nextOn: fromEpochDay(freeDay) };
  return { reason: "not_a_working_day", because: { code: "not_a_working_day", ...facts }, freeDay };
}

/** The first gate that is shut for a line, given the lines already planned today; null: it goes. */
export const findGate = (
  proposal: Proposal,
  steps: readonly PlannedStep[],
  day: DunningDay,
): Gate | null =>
  tooSoon(proposal, day) ?? secondToday(proposal, steps, day) ?? closedToday(proposal, day);

/** One line of the plan: a step with the items it lists, their totals and its reasons. */
import { epochDay, fromEpochDay } from "../values/calendar.ts";
import { type Money, money } from "../values/money.ts";
import type { Because } from "./because.ts";
import type { CompiledStep, Ladder } from "./compiled-policy.ts";
import type { PlannedItem, PlannedStep } from "./dunning-plan.ts";
import { harderReason } from "./harder.ts";
import type { Place } from "./ladder.ts";
import type { DunningDay, Standing } from "./standing.ts";

/** An item and its place on the ladder the line belongs to. */
export type Line = { readonly at: Standing; readonly place: Place };

export type Proposal = {
  readonly ladder: Ladder;
  /** The furthest own step of the items it is for, and the item that has it (the oldest). */
  readonly step: CompiledStep;
  readonly lead: Line;
  readonly lines: readonly Line[];
};

const isDue = (line: Line): boolean => line.place.own !== null;

function proposal(ladder: Ladder, due: readonly Line[], lines: readonly Line[]): Proposal[] {
  let lead: Line | null = null;
  let step: CompiledStep | null = null;
  for (const line of due) {
    const { own } = line.place;
    if (own === null || (step !== null && own.index <= step.index)) continue;
    lead = line;
    step = own;
  }
  return lead === null || step === null ? [] : [{ ladder, step, lead, lines }];
}

/**
 * One line per customer with the step of the furthest item, listing all of `lines`; an item whose
 * own step goes by the invoice gets a line to itself.
 */
export function proposalsOf(ladder: Ladder, lines: readonly Line[]): Proposal[] {
  if (lines.length === 0) return [];
  const alone = lines.filter(({ place }) => place.own?.step.per === "invoice");
  const together = alone.length === 0 ? lines : lines.filter((line) => !alone.includes(line));
  return [
    ...proposal(ladder, together.filter(isDue), together),
    ...alone.flatMap((line) => proposal(ladder, [line], [line])),
  ];
}

const plannedItem = ({ at, place }: Line): PlannedItem => ({
  id: at.item.id,
  number: at.item.number,
  currency: at.item.currency,
  dueOn: at.item.dueOn,
  open: at.item.open,
  days: at.days,
  chased: at.resting.chased,
  markStep: place.own?.step.key ?? null,
});

/** Sums by currency, in the currencies' order. */
function totalsOf(items: readonly PlannedItem[]): Money[] {
  const totals: Money[] = [];
  for (const unit of new Set(items.map(({ currency }) => currency))) {
    let sum = 0n;
    for (const { currency, chased } of items) if (currency === unit) sum += chased;
    totals.push(money(sum, unit));
  }
  return totals.sort((left, right) => (left.currency < right.currency ? -1 : 1));
}

function ageReason({ at }: Line, step: CompiledStep, day: DunningDay): Because {
  const item = at.item.number;
  if (at.days > 0) return { code: "days_past_due", item, days: at.days };
  if (step.step.trigger.unit === "days") return { code: "days_before_due", item, days: -at.days };
  let days = 0;
  for (let on = day.day; on < at.dueDay; on += 1) if (day.count.isWorking(on)) days += 1;
  return { code: "working_days_before_due", item, days };
}

/** Promises on listed items that failed since the last demand, or let an item go before its day. */
function brokenPromises(lines: readonly Line[], day: DunningDay): Because[] {
  const { promises, lastDemandOn } = day.account;
  const because: Because[] = [];
  for (const { id, state, judgedOn, items } of promises) {
    const failed = state === "broken" || state === "partially_kept";
    if (!failed || judgedOn === null) continue;
    const harder = lines.some(({ place }) => place.harder?.id === id);
    if (!harder && lastDemandOn !== null && lastDemandOn >= judgedOn) continue;
    const touched = lines.some(({ at }) => items.some(({ item }) => item === at.item.id));
    if (touched) because.push({ code: "promise_broken", promise: id, judgedOn });
  }
  return because;
}

/** The day from which a step could have gone: when it came, or when what was before it let it. */
function readyOn({ ladder, lead }: Proposal, because: readonly Because[], day: DunningDay): number {
  const { lastDemandOn } = day.account;
  let ready = lead.place.since;
  if (ladder.track !== "task" && lastDemandOn !== null) {
    const apart = ladder.track === "demand" ? day.policy.policy.demandEveryDays : 1;
    ready = Math.max(ready, epochDay(lastDemandOn) + apart);
  }
  for (const reason of because) {
    if (reason.code === "promise_broken") ready = Math.max(ready, epochDay(reason.judgedOn));
  }
  return day.count.isWorking(ready) ? ready : day.count.nextWorking(ready);
}

function reasonsOf(proposal: Proposal, day: DunningDay): Because[] {
  const { step, lead, lines } = proposal;
  const { at, place } = lead;
  const because: Because[] = [ageReason(lead, step, day)];
  if (place.harder === null) {
    because.push({ code: "trigger", step: step.step.key, trigger: step.step.trigger });
  }
  if (place.wanted !== null) {
    because.push({ code: "after", step: step.step.key, wanted: place.wanted.step.key });
  }
  if (at.frozen) because.push({ code: "entry", ...day.entry.chosen });
  const { grade } = day.account;
  const moved = !at.frozen && at.dayZero === at.dueDay + day.graceDays;
  if (at.days > 0 && day.graceDays > 0 && moved) {
    because.push({ code: "grace", grade, days: day.graceDays });
  }
  because.push(...brokenPromises(lines, day));
  because.push(...lines.flatMap((line) => harderReason(line.at, line.place, day) ?? []));
  const ready = readyOn(proposal, because, day);
  if (ready < day.day) because.push({ code: "caught_up", missedSince: fromEpochDay(ready) });
  return because;
}

/** Writes a proposal down as a line of the plan. */
export function plannedStep(proposal: Proposal, day: DunningDay): PlannedStep {
  const { step } = proposal.step;
  const items = proposal.lines.map(plannedItem);
  return {
    track: proposal.ladder.track,
    stage: step.stage,
    step: step.key,
    channel: step.channel,
    template: step.template,
    tone: step.tone,
    recipient: step.recipients[0] ?? null,
    releasedBy: step.releasedBy,
    items,
    totals: totalsOf(items),
    because: reasonsOf(proposal, day),
  };
}

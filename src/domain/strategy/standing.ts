/** Where an item stands on a day: days past due, grace, day 0 of its ladder, what it has had. */
import { epochDay, type PlainDate } from "../values/calendar.ts";
import type { Currency } from "../values/money.ts";
import type { CompiledPolicy, CompiledStep, LadderName } from "./compiled-policy.ts";
import type { AccountItem, CustomerAccount, HadStep, LadderEntry } from "./dunning-account.ts";
import { type Resting, restingOf } from "./resting.ts";
import type { DayCount } from "./working-days.ts";

/** The furthest place had on each ladder; −1: none. */
export type Had = Readonly<Record<LadderName, number>>;

/** How items already overdue on the first day enter; `step` null: by their age. */
export type Entry = {
  readonly chosen: LadderEntry;
  readonly liveDay: number;
  readonly step: CompiledStep | null;
};

/** One customer on one day, with all days as numbers. */
export type DunningDay = {
  readonly account: CustomerAccount;
  readonly policy: CompiledPolicy;
  readonly count: DayCount;
  readonly today: PlainDate;
  readonly day: number;
  readonly graceDays: number;
  readonly entry: Entry;
  /** What is overdue and can be chased today, by currency. */
  readonly totals: Map<Currency, bigint>;
};

export type Standing = {
  readonly item: AccountItem;
  readonly dueDay: number;
  /** Days past due; 0 on the due day, negative before it. */
  readonly days: number;
  /** Overdue, but not yet longer than the customer's grace. */
  readonly inGrace: boolean;
  /** Overdue when the creditor went live, and so not there by our own ladder. */
  readonly legacy: boolean;
  /** Waits at its entry step, whatever its age, until its first demand has gone. */
  readonly frozen: boolean;
  /** The day from which its steps after due are counted: day 1 is the one after it. */
  readonly dayZero: number;
  readonly resting: Resting;
  readonly marks: Marks;
};

/** What an item has had. */
export type Marks = {
  readonly had: Had;
  /** The same without what it has had today. */
  readonly hadBefore: Had;
  readonly hadToday: boolean;
  readonly remindersHad: number;
  readonly lastDemandOn: PlainDate | null;
};

/** The entry step: the one chosen by key, else the first demand; none without demands. */
export function entryOf(policy: CompiledPolicy, chosen: LadderEntry): Entry {
  const liveDay = epochDay(chosen.liveOn);
  if (chosen.entry === "by_age") return { chosen, liveDay, step: null };
  const named = policy.byKey.get(chosen.entry);
  const first = policy.ladders.demand.steps[0] ?? null;
  return { chosen, liveDay, step: named?.ladder === "demand" ? named : first };
}

/** The day a step's trigger comes for an item; only for items whose ladder runs. */
export function triggerDay(step: CompiledStep, at: Standing, count: DayCount): number {
  const zero = step.ladder === "reminder" || step.ladder === "check" ? at.dueDay : at.dayZero;
  return step.working ? count.plusWorking(zero, step.days) : zero + step.days;
}

const NOTHING_HAD: Had = { reminder: -1, check: -1, demand: -1, task: -1 };
const NO_MARKS: Marks = {
  had: NOTHING_HAD,
  hadBefore: NOTHING_HAD,
  lastDemandOn: null,
  remindersHad: 0,
  hadToday: false,
};

/** Day 0 of the steps after due: the due day and grace, or counted back from the first letter. */
function dayZeroOf(item: AccountItem, dueDay: number, at: DunningDay): number {
  const { step, liveDay } = at.entry;
  const own = dueDay + at.graceDays;
  if (step === null || dueDay >= liveDay) return own;
  const letter = firstDemandOf(item);
  return letter === null ? own : epochDay(letter) - step.ladderDay;
}

function firstDemandOf(item: AccountItem): PlainDate | null {
  let first: PlainDate | null = null;
  for (const { track, on } of item.had) {
    if (track === "demand" && (first === null || on < first)) first = on;
  }
  return first;
}

function lastDemandOf(item: AccountItem): PlainDate | null {
  let last: PlainDate | null = null;
  for (const { track, on } of item.had) {
    if (track === "demand" && (last === null || on > last)) last = on;
  }
  return last;
}

/**
 * The place of a step the policy no longer knows: the furthest that had come on the day it was had,
 * so that a renamed ladder never writes its first letter twice.
 */
function placeOfUnknown({ track, on }: HadStep, dueDay: number, dayZero: number, at: DunningDay) {
  const had = epochDay(on);
  const before = track === "reminder" || (track === "task" && had <= dueDay);
  const ladder: LadderName = before && track === "task" ? "check" : track;
  const age = had - (before ? dueDay : dayZero);
  const steps = at.policy.ladders[ladder].steps;
  return { ladder, index: steps.findLastIndex(({ ladderDay }) => ladderDay <= age) };
}

function marksOf(item: AccountItem, dueDay: number, dayZero: number, at: DunningDay): Marks {
  if (item.had.length === 0) return NO_MARKS;
  const had = { reminder: -1, check: -1, demand: -1, task: -1 };
  const hadBefore = { reminder: -1, check: -1, demand: -1, task: -1 };
  let remindersHad = 0;
  let hadToday = false;
  for (const mark of item.had) {
    const known = at.policy.byKey.get(mark.step);
    const { ladder, index } = known ?? placeOfUnknown(mark, dueDay, dayZero, at);
    if (index > had[ladder]) had[ladder] = index;
    if (mark.on >= at.today) hadToday = true;
    else if (index > hadBefore[ladder]) hadBefore[ladder] = index;
    if (mark.track === "reminder" && !mark.passedOver) remindersHad += 1;
  }
  return { had, hadBefore, lastDemandOn: lastDemandOf(item), remindersHad, hadToday };
}

/** Judges one item. Grace shifts what comes after due; items of the first day await a letter. */
export function standingOf(item: AccountItem, at: DunningDay): Standing {
  const dueDay = epochDay(item.dueOn);
  const dayZero = dayZeroOf(item, dueDay, at);
  const days = at.day - dueDay;
  const legacy = dueDay < at.entry.liveDay;
  const marks = marksOf(item, dueDay, dayZero, at);
  return {
    item,
    dueDay,
    days,
    inGrace: days > 0 && days <= at.graceDays,
    legacy,
    frozen: legacy && at.entry.step !== null && marks.lastDemandOn === null,
    dayZero,
    resting: restingOf(item, at.account, at.today),
    marks,
  };
}

/** What an item of the first day counts as having had: the steps below the one it enters with. */
export function assumedBelow(at: Standing, day: DunningDay): number {
  if (!at.legacy) return Number.NEGATIVE_INFINITY;
  const { step, liveDay } = day.entry;
  if (step !== null) return step.ladderDay;
  const age = liveDay - at.dueDay - day.graceDays;
  const entered = day.policy.ladders.demand.steps.findLast(({ ladderDay }) => ladderDay <= age);
  return entered?.ladderDay ?? Number.NEGATIVE_INFINITY;
}

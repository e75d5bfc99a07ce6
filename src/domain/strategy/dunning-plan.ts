/** The dunning plan: what to do today for one customer, what is left out, and why. */
import { epochDay, fromEpochDay, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import type { ItemId } from "../values/ids.ts";
import type { Currency, Minor, Money } from "../values/money.ts";
import type { Because } from "./because.ts";
import {
  type Candidate,
  candidateOf,
  isChasable,
  nameBlocked,
  nameResting,
  withoutCovered,
} from "./candidates.ts";
import { compilePolicy } from "./compiled-policy.ts";
import type { CustomerAccount, LadderEntry } from "./dunning-account.ts";
import { findGate } from "./gates.ts";
import { NEVER } from "./ladder.ts";
import { type LeftOut, leaveOut, nothingLeftOut } from "./left-out.ts";
import { type Line, type Proposal, plannedStep, proposalsOf } from "./plan-line.ts";
import type { Channel, ContactRole, Policy, ReleasedBy, Stage, Tone, Track } from "./policy.ts";
import { type DunningDay, entryOf, type Standing, standingOf } from "./standing.ts";
import { dayCountOf } from "./working-days.ts";

/** `days` past due, negative before the due day; `chased` after disputed and promised parts. */
export type PlannedItem = {
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate;
  readonly open: Minor;
  readonly days: number;
  readonly chased: Minor;
  /** The step this item moves to when the line is carried out; null: it is only listed. */
  readonly markStep: string | null;
};

export type PlannedStep = {
  readonly track: Track;
  readonly stage: Stage;
  readonly step: string;
  readonly channel: Channel;
  readonly template: string | null;
  readonly tone: Tone | null;
  /** The first role to look for; `recipientsOf(policy, step)` has the fall-backs. */
  readonly recipient: ContactRole | null;
  readonly releasedBy: ReleasedBy;
  readonly items: readonly PlannedItem[];
  readonly totals: readonly Money[];
  readonly because: readonly Because[];
};

export type SkipReason =
  | "held"
  | "disputed"
  | "planned"
  | "promised"
  | "below_minimum"
  | "covered_by_unapplied"
  | "frequency"
  | "not_a_working_day"
  | "one_message_a_day"
  | "grace"
  | "no_evidence_case";

/** `open` and `days` as in a planned item; `left` is the part of it that is left out. */
export type SkippedItem = {
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly dueOn: PlainDate;
  readonly open: Minor;
  readonly days: number;
  readonly left: Minor;
};

export type PlannedSkip = {
  /** The furthest step that would have been due; null when none was. */
  readonly step: string | null;
  readonly reason: SkipReason;
  readonly items: readonly SkippedItem[];
  readonly because: readonly Because[];
};

export type DunningPlan = {
  readonly steps: readonly PlannedStep[];
  readonly skips: readonly PlannedSkip[];
  /** The next day on which this customer must be looked at; null: nothing can become due. */
  readonly wakeOn: PlainDate | null;
};

type Draft = {
  readonly day: DunningDay;
  readonly steps: PlannedStep[];
  readonly out: LeftOut;
  /** The first day on which something that waits today may go. */
  freeDay: number;
};

function carryOut(proposals: readonly Proposal[], draft: Draft): void {
  for (const proposal of proposals) {
    const gate = findGate(proposal, draft.steps, draft.day);
    if (gate === null) {
      draft.steps.push(plannedStep(proposal, draft.day));
      continue;
    }
    draft.freeDay = Math.min(draft.freeDay, gate.freeDay);
    for (const { at, place } of proposal.lines) {
      if (place.own === null) continue;
      leaveOut(draft.out, gate.reason, proposal.step.step.key, at, at.resting.chased, gate.because);
    }
  }
}

/** The earliest day after today on which anything of this customer could become due. */
function nextDay(candidates: readonly Candidate[], { day, steps, freeDay }: Draft): number {
  const { today, account } = day;
  let next = steps.length > 0 ? day.day + 1 : freeDay;
  const consider = (on: number): void => {
    if (on > day.day && on < next) next = on;
  };
  for (const { at, message, task } of candidates) {
    consider(message.next);
    consider(task.next);
    // grace delays the ladder; the case of who is late opens on the day after the due day
    consider(at.dueDay + 1);
    consider(at.dayZero + 1);
    if (at.marks.hadToday) consider(day.day + 1);
  }
  for (const { from, until } of account.holds) {
    if (from <= today && until !== null) consider(epochDay(until));
  }
  for (const { until } of account.planned) if (until !== null) consider(epochDay(until));
  for (const { state, judgeOn } of account.promises) {
    if (state === "open") consider(epochDay(judgeOn));
  }
  return next;
}

const inOrder = (left: Standing, right: Standing): number =>
  left.dueDay - right.dueDay || (left.item.id < right.item.id ? -1 : 1);

/** The lines of a side, or none when nothing on it is due. */
const linesOf = (candidates: readonly Candidate[], side: "message" | "task"): Line[] =>
  candidates.some((candidate) => candidate[side].own !== null)
    ? candidates.map((candidate) => ({ at: candidate.at, place: candidate[side] }))
    : [];

const hasOwn = ({ place }: Line): boolean => place.own !== null;

/** Before due only what has a step today is listed; after it, all that is overdue. */
function planSteps(candidates: readonly Candidate[], draft: Draft): void {
  const { day, out } = draft;
  const { reminder, check, demand, task } = day.policy.ladders;
  const overdue = withoutCovered(
    candidates.filter(({ at }) => isChasable(at)),
    new Map(),
    day,
    out,
  );
  carryOut(proposalsOf(demand, linesOf(overdue, "message")), draft);
  carryOut(proposalsOf(task, linesOf(overdue, "task")), draft);
  const upcoming = withoutCovered(
    candidates.filter(
      ({ at, message, task: check }) =>
        at.days <= 0 && at.resting.chased > 0n && (message.own !== null || check.own !== null),
    ),
    day.totals,
    day,
    out,
  );
  carryOut(proposalsOf(check, linesOf(upcoming, "task").filter(hasOwn)), draft);
  carryOut(proposalsOf(reminder, linesOf(upcoming, "message").filter(hasOwn)), draft);
  for (const { at, message, task } of overdue) {
    nameBlocked(at, message, day, out);
    nameBlocked(at, task, day, out);
  }
}

function dayOf(
  account: CustomerAccount,
  policy: Policy,
  calendar: WorkCalendar,
  entry: LadderEntry,
  today: PlainDate,
): DunningDay {
  const compiled = compilePolicy(policy);
  return {
    account,
    policy: compiled,
    count: dayCountOf(calendar),
    today,
    day: epochDay(today),
    graceDays: account.grade === null ? 0 : (policy.graceDays[account.grade] ?? 0),
    entry: entryOf(compiled, entry),
    totals: new Map(),
  };
}

/**
 * What is due today for one customer. Marks already had are never repeated, so planning again after
 * a release plans nothing more; a gap of days is caught up by the furthest step, never by several.
 */
export function planDunning(
  account: CustomerAccount,
  policy: Policy,
  calendar: WorkCalendar,
  entry: LadderEntry,
  today: PlainDate,
): DunningPlan {
  const day = dayOf(account, policy, calendar, entry, today);
  const standings = account.items.map((item) => standingOf(item, day)).sort(inOrder);
  for (const at of standings) {
    if (!isChasable(at)) continue;
    const { currency } = at.item;
    day.totals.set(currency, (day.totals.get(currency) ?? 0n) + at.resting.chased);
  }
  const candidates = standings.map((at) => candidateOf(at, day));
  const draft: Draft = { day, steps: [], out: nothingLeftOut(), freeDay: NEVER };
  for (const candidate of candidates) nameResting(candidate, day, draft.out);
  planSteps(candidates, draft);
  const wake = nextDay(candidates, draft);
  return {
    steps: draft.steps,
    skips: draft.out.skips,
    wakeOn: wake === NEVER ? null : fromEpochDay(wake),
  };
}

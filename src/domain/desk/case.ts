/** The case of a late customer: when it opens and closes, its stage, and what is next at it. */
import type { Stage } from "../strategy/policy.ts";
import type { WorklistPolicy } from "../strategy/policy-worklist.ts";
import { addDays, daysBetween, earlier, later, type PlainDate } from "../values/calendar.ts";
import type { OverdueReason } from "./contact-log.ts";
import type { TaskReason } from "./task.ts";
import { WORK_KINDS, type WorkKind } from "./work-kind.ts";
import { type Priority, pointsOf, type WorkFacts } from "./worklist.ts";

export const CASE_STAGES = ["early", "middle", "late", "legal"] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** How high up at the debtor we have got: 经办人, 财务负责人, 法定代表人. */
export const DEBTOR_LEVELS = ["clerk", "finance_head", "legal_rep"] as const;
export type DebtorLevel = (typeof DEBTOR_LEVELS)[number];

/** 客观, 主观; a dispute is neither: who is right is still to be found out. */
export const REASON_NATURES = ["objective", "wilful", "dispute"] as const;
export type ReasonNature = (typeof REASON_NATURES)[number];

/** What a person said about it goes before what the reason alone tells: malice is wilful. */
export function natureOf(reason: OverdueReason, wilful: boolean | null): ReasonNature {
  if (reason === "dispute") return "dispute";
  return (wilful ?? reason === "malice") ? "wilful" : "objective";
}

/** Something to be done, from its day on. */
export type Work = {
  readonly kind: WorkKind;
  readonly on: PlainDate;
  /** The hour of a call-back, `HH:MM`. */
  readonly at: string | null;
  readonly because: readonly TaskReason[];
};

export type Snooze = { readonly until: PlainDate; readonly setOn: PlainDate };

/** What a case is judged by. Days are null where there is nothing. */
export type CaseFacts = Omit<WorkFacts, "silentSince"> & {
  /** The case that is open, or was closed today: then it opens again. */
  readonly openedOn: PlainDate | null;
  readonly overdueItems: number;
  /** Stages of the steps that its claims past due have had, and of those that wait. */
  readonly stages: readonly Stage[];
  /** What waits, in any order; not what follows from the facts below. */
  readonly waiting: readonly Work[];
  readonly lastContactOn: PlainDate | null;
  readonly promiseDueOn: PlainDate | null;
  readonly promiseBrokenOn: PlainDate | null;
  readonly instalmentMissedOn: PlainDate | null;
  readonly snooze: Snooze | null;
  /** Money came in since it was snoozed. */
  readonly paidSinceSnooze: boolean;
  /** The day on which the plan looks again; null: on none. */
  readonly wakeOn: PlainDate | null;
};

export type KeptCase = {
  readonly stage: CaseStage;
  readonly priority: Priority;
  /** By day. Of what is due already the most pressing comes first. */
  readonly work: readonly Work[];
  readonly next: Work;
  readonly snoozed: boolean;
  /** Judged anew on this day although nothing changes until then. */
  readonly reviewOn: PlainDate;
};

export type CaseJudgement =
  | { readonly verdict: "none" }
  | { readonly verdict: "close" }
  | { readonly verdict: "open" | "keep"; readonly kept: KeptCase };

/** Days past due on which the middle and the late stage begin, as the ladders are usually cut. */
const MIDDLE_FROM = 31;
const LATE_FROM = 91;
/** A case with nothing to do and nothing planned comes back after a month: none is forgotten. */
const LOOK_AGAIN_DAYS = 30;
/** Points grow with the days: a sleeping case is counted anew once a week. */
const RECOUNT_DAYS = 7;

const ageStage = (days: number): CaseStage => {
  if (days >= LATE_FROM) return "late";
  return days >= MIDDLE_FROM ? "middle" : "early";
};

/**
 * The further of two: what the oldest claim's age says (early to day 30, middle to day 90, late),
 * and the furthest step that a claim past due has had or that waits. Legal only by a step.
 */
export function stageOf(days: number, stages: readonly Stage[]): CaseStage {
  const furthest = Math.max(0, ...stages.map((stage) => CASE_STAGES.indexOf(stage as CaseStage)));
  const byAge = CASE_STAGES.indexOf(ageStage(days));
  return CASE_STAGES[Math.max(furthest, byAge)] ?? "early";
}

/** What has not been spoken about since its day. */
function spokenOf(facts: CaseFacts): Work[] {
  const { lastContactOn } = facts;
  const since = (on: PlainDate | null): on is PlainDate =>
    on !== null && (lastContactOn === null || lastContactOn < on);
  const work = (kind: WorkKind, on: PlainDate): Work => ({
    kind,
    on,
    at: null,
    because: [{ code: kind, on }],
  });
  return [
    ...(since(facts.promiseBrokenOn) ? [work("promise_broken", facts.promiseBrokenOn)] : []),
    ...(since(facts.instalmentMissedOn) ? [work("instalment", facts.instalmentMissedOn)] : []),
    ...(since(facts.promiseDueOn) ? [work("promise_due", facts.promiseDueOn)] : []),
  ];
}

/** Where nothing waits: the day on which the plan looks again, or a month after the last word. */
function reviewOf(facts: CaseFacts, openedOn: PlainDate): Work {
  const { wakeOn, lastContactOn } = facts;
  if (wakeOn !== null) {
    return { kind: "review", on: wakeOn, at: null, because: [{ code: "plan_looks_again" }] };
  }
  const since = lastContactOn === null ? openedOn : later(lastContactOn, openedOn);
  const on = addDays(since, LOOK_AGAIN_DAYS);
  return { kind: "review", on, at: null, because: [{ code: "nothing_planned", since }] };
}

const byDay = (left: Work, right: Work): number => {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  return WORK_KINDS.indexOf(left.kind) - WORK_KINDS.indexOf(right.kind);
};

/** Of what is due the most pressing kind; of what is not, the earliest. */
function nextOf(work: readonly Work[], today: PlainDate): Work | undefined {
  const due = work.filter(({ on }) => on <= today);
  const pressing = (kind: WorkKind) => WORK_KINDS.indexOf(kind);
  const first = due.toSorted((left, right) => pressing(left.kind) - pressing(right.kind))[0];
  return first ?? work[0];
}

/** A snooze ends on its day, by a promise that broke after it was set, or by money. */
function sleeps({ snooze, promiseBrokenOn, paidSinceSnooze }: CaseFacts, today: PlainDate) {
  if (snooze === null || snooze.until <= today || paidSinceSnooze) return null;
  return promiseBrokenOn !== null && promiseBrokenOn > snooze.setOn ? null : snooze;
}

function reviewDay(facts: CaseFacts, snooze: Snooze | null, today: PlainDate): PlainDate {
  const oldest = facts.oldestDueOn ?? today;
  return [addDays(oldest, MIDDLE_FROM), addDays(oldest, LATE_FROM), snooze?.until ?? null]
    .filter((day): day is PlainDate => day !== null && day > today)
    .reduce(earlier, addDays(today, RECOUNT_DAYS));
}

/**
 * A customer has a case exactly while something of theirs is past due; grace only delays chasing.
 * What a closed case knew stays as it was. A snoozed one is next on the day it wakes.
 */
export function judgeCase(
  facts: CaseFacts,
  policy: WorklistPolicy,
  today: PlainDate,
): CaseJudgement {
  const { openedOn, oldestDueOn } = facts;
  if (oldestDueOn === null || oldestDueOn >= today) {
    return { verdict: openedOn === null ? "none" : "close" };
  }
  const since = openedOn ?? today;
  const silentSince = facts.lastContactOn ?? since;
  const work = [...facts.waiting, ...spokenOf(facts)].sort(byDay);
  const snooze = sleeps(facts, today);
  const asleep: Work | null = snooze && {
    kind: "review",
    on: snooze.until,
    at: null,
    because: [{ code: "snoozed", until: snooze.until }],
  };
  const review = reviewOf(facts, since);
  const listed = work.length > 0 ? work : [review];
  return {
    verdict: openedOn === null ? "open" : "keep",
    kept: {
      stage: stageOf(daysBetween(oldestDueOn, today), facts.stages),
      priority: pointsOf({ ...facts, silentSince }, policy, today),
      work: listed,
      next: asleep ?? nextOf(listed, today) ?? review,
      snoozed: snooze !== null,
      reviewOn: reviewDay(facts, snooze, today),
    },
  };
}

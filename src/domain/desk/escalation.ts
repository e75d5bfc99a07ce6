/** Escalation: what nobody settled in time goes to the next rung, once per cause and rung. */
import type {
  DebtorLevel,
  DebtorRung,
  EscalationPolicy,
  InsideRung,
} from "../strategy/policy-escalation.ts";
import { DEBTOR_LEVELS } from "../strategy/policy-escalation.ts";
import { addDays, addWorkingDays, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import type { CustomerId, UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { Role } from "./permission.ts";
import type { NewTask, TaskKind, TaskReason } from "./task.ts";

/** A task as its lateness sees it. */
export type OpenTask = {
  readonly id: string;
  readonly kind: TaskKind;
  readonly customer: CustomerId | null;
  readonly subject: string | null;
  readonly title: string | null;
  /** Of an escalation: its rung, and what it is about; null where a person raised it. */
  readonly level: string | null;
  readonly cause: string | null;
  readonly because: readonly TaskReason[];
  readonly dueOn: PlainDate;
};

/** Who works a customer, where somebody is named for it. */
export type Responsible = { readonly lead: UserId | null; readonly sales: UserId | null };

/** An escalation to open: a task with the cause by which it is known again. */
export type Escalation = NewTask & { readonly level: Role; readonly cause: string | null };

type Cause = {
  readonly cause: string | null;
  readonly customer: CustomerId | null;
  readonly subject: string | null;
  readonly title: string | null;
  readonly because: readonly TaskReason[];
};

/** Something that happened and calls the first rung at once, whatever the clocks say. */
export type Signal = {
  readonly cause: string;
  readonly customer: CustomerId;
  readonly subject: string;
  readonly because: readonly TaskReason[];
};

/** The person of a rung: a team's lead, the customer's salesperson; else whoever has the role. */
function assigneeOf(role: Role, responsible: Responsible | undefined): UserId | null {
  if (role === "senior_collector") return responsible?.lead ?? null;
  return role === "sales" ? (responsible?.sales ?? null) : null;
}

/** The escalation of a cause to a rung, to be answered within its working days. */
export function escalationTo(
  { role, respondWithin }: InsideRung,
  { cause, customer, subject, title, because }: Cause,
  responsible: Responsible | undefined,
  day: PlainDate,
  calendar: WorkCalendar,
): Escalation {
  return {
    kind: "escalation",
    ...{ customer, subject, title, note: null, because, cause },
    level: role,
    assignee: assigneeOf(role, responsible),
    role,
    dueOn: addWorkingDays(calendar, day, respondWithin),
  };
}

/** The rung after a level; the first for what is on none; null: nobody is above. */
export function rungAfter(level: string | null, { inside }: EscalationPolicy): InsideRung | null {
  const place = inside.findIndex(({ role }) => role === level);
  return (level !== null && place < 0 ? undefined : inside[place + 1]) ?? null;
}

/** What a late task is to its escalations: the same text on each rung. */
export const causeOf = ({ id, kind, cause }: OpenTask): string =>
  kind === "escalation" ? (cause ?? `raised:${id}`) : `task_late:${id}`;

/** First what it was about from the beginning, then who did not answer last. */
function whyLate({ kind, level, title, dueOn, because }: OpenTask): readonly TaskReason[] {
  if (kind !== "escalation") return [{ code: "task_late", kind, title, dueOn }];
  const about = because.filter(({ code }) => code !== "escalation_unanswered");
  return [...about, { code: "escalation_unanswered", level, dueOn }];
}

/**
 * The escalation that a task's lateness calls for on a day: the next rung, once its clock has run
 * past the task's deadline. Null: it isn't late enough, or nobody is above.
 */
export function judgeLate(
  task: OpenTask,
  policy: EscalationPolicy,
  responsible: Responsible | undefined,
  day: PlainDate,
  calendar: WorkCalendar,
): Escalation | null {
  const rung = rungAfter(task.kind === "escalation" ? task.level : null, policy);
  if (rung === null || day < addDays(task.dueOn, rung.afterDays)) return null;
  const { kind, customer, title } = task;
  const subject = kind === "escalation" ? task.subject : task.id;
  const cause = { cause: causeOf(task), customer, subject, title, because: whyLate(task) };
  return escalationTo(rung, cause, responsible, day, calendar);
}

/** The clocks of the escalation ladder: nothing younger than this can be late enough. */
export const earliestRung = ({ inside }: EscalationPolicy): number | null =>
  inside.length === 0 ? null : Math.min(...inside.map(({ afterDays }) => afterDays));

/** The escalation of a signal to the first rung; null where the ladder has none. */
export function judgeSignal(
  signal: Signal,
  policy: EscalationPolicy,
  responsible: Responsible | undefined,
  day: PlainDate,
  calendar: WorkCalendar,
): Escalation | null {
  const rung = rungAfter(null, policy);
  if (rung === null) return null;
  return escalationTo(rung, { ...signal, title: null }, responsible, day, calendar);
}

export type RaiseRefusal = { readonly code: "reason_missing" } | { readonly code: "nobody_above" };

/** By a person: to a rung of the ladder, or to its first one, with what they wrote. */
export function judgeRaise(
  { to, reason }: { readonly to: string | null; readonly reason: string },
  { inside }: EscalationPolicy,
): Result<{ readonly rung: InsideRung; readonly reason: string }, RaiseRefusal> {
  const written = reason.trim();
  if (written === "") return refuse({ code: "reason_missing" });
  const rung = to === null ? inside[0] : inside.find(({ role }) => role === to);
  return rung === undefined ? refuse({ code: "nobody_above" }) : ok({ rung, reason: written });
}

/** A late customer as the ladder at the debtor sees it. */
export type LateCustomer = {
  readonly customer: CustomerId;
  readonly level: string;
  /** The latest of: the oldest due day, the last money, the day on which the case opened. */
  readonly withoutMoneySince: PlainDate;
  readonly brokenPromises: number;
};

export type DebtorRaise = {
  readonly customer: CustomerId;
  readonly from: DebtorLevel;
  readonly to: DebtorLevel;
  readonly because: readonly TaskReason[];
};

const placeOf = (level: string): number =>
  Math.max(0, (DEBTOR_LEVELS as readonly string[]).indexOf(level));

function reasonsOf(rung: DebtorRung, late: LateCustomer, day: PlainDate): readonly TaskReason[] {
  const { afterDays, brokenPromises: allowed } = rung;
  const { withoutMoneySince: since, brokenPromises: broken } = late;
  const silent = afterDays !== null && day > addDays(since, afterDays);
  return [
    ...(silent ? [{ code: "days_without_money", since, afterDays }] : []),
    ...(allowed !== null && broken >= allowed
      ? [{ code: "promises_broken", broken, allowed }]
      : []),
  ];
}

/**
 * The highest rung at the debtor that a clock has reached; null where that is not above the level
 * already reached. It never falls while the case is open: who was told once stays told.
 */
export function judgeDebtorLevel(
  late: LateCustomer,
  { debtor }: EscalationPolicy,
  day: PlainDate,
): DebtorRaise | null {
  const reached = debtor.findLast((rung) => reasonsOf(rung, late, day).length > 0);
  if (reached === undefined || placeOf(reached.level) <= placeOf(late.level)) return null;
  const from = DEBTOR_LEVELS[placeOf(late.level)] ?? "clerk";
  const because = reasonsOf(reached, late, day);
  return { customer: late.customer, from, to: reached.level, because };
}

/** The task: what a person or a department has to do by a day, and why. An escalation is one. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { CustomerId, UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import type { Role } from "./permission.ts";

export const TASK_KINDS = [
  "task",
  "escalation",
  "dispute",
  "complaint",
  "carry_out",
  "visit",
  "agreement",
  "meeting",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const TASK_STATES = ["open", "done", "cancelled"] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** A reason as it is stored and shown: a code, and its facts as plain JSON. */
export type TaskReason = { readonly code: string; readonly [fact: string]: unknown };

/** `assignee` does it, or whoever has `role`; at least one of them is named. */
export type NewTask = {
  readonly kind: TaskKind;
  /** Null: of the house, not of one customer. */
  readonly customer: CustomerId | null;
  /** The dispute, complaint, agreement, approval … that it is about. */
  readonly subject: string | null;
  /** As a person wrote it; null where the kind and the reasons say it. */
  readonly title: string | null;
  readonly note: string | null;
  readonly because: readonly TaskReason[];
  /** Of an escalation: the rung it went to. */
  readonly level: string | null;
  readonly assignee: UserId | null;
  readonly role: Role | null;
  readonly dueOn: PlainDate;
};

/** From each state, where it may go: what ended stays ended, a new task is opened instead. */
export const TASK_MOVES: Readonly<Record<TaskState, readonly TaskState[]>> = {
  open: ["done", "cancelled"],
  done: [],
  cancelled: [],
};

/** Who works at the desk: `roles` are those that they did not give themselves. */
export type TaskWorker = {
  readonly name: string;
  readonly user: UserId | null;
  readonly roles: readonly Role[];
  /** Whose place they take today. */
  readonly standsFor: readonly UserId[];
};

export type StandingTask = {
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly assignee: UserId | null;
  readonly role: Role | null;
  readonly openedBy: string;
  readonly openedById: UserId | null;
};

export type TaskRefusal =
  | { readonly code: "task_has_no_title" }
  | { readonly code: "task_of_nobody" }
  | { readonly code: "task_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "task_too_far_ahead"; readonly latest: PlainDate }
  | { readonly code: "task_not_open"; readonly state: TaskState }
  | { readonly code: "task_of_other_people"; readonly role: Role | null }
  | { readonly code: "task_ends_elsewhere"; readonly kind: TaskKind }
  | { readonly code: "reason_missing" };

/** A day further away is a plan, not a task. */
const FURTHEST_DAYS = 366;

/** A dispute ends by its answer, a visit by its report …: there it says more than "done". */
const ENDS_ELSEWHERE: ReadonlySet<TaskKind> = new Set(["dispute", "complaint", "visit"]);

export type TaskOffer = {
  readonly customer: CustomerId | null;
  readonly title: string;
  readonly note: string | null;
  readonly assignee: UserId | null;
  readonly role: Role | null;
  readonly dueOn: PlainDate;
};

/** An administrator manages and an auditor reads: a task of theirs would never end. */
const isOfNobody = ({ assignee, role }: Pick<TaskOffer, "assignee" | "role">): boolean =>
  assignee === null && (role === null || role === "administrator" || role === "auditor");

const judgeDue = (dueOn: PlainDate, today: PlainDate): Result<PlainDate, TaskRefusal> => {
  if (dueOn < today) return refuse({ code: "task_day_has_passed", today });
  const latest = addDays(today, FURTHEST_DAYS);
  return dueOn > latest ? refuse({ code: "task_too_far_ahead", latest }) : ok(dueOn);
};

/** By hand: somebody or a department has it, by a day, and the title is why. */
export function judgeNewTask(offer: TaskOffer, today: PlainDate): Result<NewTask, TaskRefusal> {
  const title = offer.title.trim();
  if (title === "") return refuse({ code: "task_has_no_title" });
  if (isOfNobody(offer)) return refuse({ code: "task_of_nobody" });
  const due = judgeDue(offer.dueOn, today);
  if (!due.ok) return due;
  const { customer, assignee, role, dueOn } = offer;
  const who = { assignee, role, dueOn, because: [{ code: "asked_by_hand" }] };
  const note = offer.note?.trim() || null;
  return ok({ kind: "task", customer, subject: null, title, note, level: null, ...who });
}

const isOpener = ({ openedBy, openedById }: StandingTask, by: TaskWorker): boolean =>
  openedById === null || by.user === null ? openedBy === by.name : openedById === by.user;

const isManager = ({ roles }: TaskWorker): boolean => roles.includes("credit_manager");

/** Whether it lies on somebody's desk: assigned to them, to who they stand for, or their role's. */
export const isTaskOf = (
  { assignee, role }: Pick<StandingTask, "assignee" | "role">,
  { user, standsFor, roles }: TaskWorker,
): boolean =>
  assignee === null
    ? role !== null && roles.includes(role)
    : assignee === user || standsFor.includes(assignee);

/**
 * Who may answer or pass it on: whoever has it (of an assigned one also who has its role, so that
 * nothing lies while somebody is away), who opened it, and the credit manager.
 */
function judgeWorker(task: StandingTask, by: TaskWorker): Result<null, TaskRefusal> {
  if (task.state !== "open") return refuse({ code: "task_not_open", state: task.state });
  const ofRole = task.role !== null && by.roles.includes(task.role);
  if (isTaskOf(task, by) || ofRole || isOpener(task, by) || isManager(by)) return ok(null);
  return refuse({ code: "task_of_other_people", role: task.role });
}

/** What came of it is written down: "done" alone answers nobody. */
export function judgeFinish(
  task: StandingTask,
  outcome: string,
  by: TaskWorker,
): Result<string, TaskRefusal> {
  const worker = judgeWorker(task, by);
  if (!worker.ok) return worker;
  const { kind } = task;
  if (ENDS_ELSEWHERE.has(kind)) return refuse({ code: "task_ends_elsewhere", kind });
  const written = outcome.trim();
  return written === "" ? refuse({ code: "reason_missing" }) : ok(written);
}

/** Taken back by who opened it or the credit manager: nobody strikes their own duty. */
export function judgeCancel(
  task: StandingTask,
  reason: string,
  by: TaskWorker,
): Result<string, TaskRefusal> {
  const { kind, state, role } = task;
  if (state !== "open") return refuse({ code: "task_not_open", state });
  if (!isOpener(task, by) && !isManager(by)) return refuse({ code: "task_of_other_people", role });
  if (ENDS_ELSEWHERE.has(kind)) return refuse({ code: "task_ends_elsewhere", kind });
  const written = reason.trim();
  return written === "" ? refuse({ code: "reason_missing" }) : ok(written);
}

export type Reassignment = {
  readonly assignee: UserId | null;
  readonly role: Role | null;
  readonly reason: string;
};

/** To another person or department, with the reason; its deadline stays. */
export function judgeReassign(
  task: StandingTask,
  to: Reassignment,
  by: TaskWorker,
): Result<Reassignment, TaskRefusal> {
  const worker = judgeWorker(task, by);
  if (!worker.ok) return worker;
  if (isOfNobody(to)) return refuse({ code: "task_of_nobody" });
  const reason = to.reason.trim();
  return reason === "" ? refuse({ code: "reason_missing" }) : ok({ ...to, reason });
}

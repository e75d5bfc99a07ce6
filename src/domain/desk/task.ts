/** The task: what a person or a department has to do by a day, and why. An escalation is one. */
import type { PlainDate } from "../values/calendar.ts";
import type { CustomerId, UserId } from "../values/ids.ts";
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
export type TaskState = "open" | "done" | "cancelled";

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

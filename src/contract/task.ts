/** Tasks across departments and escalations: one list, one lateness. */
import { z } from "zod";
import { ROLES } from "../domain/desk/permission.ts";
import { TASK_KINDS, TASK_STATES } from "../domain/desk/task.ts";
import { RUNG_ROLES } from "../domain/strategy/policy-escalation.ts";
import type { CustomerId, UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  Language,
  WireDay,
  Words,
} from "./scalars.ts";

const Role = z.enum(ROLES);

/** Somebody who can be given a task. */
const Colleague = z
  .object({ id: Id, name: z.string(), roles: z.array(Role) })
  .meta({ id: "Colleague" });

export const DeskTask = z
  .object({
    id: Id,
    kind: z.enum(TASK_KINDS),
    customer: CustomerBrief.nullable(),
    /** The dispute, complaint, agreement, approval … that it is about. */
    subject: Id.nullable(),
    title: z.string().nullable(),
    note: z.string().nullable(),
    because: Because,
    /** Of an escalation: the rung it went to. */
    level: z.string().nullable(),
    assignee: z.object({ id: Id, name: z.string() }).nullable(),
    role: Role.nullable(),
    dueOn: WireDay,
    /** Days past its deadline; 0 or less: not late. Of an ended one, on the day it ended. */
    daysLate: z.number(),
    /** Whether it lies on the reader's desk. */
    mine: z.boolean(),
    openedOn: WireDay,
    openedBy: z.string(),
    state: z.enum(TASK_STATES),
    closedOn: WireDay.nullable(),
    closedBy: z.string().nullable(),
    outcome: z.string().nullable(),
    can: z.object({ finish: Can, reassign: Can, cancel: Can }),
  })
  .meta({ id: "DeskTask" });
export type DeskTask = z.infer<typeof DeskTask>;

/** `mine`: on the reader's desk; `opened`: opened by them. */
const Filters = {
  show: z.enum(["mine", "role", "opened", "all"]).default("mine"),
  state: z.enum(["open", "ended"]).default("open"),
  kind: z.enum(TASK_KINDS).optional(),
  late: z.enum(["yes"]).optional(),
  role: Role.optional(),
  customer: IdOf<CustomerId>().optional(),
};

export const listTasks = endpoint({
  name: "listTasks",
  method: "get",
  path: "/api/creditors/{creditor}/tasks",
  summary: "Tasks and escalations, the earliest deadline first; of ended ones the latest first",
  access: "book:read",
  query: z.object({
    ...Filters,
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(DeskTask),
    next: z.string().nullable(),
    /** Of open ones: on the reader's desk, of them late, and of everybody. */
    counts: z.object({ mine: z.number(), mineLate: z.number(), all: z.number(), late: z.number() }),
    can: z.object({ add: Can }),
  }),
});

export const tasksCsv = endpoint({
  name: "tasksCsv",
  method: "get",
  path: "/api/creditors/{creditor}/tasks.csv",
  summary: "The same list as CSV",
  access: "book:read",
  query: z.object({ ...Filters, language: Language.default("zh") }),
  answer: "text/csv; charset=utf-8",
});

export const colleagues = endpoint({
  name: "colleagues",
  method: "get",
  path: "/api/creditors/{creditor}/colleagues",
  summary: "Who can be given a task: everybody who signs in here, with their roles",
  access: "book:read",
  answer: z.object({ rows: z.array(Colleague) }),
});

export const addTask = endpoint({
  name: "addTask",
  method: "post",
  path: "/api/creditors/{creditor}/tasks",
  summary: "Give a person or a department something to do by a day",
  access: "task:write",
  body: z.object({
    customer: IdOf<CustomerId>().nullable().default(null),
    title: Words(200),
    note: Words(2000).nullable().default(null),
    assignee: IdOf<UserId>().nullable().default(null),
    role: Role.nullable().default(null),
    dueOn: DayIn,
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const finishTask = endpoint({
  name: "finishTask",
  method: "post",
  path: "/api/creditors/{creditor}/tasks/{task}/finish",
  summary: "It is done, and what came of it",
  access: "task:write",
  body: z.object({ outcome: Words(2000) }),
  answer: z.object({ id: Id }),
});

export const reassignTask = endpoint({
  name: "reassignTask",
  method: "post",
  path: "/api/creditors/{creditor}/tasks/{task}/reassign",
  summary: "Hand it on to another person or department, with the reason",
  access: "task:write",
  body: z.object({
    assignee: IdOf<UserId>().nullable().default(null),
    role: Role.nullable().default(null),
    reason: Words(1000),
  }),
  answer: z.object({ id: Id }),
});

export const cancelTask = endpoint({
  name: "cancelTask",
  method: "post",
  path: "/api/creditors/{creditor}/tasks/{task}/cancel",
  summary: "Take a task back, with the reason",
  access: "task:write",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

export const raiseEscalation = endpoint({
  name: "raiseEscalation",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/escalations",
  summary: "Call somebody above for a customer: the first rung of the ladder, or the one named",
  access: "escalation:raise",
  body: z.object({ to: z.enum(RUNG_ROLES).nullable().default(null), reason: Words(1000) }),
  answer: z.object({ id: Id }),
  status: 201,
});

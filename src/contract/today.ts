/** Today's list: one line per customer, what to do there and why, the most urgent first. */
import { z } from "zod";
import { AgreementBrief } from "./agreement-brief.ts";
import { Bill, BillDeadline } from "./bill.ts";
import { CaseCan, CaseStage, CollectionCase, LateReason, Priority, WorkKind } from "./case.ts";
import { Contact } from "./contact.ts";
import { AgeingBar, Balance } from "./customer.ts";
import { DisputeReason } from "./dispute.ts";
import { endpoint } from "./endpoint.ts";
import { PromiseState } from "./promise.ts";
import { ReturnedPayment } from "./returned-payment.ts";
import {
  Because,
  Bilingual,
  Can,
  CustomerBrief,
  Id,
  Reason,
  Stage,
  Track,
  WindowQuery,
  WireDay,
  WireInstant,
  WireMoney,
} from "./scalars.ts";

const Person = z.object({ id: Id, name: z.string() });

export const StepState = z.enum(["planned", "released", "done", "dropped", "superseded"]);

/** A line of the plan that waits: a task to be done, or a letter to be released. */
const WorkStep = z.object({
  id: Id,
  name: Bilingual,
  step: z.string(),
  track: Track,
  stage: Stage,
  channel: z.string(),
  by: z.enum(["itself", "person"]),
  state: StepState,
  itemCount: z.number(),
  /** What this step asks for. */
  chased: z.array(WireMoney),
  can: z.object({ release: Can, drop: Can, logOutcome: Can }),
});

/** A task that a person or a department opened, or an escalation. */
const WorkTask = z.object({
  id: Id,
  kind: z.string(),
  /** The dispute, complaint, agreement, approval … that it is about. */
  subject: Id.nullable(),
  title: z.string().nullable(),
  note: z.string().nullable(),
  level: z.string().nullable(),
  assignee: Person.nullable(),
  role: z.string().nullable(),
});

/**
 * One thing to do. Which of the members is not null follows from the kind: `task` and `letter` have
 * a step, `promise_due` and `promise_broken` a promise, `desk_task` a task, `instalment` an
 * instalment; `call_back` only says when, and what was said.
 */
export const WorkItem = z
  .object({
    kind: WorkKind,
    /** The day from which on it is to be done. */
    on: WireDay,
    /** The hour of a call-back, `HH:MM`. */
    at: z.string().nullable(),
    /** Its day has come, and its hour. */
    due: z.boolean(),
    /** Its day has passed. */
    late: z.boolean(),
    note: z.string().nullable(),
    because: Because,
    step: WorkStep.nullable(),
    promise: z
      .object({ id: Id, amount: WireMoney, payOn: WireDay, judgeOn: WireDay, state: z.string() })
      .nullable(),
    task: WorkTask.nullable(),
    instalment: z
      .object({ agreement: Id, number: z.number(), dueOn: WireDay, open: WireMoney })
      .nullable(),
  })
  .meta({ id: "WorkItem" });
export type WorkItem = z.infer<typeof WorkItem>;

const LastContact = z.object({ on: WireDay, channel: z.string(), outcome: z.string() });

export const TodayLine = z
  .object({
    /** The customer's. */
    id: Id,
    customer: CustomerBrief,
    owner: Person.nullable(),
    group: Person.nullable(),
    /** Null: nothing is overdue yet. */
    case: CollectionCase.nullable(),
    /** What the customer owes past due in all. */
    overdue: z.array(WireMoney),
    oldestDays: z.number(),
    priority: Priority,
    /** The most pressing first; in `done`, what was done today. */
    work: z.array(WorkItem),
    lastContact: LastContact.nullable(),
    can: CaseCan.extend({ logContact: Can, takePromise: Can, raiseDispute: Can }),
  })
  .meta({ id: "TodayLine" });
export type TodayLine = z.infer<typeof TodayLine>;

export const WHOSE = ["mine", "team", "all"] as const;

export const today = endpoint({
  name: "today",
  method: "get",
  path: "/api/creditors/{creditor}/today",
  summary: "What is to be done today, a line for each customer, most urgent first",
  access: "book:read",
  query: z.object({
    ...WindowQuery,
    show: z.enum(["to_do", "done", "snoozed"]).default("to_do"),
    /** Unless said: one's own for who answers for customers or has tasks, all for the others. */
    whose: z.enum(WHOSE).optional(),
    kind: WorkKind.optional(),
    stage: CaseStage.optional(),
    reason: z.union([z.literal("none"), LateReason]).optional(),
    group: Id.optional(),
    search: z.string().trim().max(100).optional(),
  }),
  answer: z.object({
    day: WireDay,
    whose: z.enum(WHOSE),
    /** Customers, of those whose work is shown. */
    counts: z.object({
      toDo: z.number(),
      done: z.number(),
      snoozed: z.number(),
      returned: z.number(),
      bills: z.number(),
      /** Customers to do by kind of work; one with two kinds counts for both. */
      kinds: z.array(z.object({ kind: WorkKind, customers: z.number() })),
    }),
    promisedToday: z.array(WireMoney),
    /** Whether the day's plan has been made. */
    planned: z.boolean(),
    total: z.number(),
    lines: z.array(TodayLine),
    /** Tasks of the house, of no customer. */
    houseTasks: z.array(WorkItem),
    /** Payments that came back and nobody of the desk has taken notice of. */
    returned: z.array(ReturnedPayment),
    /** Bills of exchange with something to be done within ten days, or missed. */
    bills: z.array(z.object({ bill: Bill, deadline: BillDeadline })),
  }),
});

/**
 * The right pane of Today: all that one needs for working one customer without leaving the page.
 */
export const CustomerWork = z
  .object({
    customer: CustomerBrief,
    owner: Person.nullable(),
    asOf: WireDay,
    case: CollectionCase.nullable(),
    priority: Priority,
    balances: z.array(Balance),
    ageing: z.array(AgeingBar),
    work: z.array(WorkItem),
    lastContacts: z.array(
      z.object({
        at: WireInstant,
        channel: z.string(),
        outcome: z.string(),
        contact: z.string().nullable(),
        said: z.string().nullable(),
        by: z.string(),
      }),
    ),
    /** Open ones, and the broken ones that touch something open, the newest first. */
    promises: z.array(
      z.object({
        id: Id,
        amount: WireMoney,
        payOn: WireDay,
        judgeOn: WireDay,
        state: PromiseState,
        judgedOn: WireDay.nullable(),
      }),
    ),
    /** Open ones. */
    disputes: z.array(
      z.object({
        id: Id,
        item: z.object({ id: Id, number: z.string() }),
        amount: WireMoney,
        reason: DisputeReason,
        openedOn: WireDay,
      }),
    ),
    /** Plans, extensions and discounts in force or waiting. */
    agreements: z.array(AgreementBrief),
    contacts: z.array(Contact.extend({ mayContact: Can })),
    /** The stage whose script is read beside the form. */
    stage: Stage,
    /** The task's questions: those of the first task that waits. */
    script: z
      .object({
        /** The line of the plan that is done by it. */
        id: Id,
        step: z.string(),
        name: Bilingual,
        asks: z.array(
          z.object({
            key: z.string(),
            name: Bilingual,
            answers: z.array(z.object({ key: z.string(), name: Bilingual, leadsTo: z.string() })),
          }),
        ),
      })
      .nullable(),
    group: z
      .object({ id: Id, name: z.string(), companies: z.number(), overdue: z.array(WireMoney) })
      .nullable(),
    /** Facts that a caller should know first: a complaint, a hold, a customer in insolvency. */
    warnings: z.array(Reason),
    can: CaseCan.extend({
      logContact: Can,
      takePromise: Can,
      raiseDispute: Can,
      placeHold: Can,
      proposePlan: Can,
      escalate: Can,
    }),
  })
  .meta({ id: "CustomerWork" });
export type CustomerWork = z.infer<typeof CustomerWork>;

export const customerWork = endpoint({
  name: "customerWork",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/work",
  summary: "One customer's work: what to do, what was said, what was agreed, whom to call",
  access: "book:read",
  answer: CustomerWork,
});

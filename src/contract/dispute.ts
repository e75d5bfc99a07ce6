/**
 * Disputes: raised with an amount and a reason, answered by a department, closed with an outcome.
 */
import { z } from "zod";
import { DEPARTMENTS, DISPUTE_REASONS } from "../domain/book/dispute-reason.ts";
import { DISPUTE_STATES } from "../domain/desk/dispute.ts";
import { CLOSING_OUTCOMES, DISPUTE_OUTCOMES } from "../domain/desk/dispute-closing.ts";
import type { AttachmentId, CustomerId, ItemId, UserId } from "../domain/values/ids.ts";
import { Attachment } from "./attachment.ts";
import { endpoint } from "./endpoint.ts";
import {
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  MoneyIn,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

export const DisputeReason = z.enum(DISPUTE_REASONS);
export const Department = z.enum(DEPARTMENTS);
export const DisputeState = z.enum(DISPUTE_STATES);
const Person = z.object({ id: Id, name: z.string() });

export const Dispute = z
  .object({
    id: Id,
    customer: CustomerBrief,
    item: z.object({ id: Id, number: z.string() }),
    amount: WireMoney,
    /** What became of `amount`; they sum to it. `chasedAgain` is of a closed dispute. */
    parts: z.object({
      disputed: WireMoney,
      paid: WireMoney,
      credited: WireMoney,
      writtenOff: WireMoney,
      chasedAgain: WireMoney,
    }),
    reason: DisputeReason,
    note: z.string().nullable(),
    department: Department,
    /** Who answers for the department, where somebody is named. */
    assignee: Person.nullable(),
    state: DisputeState,
    answerBy: WireDay,
    /** When the answer, or the decision on it, is due. */
    dueOn: WireDay,
    late: z.boolean(),
    answeredOn: WireDay.nullable(),
    openedOn: WireDay,
    openedBy: z.string().nullable(),
    closedOn: WireDay.nullable(),
    closedBy: z.string().nullable(),
    outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
    /** The number of the credit memo it was closed with. */
    creditMemo: z.string().nullable(),
    splitFrom: Id.nullable(),
    can: z.object({
      answer: Can,
      reroute: Can,
      split: Can,
      close: Can,
      credit: Can,
      reopen: Can,
    }),
  })
  .meta({ id: "Dispute" });
export type Dispute = z.infer<typeof Dispute>;

export const DisputeEvent = z
  .object({
    id: Id,
    kind: z.enum(["raised", "answered", "rerouted", "split", "closed", "reopened"]),
    day: WireDay,
    at: WireInstant,
    by: z.string().nullable(),
    said: z.string().nullable(),
    amount: WireMoney.nullable(),
    department: Department.nullable(),
    answerBy: WireDay.nullable(),
    outcome: z.enum(DISPUTE_OUTCOMES).nullable(),
    creditNumber: z.string().nullable(),
  })
  .meta({ id: "DisputeEvent" });
export type DisputeEvent = z.infer<typeof DisputeEvent>;

export const DisputePage = Dispute.extend({
  thread: z.array(DisputeEvent),
  attachments: z.array(Attachment),
  /** Credit memos of the customer with something open, for closing with one of them. */
  creditMemos: z.array(
    z.object({ id: Id, number: z.string(), issuedOn: WireDay, open: WireMoney }),
  ),
}).meta({ id: "DisputePage" });
export type DisputePage = z.infer<typeof DisputePage>;

const Answer = z.object({ id: Id });
const Attached = z.array(IdOf<AttachmentId>()).max(20).default([]);

export const raiseDispute = endpoint({
  name: "raiseDispute",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/disputes",
  summary: "Raise a dispute on an item; the disputed part is no longer chased",
  access: "dispute:raise",
  body: z.object({
    item: IdOf<ItemId>(),
    amount: MoneyIn,
    reason: DisputeReason,
    note: Words(4000).nullable().default(null),
    /** Null: whom the policy names for the reason. */
    department: Department.nullable().default(null),
    assignee: IdOf<UserId>().nullable().default(null),
  }),
  answer: Answer,
  status: 201,
});

export const answerDispute = endpoint({
  name: "answerDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/answer",
  summary: "Answer for the department; the desk then decides",
  access: "dispute:answer",
  body: z.object({ said: Words(4000), attachments: Attached }),
  answer: Answer,
});

export const rerouteDispute = endpoint({
  name: "rerouteDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/reroute",
  summary: "Send a dispute to another department or person; its days begin anew",
  access: "dispute:raise",
  body: z.object({
    department: Department,
    assignee: IdOf<UserId>().nullable().default(null),
    reason: Words(1000),
  }),
  answer: Answer,
});

export const splitDispute = endpoint({
  name: "splitDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/split",
  summary: "Split a part off a dispute; gives the new one's id",
  access: "dispute:raise",
  body: z.object({
    amount: MoneyIn,
    reason: DisputeReason,
    department: Department.nullable().default(null),
    assignee: IdOf<UserId>().nullable().default(null),
    note: Words(4000).nullable().default(null),
  }),
  answer: Answer,
  status: 201,
});

export const closeDispute = endpoint({
  name: "closeDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/close",
  summary: "Close a dispute with its outcome; what is still open is chased again",
  access: "dispute:close",
  body: z.object({
    outcome: z.enum(CLOSING_OUTCOMES),
    /** Upheld and rejected need a reason. */
    said: Words(4000).nullable().default(null),
    /** Of `credited`: a credit memo in the book; null: it comes with an import. */
    creditMemo: IdOf<ItemId>().nullable().default(null),
  }),
  answer: Answer,
});

export const creditDispute = endpoint({
  name: "creditDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/credit",
  summary: "Book a credit memo for what is disputed, or a part of it, and close the dispute",
  access: "cash:waive",
  body: z.object({
    amount: MoneyIn,
    /** Null: the next number of the day is drawn. */
    number: Words(60).nullable().default(null),
    said: Words(4000).nullable().default(null),
  }),
  answer: z.object({ id: Id, creditMemo: Id, number: z.string() }),
});

export const reopenDispute = endpoint({
  name: "reopenDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/reopen",
  summary: "Take a closed dispute up again within the policy's days",
  access: "dispute:raise",
  body: z.object({ reason: Words(1000) }),
  answer: Answer,
});

/** What the list, its counts and the causes may be narrowed by. */
export const DISPUTE_FILTER = {
  department: Department.optional(),
  reason: DisputeReason.optional(),
  customer: IdOf<CustomerId>().optional(),
  /** Raised from this day on, up to and with that one. */
  from: DayIn.optional(),
  to: DayIn.optional(),
};

export const listDisputes = endpoint({
  name: "listDisputes",
  method: "get",
  path: "/api/creditors/{creditor}/disputes",
  summary: "Disputes: those that wait by the day they are due, others the latest first",
  access: "book:read",
  query: z.object({
    ...DISPUTE_FILTER,
    /** `waiting`: open or answered. */
    state: z.enum([...DISPUTE_STATES, "waiting", "all"]).default("waiting"),
    late: z.stringbool().default(false),
    /** Named to answer it, or answers for the customer; `me`: whoever asks. */
    person: z.union([z.literal("me"), IdOf<UserId>()]).optional(),
    text: z.string().trim().max(100).optional(),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    rows: z.array(Dispute),
    next: z.string().nullable(),
    /** Of everything asked for but state and lateness. */
    counts: z.object({
      open: z.number(),
      answered: z.number(),
      closed: z.number(),
      late: z.number(),
    }),
    /** What is still disputed of those, by currency. */
    disputed: z.array(WireMoney),
  }),
});

export const disputePage = endpoint({
  name: "disputePage",
  method: "get",
  path: "/api/creditors/{creditor}/disputes/{dispute}",
  summary: "One dispute: its amounts, its thread, what may be done",
  access: "book:read",
  answer: DisputePage,
});

/** People who may be named, and the policy's route of each reason. */
export const disputeDesk = endpoint({
  name: "disputeDesk",
  method: "get",
  path: "/api/creditors/{creditor}/dispute-desk",
  summary: "Who may answer disputes and complaints, and which department answers what",
  access: "book:read",
  answer: z.object({
    answerers: z.array(Person),
    complaintOwners: z.array(Person),
    colleagues: z.array(Person),
    reasons: z.array(
      z.object({
        reason: DisputeReason,
        department: Department,
        answerDays: z.number(),
        /** If it is raised today. */
        answerBy: WireDay,
      }),
    ),
    complaintDays: z.number(),
  }),
});

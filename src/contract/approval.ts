/** Approvals: what is asked for, decided by another person, everything that waits on one page. */
import { z } from "zod";
import { APPROVAL_KINDS, APPROVAL_STATES } from "../domain/desk/approval.ts";
import { REQUESTED_KINDS } from "../domain/desk/approval-request.ts";
import { ROLES } from "../domain/desk/permission.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
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

export const ApprovalKind = z.enum(APPROVAL_KINDS);
const Role = z.enum(ROLES);

export const Approval = z
  .object({
    id: Id,
    kind: ApprovalKind,
    customer: CustomerBrief.nullable(),
    /** The agreement that waits for it. */
    subject: Id.nullable(),
    amount: WireMoney.nullable(),
    days: z.number().nullable(),
    /** What the decider must see, by kind. */
    facts: Because,
    reason: z.string(),
    /** Who may decide, and why they. */
    roles: z.array(Role),
    because: Because,
    requestedOn: WireDay,
    requestedAt: WireInstant,
    requestedBy: z.string(),
    /** Whether the reader asked for it. */
    own: z.boolean(),
    state: z.enum(APPROVAL_STATES),
    decidedOn: WireDay.nullable(),
    decidedAt: WireInstant.nullable(),
    decidedBy: z.string().nullable(),
    decisionReason: z.string().nullable(),
    can: z.object({ approve: Can, refuse: Can, withdraw: Can }),
  })
  .meta({ id: "Approval" });
export type Approval = z.infer<typeof Approval>;

/** What waits for a decision elsewhere: a refund, a claim on money of nobody. */
export const WaitingElsewhere = z
  .object({
    id: Id,
    kind: z.enum(["refund", "receipt_claim"]),
    customer: CustomerBrief,
    amount: WireMoney,
    /** The receipt that it is about. */
    receipt: Id,
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: WireInstant,
    can: z.object({ decide: Can }),
  })
  .meta({ id: "WaitingElsewhere" });
export type WaitingElsewhere = z.infer<typeof WaitingElsewhere>;

export const listApprovals = endpoint({
  name: "listApprovals",
  method: "get",
  path: "/api/creditors/{creditor}/approvals",
  summary: "What waits for a decision, what one asked for, what was decided; latest first",
  access: "book:read",
  query: z.object({
    show: z.enum(["waiting", "asked", "decided"]).default("waiting"),
    kind: ApprovalKind.optional(),
    customer: IdOf<CustomerId>().optional(),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(Approval),
    /** Of what waits: refunds and receipt claims, decided where they are kept. */
    elsewhere: z.array(WaitingElsewhere),
    next: z.string().nullable(),
    /** `mine`: those that the reader may decide, elsewhere included. */
    counts: z.object({ waiting: z.number(), mine: z.number(), asked: z.number() }),
    can: z.object({ request: Can }),
  }),
});

/** Leave to contact a person outside the hours is asked for where contacts are kept. */
const RequestedKind = z.enum(REQUESTED_KINDS).exclude(["outside_hours"]);

export const requestApproval = endpoint({
  name: "requestApproval",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/approvals",
  summary: "Ask for something that another person has to decide",
  access: "approval:request",
  body: z.object({
    kind: RequestedKind,
    amount: MoneyIn.nullable().default(null),
    reason: Words(1000),
    evidence: Words(2000).nullable().default(null),
    until: DayIn.nullable().default(null),
  }),
  answer: z.object({ id: Id, roles: z.array(Role) }),
  status: 201,
});

export const decideApproval = endpoint({
  name: "decideApproval",
  method: "post",
  path: "/api/creditors/{creditor}/approvals/{approval}/decide",
  summary: "Approve or refuse what another person asked for; what follows is carried out at once",
  access: "approval:decide",
  body: z.object({ approve: z.boolean(), reason: Words(1000).nullable().default(null) }),
  answer: z.object({ id: Id }),
});

export const withdrawApproval = endpoint({
  name: "withdrawApproval",
  method: "post",
  path: "/api/creditors/{creditor}/approvals/{approval}/withdraw",
  summary: "Take back what one asked for, while nobody has decided",
  access: "approval:request",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

/** A customer's timeline: what was sent, said, promised, disputed, held, paid and given back. */
import { z } from "zod";
import { APPROVAL_KINDS, APPROVAL_STATES } from "../domain/desk/approval.ts";
import { TASK_KINDS, TASK_STATES } from "../domain/desk/task.ts";
import { BillState } from "./bill.ts";
import { CaseEvent } from "./case-event.ts";
import { ContactEvent, VisitEvent } from "./contact-events.ts";
import { RefundState } from "./refund.ts";
import { ReturnKind } from "./returned-payment.ts";
import { Because, Id, WireDay, WireInstant, WireMoney } from "./scalars.ts";

const when = { id: Id, day: WireDay, at: WireInstant.nullable() };
const ofDispute = { dispute: Id, item: z.string(), by: z.string().nullable() };
const routed = {
  ...ofDispute,
  said: z.string().nullable(),
  department: z.string().nullable(),
  answerBy: WireDay.nullable(),
};
const disputedAgain = { ...ofDispute, said: z.string().nullable(), amount: WireMoney };

const held = {
  holdKind: z.string(),
  reason: z.string(),
  item: z.string().nullable(),
  /** Null: of this customer alone. */
  group: z.string().nullable(),
  by: z.string().nullable(),
};

export const TimelineEvent = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("message"),
      ...when,
      number: z.string(),
      channel: z.string(),
      template: z.string(),
      state: z.string(),
      subject: z.string().nullable(),
      recipient: z.string(),
      /** Whether the letter as it was sent can be shown. */
      letter: z.boolean(),
    }),
    ContactEvent,
    VisitEvent,
    z.object({
      kind: z.literal("promise_taken"),
      ...when,
      amount: WireMoney,
      payOn: WireDay,
      takenFrom: z.string().nullable(),
      channel: z.string().nullable(),
      note: z.string().nullable(),
      /** It took the place of an earlier one. */
      renegotiated: z.boolean(),
      overruledReason: z.string().nullable(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("promise_judged"),
      ...when,
      amount: WireMoney,
      /** What came for it until then; null: not known. */
      came: WireMoney.nullable(),
      payOn: WireDay,
      was: z.string(),
      state: z.string(),
      /** A person's words, or a code; null: it was judged. */
      reason: z.string().nullable(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("dispute_opened"),
      ...when,
      ...ofDispute,
      amount: WireMoney,
      reason: z.string(),
      note: z.string().nullable(),
      department: z.string().nullable(),
      answerBy: WireDay.nullable(),
    }),
    z.object({ kind: z.literal("dispute_answered"), ...when, ...routed }),
    z.object({ kind: z.literal("dispute_rerouted"), ...when, ...routed }),
    z.object({ kind: z.literal("dispute_split"), ...when, ...disputedAgain }),
    z.object({ kind: z.literal("dispute_reopened"), ...when, ...disputedAgain }),
    z.object({
      kind: z.literal("dispute_closed"),
      ...when,
      ...ofDispute,
      amount: WireMoney,
      outcome: z.string(),
      said: z.string().nullable(),
      creditNumber: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("complaint_logged"),
      ...when,
      complaint: z.string(),
      said: z.string(),
      answerBy: WireDay,
      by: z.string(),
    }),
    z.object({
      kind: z.literal("complaint_closed"),
      ...when,
      outcome: z.string(),
      answer: z.string().nullable(),
      measures: z.string().nullable(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("owner_changed"),
      ...when,
      /** The collector who answers for the customer, or its salesperson. */
      which: z.enum(["owner", "sales"]),
      from: z.string().nullable(),
      to: z.string().nullable(),
      by: z.string(),
      reason: z.string(),
    }),
    z.object({ kind: z.literal("hold_placed"), ...when, ...held, until: WireDay.nullable() }),
    z.object({
      kind: z.literal("hold_ended"),
      ...when,
      ...held,
      /** Why a person ended it before its day. */
      liftReason: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("document"),
      ...when,
      documentKind: z.enum(["invoice", "debit_memo", "credit_memo", "receipt"]),
      number: z.string(),
      amount: WireMoney,
      dueOn: WireDay.nullable(),
    }),
    z.object({
      kind: z.literal("cash_applied"),
      ...when,
      /** What was settled, by currency, and of which documents. */
      amounts: z.array(WireMoney),
      items: z.array(z.string()),
      receipt: z.string(),
      madeBy: z.enum(["itself", "person", "import"]),
      by: z.string(),
    }),
    z.object({
      kind: z.literal("application_undone"),
      ...when,
      amounts: z.array(WireMoney),
      items: z.array(z.string()),
      receipt: z.string(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("payment_returned"),
      ...when,
      receipt: z.string(),
      returnKind: ReturnKind,
      amount: WireMoney,
      reason: z.string().nullable(),
      by: z.string(),
    }),
    z.object({
      kind: z.literal("refund"),
      ...when,
      receipt: z.string(),
      amount: WireMoney,
      state: RefundState,
      reason: z.string(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("bill"),
      ...when,
      number: z.string(),
      amount: WireMoney,
      state: BillState,
      maturesOn: WireDay,
    }),
    z.object({
      kind: z.literal("desk_task"),
      ...when,
      taskKind: z.enum(TASK_KINDS),
      title: z.string().nullable(),
      /** Of an escalation: the rung it went to. */
      level: z.string().nullable(),
      because: Because,
      assignee: z.string().nullable(),
      role: z.string().nullable(),
      dueOn: WireDay,
      state: z.enum(TASK_STATES),
      outcome: z.string().nullable(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("approval"),
      ...when,
      approvalKind: z.enum(APPROVAL_KINDS),
      amount: WireMoney.nullable(),
      days: z.number().nullable(),
      state: z.enum(APPROVAL_STATES),
      /** Of who asked, or of who decided. */
      reason: z.string().nullable(),
      by: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("agreement"),
      ...when,
      agreement: Id,
      number: z.string(),
      agreementKind: z.enum(["repayment_plan", "extension", "discount"]),
      /** `proposed`, `signed`, `missed`, `defaulted` … */
      event: z.string(),
      because: Because,
      by: z.string(),
    }),
    z.object({
      kind: z.literal("debtor_level"),
      ...when,
      from: z.string(),
      to: z.string(),
      because: Because,
    }),
    CaseEvent,
    z.object({
      kind: z.literal("step_dropped"),
      ...when,
      step: z.string(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ])
  .meta({ id: "TimelineEvent" });
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** A customer's timeline: what was sent, said, promised, disputed, held, paid and given back. */
import { z } from "zod";
import { BillState } from "./bill.ts";
import { RefundState } from "./refund.ts";
import { ReturnKind } from "./returned-payment.ts";
import { Id, WireDay, WireInstant, WireMoney } from "./scalars.ts";

const when = { id: Id, day: WireDay, at: WireInstant.nullable() };

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
    z.object({
      kind: z.literal("contact"),
      ...when,
      channel: z.string(),
      outcome: z.string(),
      said: z.string().nullable(),
      overdueReason: z.string().nullable(),
      followUpOn: WireDay.nullable(),
      contact: z.string().nullable(),
      by: z.string(),
    }),
    z.object({
      kind: z.literal("promise_taken"),
      ...when,
      amount: WireMoney,
      payOn: WireDay,
      takenFrom: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("promise_judged"),
      ...when,
      amount: WireMoney,
      payOn: WireDay,
      state: z.string(),
    }),
    z.object({
      kind: z.literal("dispute_opened"),
      ...when,
      amount: WireMoney,
      item: z.string(),
      reason: z.string(),
      note: z.string().nullable(),
    }),
    z.object({
      kind: z.literal("dispute_closed"),
      ...when,
      amount: WireMoney,
      item: z.string(),
      outcome: z.string(),
    }),
    z.object({
      kind: z.literal("hold_placed"),
      ...when,
      holdKind: z.string(),
      reason: z.string(),
      until: WireDay.nullable(),
      item: z.string().nullable(),
    }),
    z.object({ kind: z.literal("hold_ended"), ...when, holdKind: z.string(), reason: z.string() }),
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
      kind: z.literal("step_dropped"),
      ...when,
      step: z.string(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ])
  .meta({ id: "TimelineEvent" });
export type TimelineEvent = z.infer<typeof TimelineEvent>;

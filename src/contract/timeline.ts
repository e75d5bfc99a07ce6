/** A customer's timeline: what was sent, said, promised, disputed, held and paid. */
import { z } from "zod";
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
      kind: z.literal("step_dropped"),
      ...when,
      step: z.string(),
      reason: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ])
  .meta({ id: "TimelineEvent" });
export type TimelineEvent = z.infer<typeof TimelineEvent>;

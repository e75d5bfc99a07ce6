/** What happened to a customer's case, as the timeline tells it. */
import { z } from "zod";
import { OVERDUE_REASONS } from "../domain/desk/contact-log.ts";
import { Id, WireDay, WireInstant } from "./scalars.ts";

const Stage = z.enum(["early", "middle", "late", "legal"]);

export const CASE_EVENTS = [
  "opened",
  "closed",
  "stage",
  "reason",
  "snoozed",
  "woken",
  "call_back",
  "call_back_cancelled",
] as const;

export const CaseEvent = z.object({
  kind: z.literal("case"),
  id: Id,
  day: WireDay,
  at: WireInstant.nullable(),
  event: z.enum(CASE_EVENTS),
  /** The stage it came to. */
  stage: Stage.nullable(),
  reason: z.enum(OVERDUE_REASONS).nullable(),
  /** A person's words: the note on a reason, why it was snoozed, what a call is for. */
  said: z.string().nullable(),
  /** The day of a call-back, or on which a snooze ends. */
  on: WireDay.nullable(),
  hour: z.string().nullable(),
  /** Of a case that was woken: `by_hand`, `day_came`, `promise_broken`, `money_came_in`. */
  because: z.string().nullable(),
  by: z.string().nullable(),
});

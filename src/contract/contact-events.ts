/** What the timeline tells of contacts and visits. */
import { z } from "zod";
import { VISIT_PLACES, VISIT_STATES } from "../domain/desk/visit.ts";
import { Id, WireDay, WireInstant } from "./scalars.ts";

const when = { id: Id, day: WireDay, at: WireInstant.nullable() };

export const ContactEvent = z.object({
  kind: z.literal("contact"),
  ...when,
  channel: z.string(),
  /** Whether we spoke to them, or they to us. */
  direction: z.string(),
  outcome: z.string(),
  said: z.string().nullable(),
  overdueReason: z.string().nullable(),
  reasonNote: z.string().nullable(),
  nextStep: z.string().nullable(),
  followUpOn: WireDay.nullable(),
  followUpAt: z.string().nullable(),
  contact: z.string().nullable(),
  by: z.string(),
  /** An entry that puts an earlier one right; one that was put right. */
  corrects: z.boolean(),
  corrected: z.boolean(),
  /** Codes of the rules of conduct that it went beyond. */
  outside: z.array(z.string()),
  attachments: z.number(),
});

export const VisitEvent = z.object({
  kind: z.literal("visit"),
  ...when,
  state: z.enum(VISIT_STATES),
  plannedOn: WireDay,
  plannedAt: z.string(),
  placeKind: z.enum(VISIT_PLACES),
  place: z.string(),
  purpose: z.string(),
  visitors: z.array(z.string()),
  /** Why it was called off, or what was agreed. */
  said: z.string().nullable(),
  by: z.string(),
});

/** The contact log: what was done with whom, what came of it, and what follows. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export const CONTACT_CHANNELS = ["call", "visit", "message", "meeting", "review"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export const OUTCOMES = [
  "reached",
  "no_answer",
  "wrong_contact",
  "promised",
  "disputed",
  "invoice_copy_asked",
  "refused_to_pay",
  "confirmed",
  "approved",
  "declined",
  "done",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** 疏忽, 资金紧张, 流程, 争议, 恶意 */
export const OVERDUE_REASONS = ["oversight", "cash", "procedure", "dispute", "malice"] as const;
export type OverdueReason = (typeof OVERDUE_REASONS)[number];

export type ContactOffer = {
  readonly outcome: string;
  readonly said: string | null;
  /** Why the customer is late, where that was found out. */
  readonly overdueReason: OverdueReason | null;
  readonly followUpOn: PlainDate | null;
};

export type ContactRefusal =
  | { readonly code: "outcome_unknown"; readonly outcome: string }
  | { readonly code: "follow_up_has_passed"; readonly today: PlainDate }
  | { readonly code: "follow_up_too_far_ahead"; readonly latest: PlainDate };

/** A follow-up further ahead than a quarter is forgotten by everybody; a hold is for that. */
const FURTHEST_FOLLOW_UP_DAYS = 92;

/** Accepts an entry, or refuses an unknown outcome or a follow-up not within the next 92 days. */
export function judgeContact(
  offer: ContactOffer,
  today: PlainDate,
): Result<ContactOffer & { readonly outcome: Outcome }, ContactRefusal> {
  const outcome = OUTCOMES.find((known) => known === offer.outcome);
  if (outcome === undefined) return refuse({ code: "outcome_unknown", outcome: offer.outcome });
  const { followUpOn } = offer;
  if (followUpOn !== null && followUpOn <= today) {
    return refuse({ code: "follow_up_has_passed", today });
  }
  const latest = addDays(today, FURTHEST_FOLLOW_UP_DAYS);
  if (followUpOn !== null && followUpOn > latest) {
    return refuse({ code: "follow_up_too_far_ahead", latest });
  }
  return ok({ ...offer, outcome, said: offer.said?.trim() || null });
}

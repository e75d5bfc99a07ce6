/** The contact log: what was done with whom, what came of it, and what follows. */
import { addDays, type Instant, type PlainDate } from "../values/calendar.ts";
import type { ContactLogId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export const CONTACT_CHANNELS = ["call", "visit", "message", "meeting", "review"] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** Whether we spoke to them or they to us. */
export const DIRECTIONS = ["out", "in"] as const;
export type Direction = (typeof DIRECTIONS)[number];

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

export const NEXT_STEPS = [
  "call",
  "message",
  "visit",
  "meeting",
  "wait_for_payment",
  "ask_inside",
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** What every entry says. */
export type ContactOffer = {
  readonly outcome: string;
  readonly said: string | null;
  /** Why the customer is late, where that was found out. */
  readonly overdueReason: OverdueReason | null;
  readonly followUpOn: PlainDate | null;
};

/** What an entry may say besides. */
export type ContactMore = {
  readonly direction?: Direction;
  /** When it happened, where that was not just now. */
  readonly happenedAt?: Instant | null;
  readonly numberCalled?: string | null;
  /** Wilful or objective, where that differs from what the reason itself says. */
  readonly reasonWilful?: boolean | null;
  readonly reasonNote?: string | null;
  readonly nextStep?: NextStep | null;
  /** The hour of a call-back on the day of the follow-up, `HH:MM`. */
  readonly followUpAt?: string | null;
  /** The entry that this one puts right. */
  readonly corrects?: ContactLogId | null;
  /** Why it went beyond the rules of conduct. */
  readonly outsideReason?: string | null;
};

export type JudgedContact = Required<ContactMore> & ContactOffer & { readonly outcome: Outcome };

export type ContactRefusal =
  | { readonly code: "outcome_unknown"; readonly outcome: string }
  | { readonly code: "follow_up_has_passed"; readonly today: PlainDate }
  | { readonly code: "follow_up_too_far_ahead"; readonly latest: PlainDate }
  | { readonly code: "follow_up_hour_without_day" }
  | { readonly code: "contact_in_future" }
  | { readonly code: "contact_too_long_ago"; readonly days: number }
  | { readonly code: "overdue_reason_missing" };

/** A follow-up further ahead than a quarter is forgotten by everybody; a hold is for that. */
const FURTHEST_FOLLOW_UP_DAYS = 92;
/** What is written down a month later is recollection, not a record. */
const LATEST_WRITTEN_DAYS = 31;
const DAY_MILLISECONDS = 86_400_000;

const WILFUL: readonly OverdueReason[] = ["malice"];

/** Whether a reason is the debtor's will (恶意) or its circumstances, as far as the word says. */
export const isWilful = (reason: OverdueReason): boolean => WILFUL.includes(reason);

const SPOKEN_TO: ReadonlySet<Outcome> = new Set([
  "reached",
  "promised",
  "disputed",
  "invoice_copy_asked",
  "refused_to_pay",
  "confirmed",
]);

/** Whether somebody at the customer answered; a wrong number or a ringing telephone is nobody. */
export const isSpoken = (channel: ContactChannel, outcome: Outcome): boolean =>
  channel !== "review" && SPOKEN_TO.has(outcome);

const trimmed = (text: string | null | undefined): string | null => text?.trim() || null;

/**
 * Accepts an entry, or refuses an unknown outcome, a follow-up not within the next 92 days (today
 * with an hour only) or an hour without its day, a moment in the future or more than 31 days ago,
 * and a remark on a reason that is not given.
 */
export function judgeContact(
  offer: ContactOffer & ContactMore,
  today: PlainDate,
  now: Instant,
): Result<JudgedContact, ContactRefusal> {
  const outcome = OUTCOMES.find((known) => known === offer.outcome);
  if (outcome === undefined) return refuse({ code: "outcome_unknown", outcome: offer.outcome });
  const wrong = followUpFault(offer, today) ?? momentFault(offer, now);
  if (wrong !== null) return refuse(wrong);
  const { overdueReason, followUpOn } = offer;
  const reasonNote = trimmed(offer.reasonNote);
  if (overdueReason === null && (reasonNote !== null || (offer.reasonWilful ?? null) !== null)) {
    return refuse({ code: "overdue_reason_missing" });
  }
  return ok({
    outcome,
    said: trimmed(offer.said),
    overdueReason,
    followUpOn,
    direction: offer.direction ?? "out",
    happenedAt: offer.happenedAt ?? null,
    numberCalled: trimmed(offer.numberCalled),
    reasonWilful: overdueReason && (offer.reasonWilful ?? isWilful(overdueReason)),
    reasonNote,
    nextStep: offer.nextStep ?? null,
    followUpAt: offer.followUpAt ?? null,
    corrects: offer.corrects ?? null,
    outsideReason: trimmed(offer.outsideReason),
  });
}

function followUpFault(
  { followUpOn, followUpAt }: ContactOffer & ContactMore,
  today: PlainDate,
): ContactRefusal | null {
  if (followUpOn === null) {
    return (followUpAt ?? null) === null ? null : { code: "follow_up_hour_without_day" };
  }
  const calledBack = (followUpAt ?? null) !== null && followUpOn === today;
  if (followUpOn <= today && !calledBack) return { code: "follow_up_has_passed", today };
  const latest = addDays(today, FURTHEST_FOLLOW_UP_DAYS);
  return followUpOn > latest ? { code: "follow_up_too_far_ahead", latest } : null;
}

function momentFault({ happenedAt }: ContactMore, now: Instant): ContactRefusal | null {
  if (happenedAt === undefined || happenedAt === null) return null;
  const ago = Date.parse(now) - Date.parse(happenedAt);
  if (ago < 0) return { code: "contact_in_future" };
  const tooLong = ago > LATEST_WRITTEN_DAYS * DAY_MILLISECONDS;
  return tooLong ? { code: "contact_too_long_ago", days: LATEST_WRITTEN_DAYS } : null;
}

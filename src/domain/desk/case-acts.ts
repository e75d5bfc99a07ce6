/** What a person may set on a case: a snooze with its reason, a call-back at an hour. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** A case as the acts on it see it; null: the customer has none that is open. */
export type StandingCase = {
  readonly snoozedUntil: PlainDate | null;
  readonly callBackOn: PlainDate | null;
} | null;

export type CaseNotOpen = { readonly code: "case_not_open" };
export type SnoozeRefusal =
  | CaseNotOpen
  | { readonly code: "reason_missing" }
  | { readonly code: "snooze_has_passed"; readonly today: PlainDate }
  | { readonly code: "snooze_too_long"; readonly latest: PlainDate };
export type WakeRefusal = CaseNotOpen | { readonly code: "case_not_snoozed" };
export type CallBackRefusal =
  | CaseNotOpen
  | { readonly code: "call_back_has_passed"; readonly today: PlainDate }
  | { readonly code: "call_back_too_far_ahead"; readonly latest: PlainDate };
export type CancelRefusal = CaseNotOpen | { readonly code: "no_call_back" };

/** Two weeks: what rests longer is a hold, a promise or a plan, and these are looked after. */
const LONGEST_SNOOZE_DAYS = 14;
/** A call further ahead than a quarter is forgotten by the customer too. */
const FURTHEST_CALL_BACK_DAYS = 92;

export const caseOpen = (found: StandingCase): true | CaseNotOpen =>
  found === null ? { code: "case_not_open" } : true;

export type SnoozeOffer = { readonly until: PlainDate; readonly reason: string };

/** Takes a customer off the list until a day of the next 14, with the reason why. */
export function judgeSnooze(
  offer: SnoozeOffer,
  found: StandingCase,
  today: PlainDate,
): Result<SnoozeOffer, SnoozeRefusal> {
  if (found === null) return refuse({ code: "case_not_open" });
  const reason = offer.reason.trim();
  if (reason === "") return refuse({ code: "reason_missing" });
  const { until } = offer;
  if (until <= today) return refuse({ code: "snooze_has_passed", today });
  const latest = addDays(today, LONGEST_SNOOZE_DAYS);
  return until > latest ? refuse({ code: "snooze_too_long", latest }) : ok({ until, reason });
}

export function canWake(found: StandingCase): true | WakeRefusal {
  if (found === null) return { code: "case_not_open" };
  return found.snoozedUntil === null ? { code: "case_not_snoozed" } : true;
}

export type CallBackOffer = {
  readonly on: PlainDate;
  readonly at: string | null;
  readonly note: string | null;
};
/** A call before the snooze's end was agreed later than the snooze, so it ends it. */
export type CallBackAgreed = CallBackOffer & { readonly endsSnooze: boolean };

/** A call-back today or within the next 92 days. */
export function judgeCallBack(
  offer: CallBackOffer,
  found: StandingCase,
  today: PlainDate,
): Result<CallBackAgreed, CallBackRefusal> {
  if (found === null) return refuse({ code: "case_not_open" });
  if (offer.on < today) return refuse({ code: "call_back_has_passed", today });
  const latest = addDays(today, FURTHEST_CALL_BACK_DAYS);
  if (offer.on > latest) return refuse({ code: "call_back_too_far_ahead", latest });
  const { snoozedUntil } = found;
  return ok({ ...offer, endsSnooze: snoozedUntil !== null && offer.on < snoozedUntil });
}

export function canCancel(found: StandingCase): true | CancelRefusal {
  if (found === null) return { code: "case_not_open" };
  return found.callBackOn === null ? { code: "no_call_back" } : true;
}

/** The hold: chasing rests for a while, for a kind and a reason that a person stated. */
import type { HoldKind } from "../strategy/dunning-account.ts";
import { addDays, type PlainDate } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export type HoldOffer = {
  readonly kind: HoldKind;
  readonly reason: string;
  /** The first day without it; null: until somebody lifts it. */
  readonly until: PlainDate | null;
};

export type Hold = HoldOffer & { readonly from: PlainDate };

export type HoldRefusal =
  | { readonly code: "reason_missing" }
  | { readonly code: "hold_has_passed"; readonly today: PlainDate }
  | { readonly code: "hold_too_long"; readonly latest: PlainDate }
  | { readonly code: "hold_needs_an_end" };

/** A courtesy is forgotten when it has no end: a year at most, and never for good. */
const FURTHEST_DAYS = 366;
/** Only what ends by an event may be open: a proceeding, an insolvency. */
const OPEN_ENDED: ReadonlySet<HoldKind> = new Set(["legal", "insolvency"]);

/** A hold from today, refused without a reason, without an end where one is due, or in the past. */
export function judgeHold(offer: HoldOffer, today: PlainDate): Result<Hold, HoldRefusal> {
  const reason = offer.reason.trim();
  if (reason === "") return refuse({ code: "reason_missing" });
  const { kind, until } = offer;
  if (until === null && !OPEN_ENDED.has(kind)) return refuse({ code: "hold_needs_an_end" });
  if (until !== null && until <= today) return refuse({ code: "hold_has_passed", today });
  const latest = addDays(today, FURTHEST_DAYS);
  if (until !== null && until > latest) return refuse({ code: "hold_too_long", latest });
  return ok({ kind, reason, from: today, until });
}

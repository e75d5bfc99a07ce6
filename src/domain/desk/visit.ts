/** The visit: planned by one, made by at least two at the customer's premises, told by a report. */
import {
  type ConductRules,
  type HourRefusal,
  hourOf,
  judgeHour,
} from "../strategy/conduct-hours.ts";
import { addDays, type PlainDate, type WorkCalendar } from "../values/calendar.ts";
import type { ContactId, UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";

export const VISIT_STATES = ["planned", "done", "cancelled"] as const;
export type VisitState = (typeof VISIT_STATES)[number];

export const VISIT_PLACES = ["company", "home", "other"] as const;
export type VisitPlace = (typeof VISIT_PLACES)[number];

/** What may follow what: a visit that was made or called off stays so. */
export const VISIT_MOVES: Readonly<Record<VisitState, readonly VisitState[]>> = {
  planned: ["done", "cancelled"],
  done: [],
  cancelled: [],
};

/** Who goes: a person of the house, or somebody beside it who has no account. */
export type Visitor = { readonly name: string; readonly user: UserId | null };

export type VisitOffer = {
  readonly plannedOn: PlainDate;
  /** `HH:MM` of the creditor's clocks. */
  readonly plannedAt: string;
  readonly placeKind: VisitPlace;
  readonly place: string;
  readonly purpose: string;
  /** Whom it is meant for. */
  readonly contact: ContactId | null;
  readonly visitors: readonly Visitor[];
};

/** What is known beside the offer: the calendar, the rules, and what has been approved. */
export type VisitFrame = {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  readonly rules: ConductRules;
  /** Whether an approval covers the person visited at that moment, and another place. */
  readonly permitted: boolean;
  readonly atHome: boolean;
};

export type VisitRefusal =
  | { readonly code: "visit_day_has_passed"; readonly today: PlainDate }
  | { readonly code: "visit_too_far_ahead"; readonly latest: PlainDate }
  | { readonly code: "visit_needs_two" }
  | { readonly code: "visit_names_visitor_twice"; readonly name: string }
  | { readonly code: "visit_needs_own_person" }
  | { readonly code: "visit_place_needs_approval"; readonly place: VisitPlace }
  | HourRefusal;

/** Further ahead than a quarter nobody knows who will be there. */
const FURTHEST_DAYS = 92;

/**
 * Accepts a plan for company premises in working hours with two visitors or more, one of them with
 * an account; refuses every other place and hour without an approval, and the night always. Two,
 * so that one can say what the other did; never at home by default (民法典 1032, 1033).
 */
export function judgeVisit(offer: VisitOffer, frame: VisitFrame): Result<VisitOffer, VisitRefusal> {
  const { plannedOn, plannedAt, placeKind } = offer;
  const { today, calendar, rules, permitted, atHome } = frame;
  if (plannedOn < today) return refuse({ code: "visit_day_has_passed", today });
  const latest = addDays(today, FURTHEST_DAYS);
  if (plannedOn > latest) return refuse({ code: "visit_too_far_ahead", latest });
  const visitors = offer.visitors.map(({ name, user }) => ({ name: name.trim(), user }));
  const crowd = judgeVisitors(visitors);
  if (!crowd.ok) return crowd;
  const hour = judgeHour({ day: plannedOn, hour: hourOf(plannedAt) }, calendar, rules, permitted);
  if (!hour.ok) return hour;
  if (placeKind !== "company" && !atHome) {
    return refuse({ code: "visit_place_needs_approval", place: placeKind });
  }
  return ok({ ...offer, visitors, place: offer.place.trim(), purpose: offer.purpose.trim() });
}

function judgeVisitors(visitors: readonly Visitor[]): Result<null, VisitRefusal> {
  if (visitors.filter(({ name }) => name !== "").length < 2) {
    return refuse({ code: "visit_needs_two" });
  }
  const seen = new Set<string>();
  for (const { name, user } of visitors) {
    const who = user ?? name;
    if (seen.has(who)) return refuse({ code: "visit_names_visitor_twice", name });
    seen.add(who);
  }
  const ours = visitors.some(({ user }) => user !== null);
  return ours ? ok(null) : refuse({ code: "visit_needs_own_person" });
}

export type VisitReport = {
  readonly happenedOn: PlainDate;
  /** Recorded contacts who were there; empty: nobody was met. */
  readonly met: readonly ContactId[];
  readonly seen: string;
  readonly agreed: string | null;
  readonly leftOnRequest: boolean;
};

export type VisitReportRefusal =
  | { readonly code: "visit_not_planned"; readonly state: VisitState }
  | { readonly code: "visit_in_future"; readonly today: PlainDate }
  | { readonly code: "visit_before_plan"; readonly arrangedOn: PlainDate }
  | { readonly code: "visit_report_empty" };

/**
 * Accepts a report on a planned visit: made by today, not before it was arranged, and not empty.
 */
export function judgeVisitReport(
  report: VisitReport,
  visit: { readonly state: VisitState; readonly arrangedOn: PlainDate },
  today: PlainDate,
): Result<VisitReport, VisitReportRefusal> {
  const moved = judgeVisitMove(visit.state, "done");
  if (!moved.ok) return moved;
  if (report.happenedOn > today) return refuse({ code: "visit_in_future", today });
  const { arrangedOn } = visit;
  if (report.happenedOn < arrangedOn) return refuse({ code: "visit_before_plan", arrangedOn });
  const seen = report.seen.trim();
  if (seen === "") return refuse({ code: "visit_report_empty" });
  return ok({ ...report, seen, agreed: report.agreed?.trim() || null });
}

/** Refuses a move that the table does not list. */
export const judgeVisitMove = (
  state: VisitState,
  to: VisitState,
): Result<null, { readonly code: "visit_not_planned"; readonly state: VisitState }> =>
  VISIT_MOVES[state].includes(to) ? ok(null) : refuse({ code: "visit_not_planned", state });

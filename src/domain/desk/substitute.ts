/** The substitute: who sees and works the customers of somebody who is away, for a while. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import type { UserId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";

/** Days are [from, until). */
export type Substitution = {
  readonly absent: UserId;
  readonly substitute: UserId;
  readonly from: PlainDate;
  readonly until: PlainDate;
};

export type SubstituteRefusal =
  | { readonly code: "substitute_is_absent" }
  | { readonly code: "substitute_period_empty" }
  | { readonly code: "substitute_period_passed"; readonly today: PlainDate }
  | { readonly code: "substitute_too_long"; readonly latest: PlainDate }
  | { readonly code: "substitute_circle"; readonly absent: UserId; readonly until: PlainDate };

/** Longer is no absence but a change of owner, which is handed over and recorded as one. */
const LONGEST_DAYS = 92;

const overlap = (one: Substitution, other: Substitution): boolean =>
  one.from < other.until && other.from < one.until;

/**
 * Whether somebody may be the substitute. Refused: oneself, a period that is empty, over or longer
 * than 92 days, and a circle: who is away at the same time and relies, over however many others, on
 * the absent person would leave customers to nobody. `others` are those not yet over.
 */
export function judgeSubstitute(
  offer: Substitution,
  others: readonly Substitution[],
  today: PlainDate,
): Result<Substitution, SubstituteRefusal> {
  const { absent, substitute, from, until } = offer;
  if (absent === substitute) return refuse({ code: "substitute_is_absent" });
  if (until <= from) return refuse({ code: "substitute_period_empty" });
  if (until <= today) return refuse({ code: "substitute_period_passed", today });
  const latest = addDays(from, LONGEST_DAYS);
  if (until > latest) return refuse({ code: "substitute_too_long", latest });
  const circle = circleFrom(offer, others);
  if (circle === null) return ok(offer);
  return refuse({ code: "substitute_circle", absent: circle.absent, until: circle.until });
}

/** The substitution by which the absent person would stand in for themselves; null: none. */
function circleFrom(offer: Substitution, others: readonly Substitution[]): Substitution | null {
  const beside = others.filter((other) => overlap(other, offer));
  const asked = new Set<UserId>();
  const waiting = [offer.substitute];
  for (const user of waiting) {
    if (asked.has(user)) continue;
    asked.add(user);
    for (const other of beside.filter(({ absent }) => absent === user)) {
      if (other.substitute === offer.absent) return other;
      waiting.push(other.substitute);
    }
  }
  return null;
}

export type SubstitutionState = "coming" | "running" | "past";

export function substitutionState(
  { from, until }: Pick<Substitution, "from" | "until">,
  today: PlainDate,
): SubstitutionState {
  if (until <= today) return "past";
  return from <= today ? "running" : "coming";
}

/** The first day without it when it is ended today; refused when it is over already. */
export function judgeSubstitutionEnd(
  running: Pick<Substitution, "from" | "until">,
  today: PlainDate,
): Result<PlainDate, { readonly code: "substitution_has_ended"; readonly until: PlainDate }> {
  if (substitutionState(running, today) === "past") {
    return refuse({ code: "substitution_has_ended", until: running.until });
  }
  return ok(running.from > today ? running.from : today);
}

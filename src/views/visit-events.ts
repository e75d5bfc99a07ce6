/** Visits in a customer's timeline: arranged, made, called off. */
import { businessDay } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { listVisits, type VisitRow } from "../store/visits.ts";
import type { Sight } from "./look.ts";

/** At most so many visits, the latest. */
export async function viewVisitEvents(sight: Sight, customer: CustomerId, limit: number) {
  const { tx, creditor } = sight;
  const found = await listVisits(tx, creditor.id, customer);
  return found.slice(0, limit).flatMap((visit) => visitEvents(visit, creditor.timeZone));
}

function visitEvents(visit: VisitRow, timeZone: string) {
  const { id, plannedOn, plannedAt, placeKind, place, purpose, state, arrangedAt } = visit;
  const visitors = visit.visitors.map(({ name }) => name);
  const told = { kind: "visit" as const, id, plannedOn, plannedAt, placeKind, place, purpose };
  const what = { ...told, visitors };
  const arranged = {
    ...what,
    state: "planned" as const,
    day: businessDay(arrangedAt, timeZone),
    at: arrangedAt,
    said: null,
    by: visit.arrangedBy,
  };
  const { closedAt, closedBy, happenedOn } = visit;
  if (closedAt === null || closedBy === null) return [arranged];
  const said = state === "done" ? visit.agreed : visit.cancelReason;
  const day = happenedOn ?? businessDay(closedAt, timeZone);
  const closed = { ...what, state, day, at: happenedOn === null ? closedAt : null, said };
  return [arranged, { ...closed, by: closedBy }];
}

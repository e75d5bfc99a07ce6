/** What happened to a customer's cases, for its timeline. */
import type { CaseStage } from "../domain/desk/case.ts";
import type { OverdueReason } from "../domain/desk/contact-log.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { type CaseEventRow, listCaseEvents } from "../store/case-events.ts";
import type { Sight } from "./look.ts";

/** What the kinds of events keep beside who and when; each has some of it. */
type Facts = {
  readonly to?: CaseStage;
  readonly reason?: string | null;
  readonly note?: string | null;
  readonly until?: PlainDate;
  readonly on?: PlainDate;
  readonly at?: string | null;
  readonly because?: string;
};

/** In no order. */
export async function viewCaseEvents(sight: Sight, customer: CustomerId) {
  const found = await listCaseEvents(sight.tx, sight.creditor.id, customer);
  return found.map(shown);
}

function shown({ id, kind, day, at, by, facts }: CaseEventRow) {
  const { to, reason = null, note = null, until, on, at: hour = null, because } = facts as Facts;
  const known = kind === "reason" || kind === "closed";
  return {
    kind: "case" as const,
    id,
    day,
    at,
    event: kind,
    stage: to ?? null,
    reason: known ? (reason as OverdueReason | null) : null,
    said: kind === "snoozed" ? reason : note,
    on: on ?? until ?? null,
    hour,
    because: because ?? null,
    by,
  };
}

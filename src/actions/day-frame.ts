/**
 * The frame of a day: the policy, the working days and the entry with which all of it is decided.
 */
import { type PolicyRefusal, parsePolicy } from "../domain/strategy/policy.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { loadCalendar } from "../store/calendars.ts";
import { findCreditor } from "../store/creditors.ts";
import { findPolicy } from "../store/policies.ts";
import type { Executor } from "../store/sql.ts";
import type { Context } from "./action.ts";
import type { PerformRefusal } from "./perform.ts";
import type { DayFrame } from "./plan-accounts.ts";

export type CloseDayRefusal =
  | PerformRefusal
  | PolicyRefusal
  | { readonly code: "policy_missing" }
  | { readonly code: "day_in_future"; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly code: "day_already_passed"; readonly day: PlainDate; readonly lastDay: PlainDate };

export type DayFrameFound = DayFrame & {
  readonly policyVersion: number;
  readonly firstDay: boolean;
};

/**
 * What the whole day is decided with. A creditor is live from the first day on which anything was
 * planned: a Sunday or an empty book on which the plan was tried begins nothing.
 */
export async function frameOf(
  tx: Executor,
  creditorId: Context["creditorId"],
  day: PlainDate,
): Promise<Result<DayFrameFound, CloseDayRefusal>> {
  const creditor = await findCreditor(tx, creditorId);
  if (creditor === null) return refuse({ code: "creditor_not_found" });
  const stored = await findPolicy(tx, creditorId);
  if (stored === null) return refuse({ code: "policy_missing" });
  const policy = parsePolicy(stored.body);
  if (!policy.ok) return policy;
  const liveOn = creditor.liveOn ?? day;
  return ok({
    day,
    policy: policy.value,
    calendar: await loadCalendar(tx, creditor.country),
    entry: { liveOn, entry: creditor.entry },
    policyVersion: stored.version,
    firstDay: day <= liveOn,
  });
}

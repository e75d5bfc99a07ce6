/** Conduct: how often a person may be called on a day. */
import { ok, type Result, refuse } from "../values/result.ts";
import type { ConductRules } from "./conduct-hours.ts";

/** The day's calls so far: those this person answered, and those tried on this number. */
export type CallsMade = { readonly connected: number; readonly attempts: number };

export type FrequencyRefusal = {
  readonly code: "contact_too_often";
  readonly what: "connected" | "attempts";
  readonly made: number;
  readonly limit: number;
};

/** A senior's word for one call more: who they are by role is asked elsewhere. */
export type Supervised = { readonly reason: string } | null;

/**
 * One call more on this day: refused when the person answered three or the number was tried six
 * times (as the policy says), unless a senior gives a reason. Repeated calling is pestering
 * (治安管理处罚法 50).
 */
export function judgeFrequency(
  { connected, attempts }: CallsMade,
  rules: ConductRules,
  supervised: Supervised,
): Result<null, FrequencyRefusal> {
  if (supervised !== null && supervised.reason.trim() !== "") return ok(null);
  if (connected >= rules.connectedADay) {
    const limit = rules.connectedADay;
    return refuse({ code: "contact_too_often", what: "connected", made: connected, limit });
  }
  if (attempts >= rules.attemptsADay) {
    const limit = rules.attemptsADay;
    return refuse({ code: "contact_too_often", what: "attempts", made: attempts, limit });
  }
  return ok(null);
}

/** Issuing an agreement's document: only an approved one, once, and never giving up unawares. */
import { ok, type Result, refuse } from "../values/result.ts";
import type { AgreementState, MoveRefusal } from "./agreement.ts";
import type { Concession } from "./agreement-concessions.ts";

export type IssueRefusal =
  | MoveRefusal
  | { readonly code: "agreement_not_found" }
  | { readonly code: "agreement_is_issued" }
  | { readonly code: "agreement_concedes"; readonly concessions: readonly string[] };

/**
 * Refuses a document that would give a right up (买卖合同解释 18(3)) unless a person says so
 * expressly: what an agreement's words lose can't be asked back.
 */
export function judgeIssue(
  { state, document }: { readonly state: AgreementState; readonly document: string | null },
  concessions: readonly Concession[],
  concedes: boolean,
): Result<null, IssueRefusal> {
  if (state !== "approved") return refuse({ code: "agreement_not_in_state", state });
  if (document !== null) return refuse({ code: "agreement_is_issued" });
  const lost = concessions.filter(({ givesUp }) => givesUp).map(({ code }) => code);
  if (lost.length > 0 && !concedes) {
    return refuse({ code: "agreement_concedes", concessions: lost });
  }
  return ok(null);
}

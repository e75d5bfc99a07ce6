/** Renegotiation: a new plan takes the place of one that still runs or was accelerated. */
import type { CustomerId } from "../values/ids.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type AgreementKind, type AgreementState, mayMove } from "./agreement.ts";

export type ReplaceRefusal =
  | { readonly code: "agreement_not_found" }
  | { readonly code: "agreement_not_replaceable"; readonly state: string }
  | { readonly code: "agreement_replaced_already" };

type Old = {
  readonly customer: CustomerId;
  readonly kind: AgreementKind;
  readonly state: AgreementState;
};

/**
 * Only a plan of the same customer that is active, in default or accelerated can be replaced, once.
 * The old one goes on until the new one is signed, and keeps what was paid under it.
 */
export function judgeReplaced(
  old: Old | null,
  customer: CustomerId,
  taken: boolean,
): Result<null, ReplaceRefusal> {
  if (old === null || old.customer !== customer) return refuse({ code: "agreement_not_found" });
  const { kind, state } = old;
  if (kind !== "repayment_plan" || !mayMove(state, "renegotiated")) {
    return refuse({ code: "agreement_not_replaceable", state });
  }
  return taken ? refuse({ code: "agreement_replaced_already" }) : ok(null);
}

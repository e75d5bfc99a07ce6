/** The signature under an agreement: when it makes the agreement active, and what follows. */
import { addDays, type PlainDate } from "../values/calendar.ts";
import { ok, type Result, refuse } from "../values/result.ts";
import { type AgreementKind, type AgreementState, type MoveRefusal, moved } from "./agreement.ts";
import type { AgreementTerms } from "./agreement-terms.ts";

export type SignatureRefusal =
  | MoveRefusal
  | { readonly code: "agreement_not_issued" }
  | { readonly code: "signed_in_future"; readonly today: PlainDate }
  | { readonly code: "signed_before_approval"; readonly decidedOn: PlainDate };

export type Signable = {
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly document: string | null;
  readonly decidedOn: PlainDate | null;
  readonly lastOn: PlainDate;
  readonly terms: Pick<AgreementTerms, "graceDays">;
};

export type Activation = {
  readonly activeOn: PlainDate;
  /** The first day on which its parts rest no more; null: as long as it is active. */
  readonly restsUntil: PlainDate | null;
  readonly judgeOn: PlainDate;
};

/**
 * Until when the parts of a signed agreement rest: of a plan as long as it is kept; of a discount
 * through its day and the days that a bank's file may take; of an extension not at all, since its
 * items have a new due day.
 */
function restsUntil(agreement: Signable, signedOn: PlainDate): PlainDate | null {
  if (agreement.kind === "repayment_plan") return null;
  if (agreement.kind === "extension") return signedOn;
  return addDays(agreement.lastOn, agreement.terms.graceDays + 1);
}

/**
 * A signature makes an approved agreement active from the day it was given. Refuses one that was
 * never issued, a day to come, and a day before the approval: nobody had the right to offer it.
 */
export function judgeSignature(
  agreement: Signable,
  signedOn: PlainDate,
  today: PlainDate,
): Result<Activation, SignatureRefusal> {
  const state = moved(agreement.state, "active");
  if (!state.ok || agreement.state !== "approved") {
    return refuse({ code: "agreement_not_in_state", state: agreement.state });
  }
  if (agreement.document === null) return refuse({ code: "agreement_not_issued" });
  if (signedOn > today) return refuse({ code: "signed_in_future", today });
  const { decidedOn } = agreement;
  if (decidedOn !== null && signedOn < decidedOn) {
    return refuse({ code: "signed_before_approval", decidedOn });
  }
  const rests = restsUntil(agreement, signedOn);
  return ok({ activeOn: signedOn, restsUntil: rests, judgeOn: today });
}

/** An approved agreement is to be signed by a day; through it its parts rest, later they do not. */
export const signingDays = (
  terms: Pick<AgreementTerms, "signWithinDays" | "lapseDays">,
  today: PlainDate,
) => {
  const signBy = addDays(today, terms.signWithinDays);
  const restsUntil = addDays(signBy, 1);
  return { signBy, restsUntil, judgeOn: addDays(restsUntil, terms.lapseDays) };
};

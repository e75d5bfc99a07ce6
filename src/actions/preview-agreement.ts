/** What an offer would come to: judged as when it is proposed, and nothing is written. */
import { businessDay } from "../domain/values/calendar.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { type Result, refuse } from "../domain/values/result.ts";
import { hasCustomer } from "../store/agreeable-items.ts";
import { findTimeZone } from "../store/creditors.ts";
import type { AgreementDraft, Asked } from "./agreement-desk.ts";
import type { Desk } from "./perform.ts";

type NotThere = { readonly code: "customer_not_found" } | { readonly code: "creditor_not_found" };

/** In one unmoving picture; a customer out of reach is not there. */
export async function previewAgreement<Input, Refusal>(
  desk: Desk,
  customer: CustomerId,
  input: Input,
  draft: (
    asked: Asked,
    customer: CustomerId,
    input: Input,
  ) => Promise<Result<AgreementDraft, Refusal>>,
): Promise<Result<AgreementDraft, Refusal | NotThere>> {
  const { creditorId, clock } = desk;
  return await desk.database.reading(async (tx) => {
    const zone = await findTimeZone(tx, creditorId);
    if (zone === null) return refuse({ code: "creditor_not_found" });
    if (!(await hasCustomer(tx, creditorId, customer))) {
      return refuse({ code: "customer_not_found" });
    }
    const today = desk.today ?? businessDay(clock.now(), zone);
    return await draft({ tx, creditorId, today }, customer, input);
  }, desk.actor.reach);
}

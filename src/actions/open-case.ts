/** The open case of a customer, locked for an act on it; and the event that tells of the act. */
import type { CaseId, CustomerId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { lockCustomer } from "../store/accounts.ts";
import { type CaseEventKind, insertCaseEvents } from "../store/case-events.ts";
import { findOpenCase, type OpenCase } from "../store/collection-cases.ts";
import type { Context } from "./action.ts";

export type CaseRefusal = { readonly code: "customer_not_found" };

/** Null where nothing is overdue. Refused where there is no such customer within reach. */
export async function lockOpenCase(
  { tx, creditorId }: Context,
  customer: CustomerId,
): Promise<Result<OpenCase | null, CaseRefusal>> {
  if ((await lockCustomer(tx, creditorId, customer)) === null) {
    return refuse({ code: "customer_not_found" });
  }
  return ok(await findOpenCase(tx, creditorId, customer));
}

/** Writes into the customer's history who did this to the case, when and why. */
export async function tellOfCase(
  { tx, creditorId, today, now, actor, newId }: Context,
  { id, customer }: OpenCase,
  kind: CaseEventKind,
  facts: object,
): Promise<void> {
  const event = { id: newId<CaseId>(), customer, case: id, kind, facts };
  await insertCaseEvents(tx, creditorId, [event], { day: today, at: now, by: actor.name });
}

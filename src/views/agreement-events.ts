/** A customer's agreements on its timeline: each step with who, when and why. */
import type { CustomerId } from "../domain/values/ids.ts";
import { listCustomerAgreementEvents } from "../store/agreement-events.ts";
import type { Sight } from "./look.ts";

/** At most so many. */
export async function viewAgreementEvents(sight: Sight, customer: CustomerId, limit: number) {
  const { tx, creditor } = sight;
  const found = await listCustomerAgreementEvents(tx, creditor.id, customer, limit);
  return found.map(({ kind: event, actor: by, facts: because, ...rest }) => ({
    ...{ kind: "agreement" as const, event, by, because },
    ...rest,
  }));
}

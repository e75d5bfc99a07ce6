/** How far a customer's word was good, as its page shows it. */
import { reliabilityOf, reliableSince } from "../domain/desk/promise-reliability.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { listReliability } from "../store/promise-reliability.ts";
import type { Sight } from "./look.ts";

/** Of the promises judged in the last twelve months. */
export async function viewReliability({ tx, creditor, today }: Sight, customer: CustomerId) {
  const since = reliableSince(today);
  return reliabilityOf(await listReliability(tx, creditor.id, [customer], since));
}

/** Who answered for a customer until when, on its timeline. */
import type { CustomerId } from "../domain/values/ids.ts";
import { listOwnerEvents } from "../store/owner-events.ts";
import type { Sight } from "./look.ts";

export async function viewOwnerEvents(
  { tx, creditor }: Sight,
  customer: CustomerId,
  limit: number,
) {
  const events = await listOwnerEvents(tx, creditor.id, customer, limit);
  return events.map((event) => ({ kind: "owner_changed" as const, ...event }));
}

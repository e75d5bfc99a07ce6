/** Keeps what imported receipts settled as decisions: they can be undone and returned. */
import type { Booking } from "../domain/book/booking.ts";
import { importedApplications } from "../domain/cash/imported-applications.ts";
import type { ApplicationId, ReceiptId } from "../domain/values/ids.ts";
import { insertApplications } from "../store/applications.ts";
import type { Context } from "./action.ts";

const CHUNK = 10_000;

/** The bookings are stored already. */
export async function storeImportedApplications(
  { tx, creditorId, today, now, newId }: Context,
  bookings: readonly Booking[],
): Promise<void> {
  const made = importedApplications(bookings).map(({ receipt, ...one }) => ({
    ...{ ...one, id: newId<ApplicationId>(), receiptId: receipt as string as ReceiptId },
    ...{ identified: false, madeBy: "import" as const, actor: "import", confidence: null },
    ...{ learned: [], appliedOn: today, appliedAt: now },
  }));
  for (let at = 0; at < made.length; at += CHUNK) {
    await insertApplications(tx, creditorId, made.slice(at, at + CHUNK));
  }
}

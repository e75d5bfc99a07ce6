/** Voids what is left of a plan's schedule, and takes back interest for time no longer granted. */
import type { Because } from "../domain/book/booking.ts";
import { takeBackInterest } from "../domain/desk/agreed-booking.ts";
import type { AgreementId } from "../domain/values/ids.ts";
import {
  listAgreementItems,
  listInstalments,
  updateInstalments,
} from "../store/agreement-items.ts";
import type { AgreementRow } from "../store/agreements.ts";
import { insertBooking } from "../store/items.ts";
import type { Context } from "./action.ts";

/**
 * Interest that was due stays owed; of what was to fall due later the open part is taken back,
 * unless `successor` has taken it over as a claim.
 */
export async function voidInstalments(
  context: Context,
  agreement: AgreementRow,
  successor: AgreementId | null,
  because: Because,
): Promise<void> {
  const { tx, creditorId, today, newId } = context;
  const { id, currency } = agreement;
  const instalments = await listInstalments(tx, creditorId, [id]);
  const left = instalments.filter(({ state }) => state !== "paid" && state !== "void");
  const taken = successor === null ? [] : await listAgreementItems(tx, creditorId, [successor]);
  const kept = new Set(taken.map(({ item }) => item));
  const items = await listAgreementItems(tx, creditorId, [id]);
  const future = items
    .filter(({ billed, dueNow, item }) => billed && dueNow > today && !kept.has(item))
    .map(({ item, openNow }) => ({ item, open: openNow }));
  const booking = takeBackInterest(future, currency, today, [because], newId);
  if (booking.entries.length > 0) {
    await insertBooking(tx, { creditorId, importId: null, bookedOn: today }, booking);
  }
  const voided = left.map((row) => ({ ...row, agreement: id, state: "void" as const }));
  await updateInstalments(tx, creditorId, voided);
}

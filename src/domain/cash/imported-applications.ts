/** What an import says that a receipt settled: each of its allocations is a decision of its own. */
import type { Because, Booking } from "../book/booking.ts";
import type { CustomerId, EntryId, ItemId } from "../values/ids.ts";
import { negate } from "../values/money.ts";
import { type StoredSettlement, storedAmount } from "./stored-settlement.ts";

export type ImportedApplication = {
  /** An imported receipt and its item share their id. */
  readonly receipt: ItemId;
  readonly customerId: CustomerId;
  readonly entryId: EntryId;
  readonly settlement: StoredSettlement;
  readonly because: readonly Because[];
};

/** The allocations between a receipt and claims among these bookings. */
export function importedApplications(bookings: readonly Booking[]): readonly ImportedApplication[] {
  return bookings.flatMap(({ items, receipts, entries, postings }) => {
    if (receipts.length === 0) return [];
    const made = new Set(receipts.map(({ itemId }) => itemId));
    const owners = new Map(items.map(({ id, customerId }) => [id, customerId]));
    return entries.flatMap(({ id: entryId, kind, because }) => {
      const legs = postings.filter((posting) => posting.entryId === entryId);
      const receipt = legs.find(({ itemId }) => itemId !== null && made.has(itemId))?.itemId;
      const customerId = owners.get(receipt as ItemId);
      if (kind !== "allocation" || !receipt || customerId === undefined) return [];
      const allocations = legs.flatMap(({ itemId, amount }) =>
        itemId === null || itemId === receipt ? [] : [{ itemId, ...storedAmount(negate(amount)) }],
      );
      const settlement = { allocations, credits: [], shortfall: null, onAccount: null };
      return [{ receipt, customerId, entryId, settlement, because }];
    });
  });
}

/** An entry's postings, read so that they can be taken back exactly. */
import type { Account, Leg } from "../domain/book/booking.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, EntryId, ItemId } from "../domain/values/ids.ts";
import { type Currency, money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

/** A leg with the day on which it counts. */
export type DatedLeg = Leg & { readonly effectiveOn: PlainDate };

/** The legs of these entries in their order. */
export async function listEntryLegs(
  executor: Executor,
  creditor: CreditorId,
  entries: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, readonly DatedLeg[]>> {
  const found = await rows<{
    readonly entry: EntryId;
    readonly account: Account;
    readonly item: ItemId | null;
    readonly minor: bigint;
    readonly currency: Currency;
    readonly day: PlainDate;
  }>(
    executor,
    sql`select entry_id as entry, account, item_id as item, amount as minor, currency,
          effective_on as day
        from posting where creditor_id = ${creditor} and entry_id = any(${entries}::uuid[])
        order by entry_id, line`,
  );
  const byEntry = Map.groupBy(found, ({ entry }) => entry);
  return new Map(
    [...byEntry].map(([entry, legs]) => [
      entry,
      legs.map(({ account, item, minor, currency, day }) => ({
        account,
        itemId: item,
        amount: money(minor, currency),
        effectiveOn: day,
      })),
    ]),
  );
}

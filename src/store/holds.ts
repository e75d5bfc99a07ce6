/** Holds: what is not chased for a while, and why. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, HoldId, ItemId } from "../domain/values/ids.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewHold = {
  readonly id: HoldId;
  readonly customer: CustomerId;
  /** Null holds everything of the customer. */
  readonly item: ItemId | null;
  readonly kind: string;
  readonly reason: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

export async function insertHold(
  executor: Executor,
  creditor: CreditorId,
  hold: NewHold,
): Promise<void> {
  await run(
    executor,
    sql`insert into hold (creditor_id, id, customer_id, item_id, kind, reason, from_on, until_on)
        values (${creditor}, ${hold.id}, ${hold.customer}, ${hold.item}, ${hold.kind},
          ${hold.reason}, ${hold.from}, ${hold.until})`,
  );
}

export const findHold = (
  executor: Executor,
  creditor: CreditorId,
  id: HoldId,
): Promise<{
  readonly customer: CustomerId;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
} | null> =>
  maybe(
    executor,
    sql<{ customer: CustomerId; from: PlainDate; until: PlainDate | null }>`
        select customer_id as customer, from_on as from, until_on as until
        from hold where creditor_id = ${creditor} and id = ${id}`,
  );

/** Ends a hold: `until` is the first day without it. */
export async function updateHoldUntil(
  executor: Executor,
  creditor: CreditorId,
  id: HoldId,
  until: PlainDate,
): Promise<void> {
  await run(
    executor,
    sql`update hold set until_on = ${until} where creditor_id = ${creditor} and id = ${id}`,
  );
}

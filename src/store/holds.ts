/** Holds: what is not chased for a while, and why; of an item, a customer or a whole group. */
import type { HoldKind } from "../domain/strategy/dunning-account.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, GroupId, HoldId, ItemId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, run, sql } from "./sql.ts";

export type NewHold = {
  readonly id: HoldId;
  /** Null: of a group. */
  readonly customer: CustomerId | null;
  readonly group: GroupId | null;
  /** Null holds everything of the customer. */
  readonly item: ItemId | null;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly placedAt: Instant;
  readonly placedBy: string;
};

export async function insertHold(
  executor: Executor,
  creditor: CreditorId,
  hold: NewHold,
): Promise<void> {
  await run(
    executor,
    sql`insert into hold (creditor_id, id, customer_id, group_id, item_id, kind, reason, from_on,
          until_on, placed_at, placed_by)
        values (${creditor}, ${hold.id}, ${hold.customer}, ${hold.group}, ${hold.item},
          ${hold.kind}, ${hold.reason}, ${hold.from}, ${hold.until}, ${hold.placedAt},
          ${hold.placedBy})`,
  );
}

export type FoundHold = {
  readonly customer: CustomerId | null;
  readonly group: GroupId | null;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
};

export const findHold = (
  executor: Executor,
  creditor: CreditorId,
  id: HoldId,
): Promise<FoundHold | null> =>
  maybe(
    executor,
    sql<FoundHold>`select customer_id as customer, group_id as group, from_on as from,
          until_on as until
        from hold where creditor_id = ${creditor} and id = ${id}`,
  );

export type LiftedHold = {
  readonly id: HoldId;
  /** The first day without it. */
  readonly until: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string | null;
};

/** Ends a hold before its day. */
export async function updateHoldLifted(
  executor: Executor,
  creditor: CreditorId,
  { id, until, at, by, reason }: LiftedHold,
): Promise<void> {
  await run(
    executor,
    sql`update hold set until_on = ${until}, lifted_at = ${at}, lifted_by = ${by},
          lift_reason = ${reason}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** The companies of a group, as far as they are in reach; null when there is no such group. */
export async function listGroupCustomers(
  executor: Executor,
  creditor: CreditorId,
  group: GroupId,
): Promise<readonly CustomerId[] | null> {
  const found = await rows<{ customer: CustomerId | null }>(
    executor,
    sql`select c.id as customer from customer_group g
        left join customer c on c.creditor_id = g.creditor_id and c.group_id = g.id
        where g.creditor_id = ${creditor} and g.id = ${group} order by c.id`,
  );
  if (found.length === 0) return null;
  return found.flatMap(({ customer }) => customer ?? []);
}

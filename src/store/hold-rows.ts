/** Holds as they are read: those of a customer, and those in force with what they keep back. */
import type { HoldKind } from "../domain/strategy/dunning-account.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, GroupId, HoldId, ItemId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { containing } from "./search.ts";
import { type Executor, one, rows, sql } from "./sql.ts";

export type HoldDetail = {
  readonly id: HoldId;
  readonly item: ItemId | null;
  readonly itemNumber: string | null;
  readonly group: GroupId | null;
  readonly groupName: string | null;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
  readonly placedAt: Instant | null;
  readonly placedBy: string | null;
  readonly liftedAt: Instant | null;
  readonly liftedBy: string | null;
  readonly liftReason: string | null;
};

const DETAIL = sql`h.id, h.item_id as item, i.number as "itemNumber", h.group_id as group,
  g.name as "groupName", h.kind, h.reason, h.from_on as from, h.until_on as until,
  h.placed_at as "placedAt", h.placed_by as "placedBy", h.lifted_at as "liftedAt",
  h.lifted_by as "liftedBy", h.lift_reason as "liftReason"`;

const FROM = sql`hold h
  left join item i on i.creditor_id = h.creditor_id and i.id = h.item_id
  left join customer_group g on g.creditor_id = h.creditor_id and g.id = h.group_id`;

/** A customer's own holds and those of its group, latest first. */
export const listHoldDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly HoldDetail[]> =>
  rows(
    executor,
    sql<HoldDetail>`select ${DETAIL} from ${FROM}
        where h.creditor_id = ${creditor} and (h.customer_id = ${customer}
          or h.group_id = (select c.group_id from customer c
            where c.creditor_id = ${creditor} and c.id = ${customer}))
        order by h.from_on desc, h.id desc`,
  );

export type HoldsAsked = {
  readonly kind: HoldKind | null;
  readonly customer: CustomerId | null;
  readonly group: GroupId | null;
  readonly search: string | null;
  readonly today: PlainDate;
};

export type HoldLine = HoldDetail & {
  readonly customer: CustomerId | null;
  readonly customerNumber: string | null;
  readonly customerName: string | null;
  readonly grade: Grade | null;
};

function inForce(creditor: CreditorId, { kind, customer, group, search, today }: HoldsAsked) {
  const like = search === null ? null : containing(search);
  return sql`h.creditor_id = ${creditor} and h.from_on <= ${today}
    and (h.until_on is null or h.until_on > ${today})
    and (${kind}::text is null or h.kind = ${kind})
    and (${customer}::uuid is null or h.customer_id = ${customer}::uuid or h.group_id =
      (select m.group_id from customer m where m.creditor_id = ${creditor}
        and m.id = ${customer}::uuid))
    and (${group}::uuid is null or h.group_id = ${group}::uuid)
    and (${like}::text is null or h.reason ilike ${like} or c.name ilike ${like}
      or c.number ilike ${like} or g.name ilike ${like})`;
}

const WITH_CUSTOMER = sql`${FROM}
  left join customer c on c.creditor_id = h.creditor_id and c.id = h.customer_id`;

/** Holds in force, those that end first at the head. */
export const listActiveHolds = (
  executor: Executor,
  creditor: CreditorId,
  asked: HoldsAsked,
  { offset, size }: { readonly offset: number; readonly size: number },
): Promise<readonly HoldLine[]> =>
  rows(
    executor,
    sql<HoldLine>`select ${DETAIL}, h.customer_id as customer, c.number as "customerNumber",
          c.name as "customerName", c.grade
        from ${WITH_CUSTOMER} where ${inForce(creditor, asked)}
        order by h.until_on nulls last, h.from_on, h.id limit ${size} offset ${offset}`,
  );

export async function countActiveHolds(
  executor: Executor,
  creditor: CreditorId,
  asked: HoldsAsked,
): Promise<number> {
  const { count } = await one<{ count: number }>(
    executor,
    sql`select count(*)::integer as count from ${WITH_CUSTOMER} where ${inForce(creditor, asked)}`,
  );
  return count;
}

export type HeldItem = {
  readonly hold: HoldId;
  readonly customer: CustomerId;
  readonly customerName: string;
  readonly id: ItemId;
  readonly number: string;
  readonly open: bigint;
  readonly currency: Currency;
};

/** The open claims that these holds cover, the oldest first. */
export const listHeldItems = (
  executor: Executor,
  creditor: CreditorId,
  holds: readonly HoldId[],
): Promise<readonly HeldItem[]> =>
  rows(
    executor,
    sql<HeldItem>`select h.id as hold, c.id as customer, c.name as "customerName", i.id, i.number,
          i.open_amount as open, i.currency
        from hold h
        join customer c on c.creditor_id = h.creditor_id
          and (c.id = h.customer_id or c.group_id = h.group_id)
        join item i on i.creditor_id = c.creditor_id and i.customer_id = c.id
          and (h.item_id is null or i.id = h.item_id)
        where h.creditor_id = ${creditor} and h.id = any(${holds}::uuid[]) and i.open_amount > 0
        order by h.id, i.due_on, i.number`,
  );

/** How many companies these holds cover. */
export const listHeldCustomers = (
  executor: Executor,
  creditor: CreditorId,
  holds: readonly HoldId[],
): Promise<readonly { readonly hold: HoldId; readonly customers: number }[]> =>
  rows(
    executor,
    sql<{ hold: HoldId; customers: number }>`select h.id as hold, count(*)::integer as customers
        from hold h
        join customer c on c.creditor_id = h.creditor_id
          and (c.id = h.customer_id or c.group_id = h.group_id)
        where h.creditor_id = ${creditor} and h.id = any(${holds}::uuid[])
        group by h.id order by h.id`,
  );

export type HeldSkip = {
  readonly customer: CustomerId;
  readonly day: PlainDate;
  readonly step: string;
  readonly items: readonly { readonly id: ItemId }[];
};

/** Steps that holds kept back when these customers were looked at last. */
export const listHeldSkips = (
  executor: Executor,
  creditor: CreditorId,
  customers: readonly CustomerId[],
): Promise<readonly HeldSkip[]> =>
  rows(
    executor,
    sql<HeldSkip>`select s.customer_id as customer, s.day, s.step, plan_items(s.items) as items
        from plan_skip s
        where s.creditor_id = ${creditor} and s.customer_id = any(${customers}::uuid[])
          and s.reason = 'held' and s.step is not null
          and s.day = (select max(last.day) from plan_skip last
            where last.creditor_id = s.creditor_id and last.customer_id = s.customer_id
              and last.reason = 'held')
        order by s.customer_id, s.step, s.id`,
  );

/** Items as a settlement needs them: locked, with what stands open. */
import type { ItemKind } from "../domain/book/booking.ts";
import type { SettlementItem } from "../domain/cash/settlement.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import { type Currency, money } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type LockedItem = SettlementItem & {
  readonly kind: ItemKind;
  readonly number: string;
  readonly dueOn: PlainDate | null;
};

type Row = {
  readonly id: ItemId;
  readonly customer: CustomerId;
  readonly kind: ItemKind;
  readonly number: string;
  readonly open: bigint;
  readonly currency: Currency;
  readonly issued: PlainDate;
  readonly due: PlainDate | null;
};

/**
 * Locks these items in the order of their ids; `open` is positive for credits too. The customers
 * are locked before. Who waited here for another's booking sees what that one left.
 */
export async function lockSettlementItems(
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly LockedItem[]> {
  const found = await rows<Row>(executor, sql`${selected(creditor, items)} order by id for update`);
  return found.map(itemOf);
}

/** The same without locking, for looking at them. */
export async function listSettlementItems(
  executor: Executor,
  creditor: CreditorId,
  items: readonly ItemId[],
): Promise<readonly LockedItem[]> {
  const found = await rows<Row>(executor, sql`${selected(creditor, items)} order by id`);
  return found.map(itemOf);
}

const selected = (creditor: CreditorId, items: readonly ItemId[]) => sql`
  select id, customer_id as customer, kind, number, abs(open_amount) as open, currency,
    issued_on as issued, due_on as due
  from item where creditor_id = ${creditor} and id = any(${items}::uuid[])`;

const itemOf = ({ customer, open, currency, issued, due, ...item }: Row): LockedItem => ({
  ...item,
  customerId: customer,
  open: money(open, currency),
  issuedOn: issued,
  dueOn: due,
});

/** Disputes of an item or a part of it. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type {
  ApplicationId,
  CreditorId,
  CustomerId,
  DisputeId,
  ItemId,
} from "../domain/values/ids.ts";
import { type Currency, type Money, money } from "../domain/values/money.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewDispute = {
  readonly id: DisputeId;
  readonly customer: CustomerId;
  readonly item: ItemId;
  readonly amount: Money;
  readonly reason: string;
  readonly note: string | null;
  readonly openedOn: PlainDate;
  /** The settlement that it came of, and with which it falls. */
  readonly application: ApplicationId | null;
};

export async function insertDispute(
  executor: Executor,
  creditor: CreditorId,
  dispute: NewDispute,
): Promise<void> {
  await run(
    executor,
    sql`insert into dispute (creditor_id, id, customer_id, item_id, amount, currency, reason, note,
          opened_on, application_id)
        values (${creditor}, ${dispute.id}, ${dispute.customer}, ${dispute.item},
          ${dispute.amount.minor}, ${dispute.amount.currency}, ${dispute.reason}, ${dispute.note},
          ${dispute.openedOn}, ${dispute.application})`,
  );
}

/** Withdraws what an application opened and nobody has closed: the application was undone. */
export async function updateDisputesFallen(
  executor: Executor,
  creditor: CreditorId,
  application: ApplicationId,
  closedOn: PlainDate,
): Promise<number> {
  return run(
    executor,
    sql`update dispute set closed_on = ${closedOn}, outcome = 'withdrawn'
        where creditor_id = ${creditor} and application_id = ${application}
          and closed_on is null`,
  );
}

export const findDispute = (
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
): Promise<{ readonly customer: CustomerId; readonly closedOn: PlainDate | null } | null> =>
  maybe(
    executor,
    sql<{ customer: CustomerId; closedOn: PlainDate | null }>`
        select customer_id as customer, closed_on as "closedOn"
        from dispute where creditor_id = ${creditor} and id = ${id}`,
  );

/** Closes an open dispute; gives 0 when it was closed before. */
export async function updateDisputeClosed(
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  closedOn: PlainDate,
  outcome: "upheld" | "withdrawn" | "credited",
): Promise<number> {
  return run(
    executor,
    sql`update dispute set closed_on = ${closedOn}, outcome = ${outcome}
        where creditor_id = ${creditor} and id = ${id} and closed_on is null`,
  );
}

/** What is open of the customer's item and not disputed already; null when nothing is open. */
export async function findDisputable(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  item: ItemId,
): Promise<Money | null> {
  const row = await maybe(
    executor,
    sql<{ currency: Currency; free: bigint }>`select i.currency,
          greatest(i.open_amount - coalesce((select sum(d.amount) from dispute d
            where d.creditor_id = i.creditor_id and d.item_id = i.id and d.closed_on is null),
            0), 0)::bigint as free
        from item i
        where i.creditor_id = ${creditor} and i.customer_id = ${customer} and i.id = ${item}
          and i.open_amount > 0`,
  );
  return row === null ? null : money(row.free, row.currency);
}

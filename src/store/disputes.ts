/** Disputes of an item or a part of it. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, DisputeId, ItemId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, maybe, run, sql } from "./sql.ts";

export type NewDispute = {
  readonly id: DisputeId;
  readonly customer: CustomerId;
  readonly item: ItemId;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly reason: string;
  readonly note: string | null;
  readonly openedOn: PlainDate;
};

export async function insertDispute(
  executor: Executor,
  creditor: CreditorId,
  dispute: NewDispute,
): Promise<void> {
  await run(
    executor,
    sql`insert into dispute (creditor_id, id, customer_id, item_id, amount, currency, reason, note,
          opened_on)
        values (${creditor}, ${dispute.id}, ${dispute.customer}, ${dispute.item},
          ${dispute.amount}, ${dispute.currency}, ${dispute.reason}, ${dispute.note},
          ${dispute.openedOn})`,
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

export async function updateDisputeClosed(
  executor: Executor,
  creditor: CreditorId,
  id: DisputeId,
  closedOn: PlainDate,
  outcome: "upheld" | "withdrawn" | "credited",
): Promise<void> {
  await run(
    executor,
    sql`update dispute set closed_on = ${closedOn}, outcome = ${outcome}
        where creditor_id = ${creditor} and id = ${id} and closed_on is null`,
  );
}

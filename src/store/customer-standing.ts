/** A customer's disputes, now and before. */

import type { DisputeReason } from "../domain/book/dispute-reason.ts";
import type { DisputeOutcome } from "../domain/desk/dispute-closing.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, DisputeId, ItemId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type DisputeDetail = {
  readonly id: DisputeId;
  readonly item: ItemId;
  readonly itemNumber: string;
  /** Of an open one what is still disputed. */
  readonly amount: bigint;
  readonly currency: Currency;
  readonly reason: DisputeReason;
  readonly note: string | null;
  readonly openedOn: PlainDate;
  readonly closedOn: PlainDate | null;
  readonly outcome: DisputeOutcome | null;
};

export const listDisputeDetails = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly DisputeDetail[]> =>
  rows(
    executor,
    sql<DisputeDetail>`select d.id, d.item_id as item, i.number as "itemNumber",
          coalesce(o.disputed, d.amount) as amount, d.currency, d.reason, d.note,
          d.opened_on as "openedOn", d.closed_on as "closedOn", d.outcome
        from dispute d join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
        left join open_dispute o on o.creditor_id = d.creditor_id and o.id = d.id
        where d.creditor_id = ${creditor} and d.customer_id = ${customer}
        order by d.opened_on desc, d.id desc`,
  );

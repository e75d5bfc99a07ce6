/** Changes of owner and salesperson, as a customer's timeline shows them. */
import type { OwnerKind } from "../domain/desk/portfolio.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, OwnerChangeId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type OwnerEvent = {
  readonly id: OwnerChangeId;
  readonly which: OwnerKind;
  /** Names; null: nobody. */
  readonly from: string | null;
  readonly to: string | null;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
};

export const listOwnerEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly OwnerEvent[]> =>
  rows(
    executor,
    sql<OwnerEvent>`select o.id, o.kind as which, f.name as from, t.name as to, o.day, o.at, o.by,
          o.reason
        from owner_change o
        left join app_user f on f.id = o.from_id
        left join app_user t on t.id = o.to_id
        where o.creditor_id = ${creditor} and o.customer_id = ${customer}
        order by o.at desc, o.id desc limit ${limit}`,
  );

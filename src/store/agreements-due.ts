/** The agreements that a day's close looks at, with what came in on their items. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { AGREEMENT_COLUMNS, type AgreementRow } from "./agreements.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type DueAgreement = { readonly id: AgreementId; readonly customer: CustomerId };

/**
 * Up to `limit` agreements after a place in the list, by customer: those whose day has come, and
 * those of customers at whom something changed, fulfilled ones too where an item is open again.
 * Few among all that were ever agreed; two index scans when nothing is due.
 */
export const listDueAgreements = (
  executor: Executor,
  creditor: CreditorId,
  day: PlainDate,
  after: DueAgreement | null,
  limit: number,
): Promise<readonly DueAgreement[]> =>
  rows(
    executor,
    sql<DueAgreement>`select id, customer from (
          select g.id, g.customer_id as customer from agreement g
          join customer c on c.creditor_id = g.creditor_id and c.id = g.customer_id
          where g.creditor_id = ${creditor} and g.state in ('approved', 'active', 'in_default')
            and (g.judge_on <= ${day} or c.wake_on = '-infinity')
          union
          select g.id, g.customer_id from customer c
          join agreement g on g.creditor_id = c.creditor_id and g.customer_id = c.id
          join agreement_item ai on ai.creditor_id = g.creditor_id and ai.agreement_id = g.id
          join item i on i.creditor_id = ai.creditor_id and i.id = ai.item_id
          where c.creditor_id = ${creditor} and c.wake_on = '-infinity' and g.state = 'fulfilled'
            and i.open_amount > ai.open_when_made - ai.amount
        ) due
        where ${after?.customer ?? null}::uuid is null
          or (customer, id) > (${after?.customer ?? null}::uuid, ${after?.id ?? null}::uuid)
        order by customer, id limit ${limit}`,
  );

export const listAgreementsById = (
  executor: Executor,
  creditor: CreditorId,
  ids: readonly AgreementId[],
): Promise<readonly AgreementRow[]> =>
  rows(
    executor,
    sql<AgreementRow>`select ${AGREEMENT_COLUMNS} from agreement g
        where g.creditor_id = ${creditor} and g.id = any(${ids}::uuid[])
        order by g.customer_id, g.id`,
  );

/** What may be agreed about: a customer's open claims with what is free of each. */
import type { PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId, CustomerId, ItemId } from "../domain/values/ids.ts";
import type { Currency } from "../domain/values/money.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

/** Amounts in minor units; `agreed`: under other agreements that still run. */
export type AgreeableRow = {
  readonly id: ItemId;
  readonly number: string;
  readonly currency: Currency;
  readonly open: bigint;
  readonly dueOn: PlainDate;
  readonly disputed: bigint;
  readonly promised: bigint;
  readonly agreed: bigint;
};

/**
 * The open claims, oldest due first. What an agreement holds of an item is its part less what has
 * lowered the item since; an extension that is signed has done its work and holds nothing. What
 * `replaced` holds is free for the agreement that replaces it.
 */
export const listAgreeableItems = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  replaced: AgreementId | null,
): Promise<readonly AgreeableRow[]> =>
  rows(
    executor,
    sql<AgreeableRow>`select i.id, i.number, i.currency, i.open_amount as open,
          i.due_on as "dueOn",
          coalesce((select sum(d.amount) from dispute d
            where d.creditor_id = i.creditor_id and d.customer_id = i.customer_id
              and d.item_id = i.id and d.closed_on is null), 0)::bigint as disputed,
          coalesce((select sum(pi.amount) from promise p
            join promise_item pi on pi.creditor_id = p.creditor_id and pi.promise_id = p.id
            where p.creditor_id = i.creditor_id and p.customer_id = i.customer_id
              and pi.item_id = i.id and p.state = 'open'), 0)::bigint as promised,
          coalesce((select sum(greatest(0, ai.amount
              - greatest(0, ai.open_when_made - i.open_amount)))
            from agreement_item ai
            join agreement g on g.creditor_id = ai.creditor_id and g.id = ai.agreement_id
            where ai.creditor_id = i.creditor_id and ai.item_id = i.id
              and g.state in ('proposed', 'approved', 'active', 'in_default')
              and not (g.kind = 'extension' and g.state in ('active', 'in_default'))
              and g.id is distinct from ${replaced}::uuid), 0)::bigint as agreed
        from item i
        where i.creditor_id = ${creditor} and i.customer_id = ${customer}
          and i.open_amount > 0 and i.amount > 0
        order by i.due_on, i.number`,
  );

export type RiskRow = {
  readonly brokenPromises: number;
  readonly defaultedPlans: number;
  readonly fulfilledPlans: number;
  readonly returnedPayments: number;
};

/** How earlier words of the customer were kept; payments that came back since `since`. */
export async function findRiskFacts(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  since: PlainDate,
): Promise<RiskRow> {
  const row = await maybe<RiskRow>(
    executor,
    sql`select
          (select count(*) from promise where creditor_id = ${creditor}
            and customer_id = ${customer}
            and state in ('broken', 'partially_kept'))::integer as "brokenPromises",
          (select count(distinct g.id) from agreement g
            join agreement_event e on e.creditor_id = g.creditor_id and e.agreement_id = g.id
            where g.creditor_id = ${creditor} and g.customer_id = ${customer}
              and e.kind = 'defaulted')::integer as "defaultedPlans",
          (select count(*) from agreement where creditor_id = ${creditor}
            and customer_id = ${customer} and kind = 'repayment_plan'
            and state = 'fulfilled')::integer as "fulfilledPlans",
          (select count(*) from returned_payment where creditor_id = ${creditor}
            and customer_id = ${customer}
            and returned_on >= ${since}::date)::integer as "returnedPayments"`,
  );
  return row ?? { brokenPromises: 0, defaultedPlans: 0, fulfilledPlans: 0, returnedPayments: 0 };
}

/** The guarantees that a customer's contracts name. */
export async function listGuarantees(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<readonly string[]> {
  const found = await rows<{ guarantee: string }>(
    executor,
    sql`select distinct guarantee from contract
        where creditor_id = ${creditor} and customer_id = ${customer} and guarantee is not null
        order by guarantee`,
  );
  return found.map(({ guarantee }) => guarantee);
}

/** Whether there is such a customer, within the reach of who asks. */
export async function hasCustomer(
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
): Promise<boolean> {
  const row = await maybe<{ id: CustomerId }>(
    executor,
    sql`select id from customer where creditor_id = ${creditor} and id = ${customer}`,
  );
  return row !== null;
}

/** What happened with agreements: added, never changed. */
import type { AgreementKind } from "../domain/desk/agreement.ts";
import type { TaskReason } from "../domain/desk/task.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { AgreementId, CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, jsonText, rows, run, sql } from "./sql.ts";

export type AgreementEventRow = {
  readonly kind: string;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly actor: string;
  readonly facts: readonly TaskReason[];
};

export async function insertAgreementEvent(
  executor: Executor,
  creditor: CreditorId,
  event: AgreementEventRow & { readonly id: string; readonly agreement: AgreementId },
): Promise<void> {
  await run(
    executor,
    sql`insert into agreement_event (creditor_id, id, agreement_id, kind, day, at, actor, facts)
        values (${creditor}, ${event.id}, ${event.agreement}, ${event.kind}, ${event.day},
          ${event.at}, ${event.actor}, ${jsonText(event.facts)}::jsonb)`,
  );
}

export const listAgreementEvents = (
  executor: Executor,
  creditor: CreditorId,
  agreement: AgreementId,
): Promise<readonly AgreementEventRow[]> =>
  rows(
    executor,
    sql<AgreementEventRow>`select kind, day, at, actor, facts from agreement_event
        where creditor_id = ${creditor} and agreement_id = ${agreement} order by at, id`,
  );

export type CustomerAgreementEvent = AgreementEventRow & {
  readonly id: string;
  readonly agreement: AgreementId;
  readonly number: string;
  readonly agreementKind: AgreementKind;
};

/** What happened with the agreements of a customer, latest first. */
export const listCustomerAgreementEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly CustomerAgreementEvent[]> =>
  rows(
    executor,
    sql<CustomerAgreementEvent>`select e.id, e.agreement_id as agreement, g.number,
          g.kind as "agreementKind", e.kind, e.day, e.at, e.actor, e.facts
        from agreement g
        join agreement_event e on e.creditor_id = g.creditor_id and e.agreement_id = g.id
        where g.creditor_id = ${creditor} and g.customer_id = ${customer}
        order by e.at desc, e.id desc limit ${limit}`,
  );

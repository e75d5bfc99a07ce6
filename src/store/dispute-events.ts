/** The thread of a dispute: who did what with it, when, and what was said. */
import type { DisputeReason } from "../domain/book/dispute-reason.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ApplicationId,
  CreditorId,
  CustomerId,
  DisputeId,
  UserId,
} from "../domain/values/ids.ts";
import type { Currency, Minor } from "../domain/values/money.ts";
import { type Executor, jsonText, rows, run, sql } from "./sql.ts";

export const DISPUTE_EVENTS = [
  "raised",
  "answered",
  "rerouted",
  "split",
  "closed",
  "reopened",
] as const;
export type DisputeEventKind = (typeof DISPUTE_EVENTS)[number];

/** Amounts as minor units in text, in the dispute's currency. */
export type DisputeFacts = {
  readonly amount?: string;
  readonly department?: string;
  readonly answerBy?: PlainDate;
  readonly outcome?: string;
  readonly credited?: string;
  readonly creditNumber?: string;
  readonly other?: DisputeId;
};

export type NewDisputeEvent = {
  readonly id: string;
  readonly dispute: DisputeId;
  readonly customer: CustomerId;
  readonly kind: DisputeEventKind;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly byId: UserId | null;
  readonly said: string | null;
  readonly facts: DisputeFacts;
};

export async function insertDisputeEvent(
  executor: Executor,
  creditor: CreditorId,
  event: NewDisputeEvent,
): Promise<void> {
  await run(
    executor,
    sql`insert into dispute_event (creditor_id, id, dispute_id, customer_id, kind, day, at, by,
          by_id, said, facts)
        values (${creditor}, ${event.id}, ${event.dispute}, ${event.customer}, ${event.kind},
          ${event.day}, ${event.at}, ${event.by}, ${event.byId}, ${event.said},
          ${jsonText(event.facts)}::jsonb)`,
  );
}

export type DisputeEvent = {
  readonly id: string;
  readonly dispute: DisputeId;
  readonly kind: DisputeEventKind;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly by: string | null;
  readonly said: string | null;
  readonly facts: DisputeFacts;
};

/** What happened to a dispute, the first first. */
export const listDisputeEvents = (
  executor: Executor,
  creditor: CreditorId,
  dispute: DisputeId,
): Promise<readonly DisputeEvent[]> =>
  rows(
    executor,
    sql<DisputeEvent>`select id, dispute_id as dispute, kind, day, at, by, said, facts
        from dispute_event where creditor_id = ${creditor} and dispute_id = ${dispute}
        order by at, id`,
  );

export type DisputeTold = DisputeEvent & {
  readonly item: string;
  readonly amount: Minor;
  readonly currency: Currency;
  readonly reason: DisputeReason;
};

/** What happened to a customer's disputes, the latest first. */
export const listDisputesTold = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly DisputeTold[]> =>
  rows(
    executor,
    sql<DisputeTold>`select e.id, e.dispute_id as dispute, e.kind, e.day, e.at, e.by, e.said,
          e.facts, i.number as item, d.amount, d.currency, d.reason
        from dispute_event e
        join dispute d on d.creditor_id = e.creditor_id and d.id = e.dispute_id
        join item i on i.creditor_id = d.creditor_id and i.id = d.item_id
        where e.creditor_id = ${creditor} and e.customer_id = ${customer}
        order by e.at desc, e.id desc limit ${limit}`,
  );

/** Withdraws what an application opened and nobody has closed, since it was undone; gives which. */
export async function updateDisputesFallen(
  executor: Executor,
  creditor: CreditorId,
  application: ApplicationId,
  ended: {
    readonly on: PlainDate;
    readonly at: Instant;
    readonly by: string;
    readonly said: string | null;
  },
): Promise<readonly DisputeId[]> {
  const fallen = await rows<{ id: DisputeId }>(
    executor,
    sql`with fallen as (
          update dispute set state = 'closed', outcome = 'withdrawn', closed_on = ${ended.on},
            closed_at = ${ended.at}, closed_by = ${ended.by},
            chased_again = amount - paid - credited - written_off
          where creditor_id = ${creditor} and application_id = ${application}
            and closed_on is null
          returning id, customer_id)
        insert into dispute_event (creditor_id, id, dispute_id, customer_id, kind, day, at, by,
          said, facts)
        select ${creditor}::uuid, gen_random_uuid(), id, customer_id, 'closed', ${ended.on}::date,
          ${ended.at}::timestamptz, ${ended.by}, ${ended.said}, '{"outcome": "withdrawn"}'::jsonb
        from fallen returning dispute_id as id`,
  );
  return fallen.map(({ id }) => id);
}

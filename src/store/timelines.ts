/** What happened at a customer, latest first: messages, contacts, dropped lines of the plan. */
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId } from "../domain/values/ids.ts";
import { type Executor, rows, sql } from "./sql.ts";

export type MessageEvent = {
  readonly id: string;
  readonly number: string;
  readonly channel: string;
  readonly template: string;
  readonly state: string;
  readonly subject: string | null;
  readonly recipientName: string | null;
  readonly recipientAddress: string;
  readonly letter: boolean;
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
};

export const listMessageEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly MessageEvent[]> =>
  rows(
    executor,
    sql<MessageEvent>`select id, number, channel, template, state, subject,
          recipient_name as "recipientName", recipient_address as "recipientAddress",
          letter_sha256 is not null as letter, queued_at as "queuedAt", sent_at as "sentAt"
        from message where creditor_id = ${creditor} and customer_id = ${customer}
        order by queued_at desc, id desc limit ${limit}`,
  );

export type ContactEvent = {
  readonly id: string;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly channel: string;
  readonly direction: string;
  readonly outcome: string;
  readonly said: string | null;
  readonly overdueReason: string | null;
  readonly reasonNote: string | null;
  readonly nextStep: string | null;
  readonly followUpOn: PlainDate | null;
  readonly followUpAt: string | null;
  readonly contact: string | null;
  readonly by: string;
  readonly corrects: boolean;
  readonly corrected: boolean;
  /** Codes of the rules of conduct that it went beyond. */
  readonly outside: readonly string[];
  readonly attachments: number;
};

export const listContactEvents = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ContactEvent[]> =>
  rows(
    executor,
    sql<ContactEvent>`select l.id, l.day, coalesce(l.happened_at, l.at) as at, l.channel,
          l.direction, l.outcome, l.said, l.overdue_reason as "overdueReason",
          l.reason_note as "reasonNote", l.next_step as "nextStep",
          l.follow_up_on as "followUpOn", to_char(l.follow_up_at, 'HH24:MI') as "followUpAt",
          c.name as contact, l.written_by as by, l.corrects_id is not null as corrects,
          exists (select from contact_log later
            where later.creditor_id = l.creditor_id and later.corrects_id = l.id) as corrected,
          array(select rule ->> 'code' from jsonb_array_elements(l.outside_rules) as rule)
            as outside,
          (select count(*) from attachment a
            where a.creditor_id = l.creditor_id and a.subject_id = l.id)::integer as attachments
        from contact_log l
        left join contact c on c.creditor_id = l.creditor_id and c.id = l.contact_id
        where l.creditor_id = ${creditor} and l.customer_id = ${customer}
        order by l.at desc, l.id desc limit ${limit}`,
  );

export type DroppedStep = {
  readonly id: string;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly step: string;
  readonly reason: string | null;
  readonly by: string | null;
};

export const listDroppedSteps = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly DroppedStep[]> =>
  rows(
    executor,
    sql<DroppedStep>`select id, day, changed_at as at, step, drop_reason as reason,
          changed_by as by
        from plan_step where creditor_id = ${creditor} and customer_id = ${customer}
          and state = 'dropped'
        order by changed_at desc, id desc limit ${limit}`,
  );

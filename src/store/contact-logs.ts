/** What was said with whom: the contact log. Entries are added, never changed. */
import type {
  ContactChannel,
  Direction,
  NextStep,
  OverdueReason,
} from "../domain/desk/contact-log.ts";
import type { CallsMade } from "../domain/strategy/conduct-frequency.ts";
import type { Instant, PlainDate } from "../domain/values/calendar.ts";
import type {
  ContactId,
  ContactLogId,
  CreditorId,
  CustomerId,
  PlanStepId,
  UserId,
} from "../domain/values/ids.ts";
import { type Executor, jsonText, maybe, one, rows, run, sql } from "./sql.ts";

export type NewContactLog = {
  readonly id: ContactLogId;
  readonly customer: CustomerId;
  readonly planStep: PlanStepId | null;
  readonly contact: ContactId | null;
  readonly day: PlainDate;
  readonly at: Instant;
  readonly happenedAt: Instant | null;
  readonly channel: ContactChannel;
  readonly direction: Direction;
  readonly numberCalled: string | null;
  readonly outcome: string;
  readonly said: string | null;
  readonly overdueReason: OverdueReason | null;
  readonly reasonWilful: boolean | null;
  readonly reasonNote: string | null;
  readonly nextStep: NextStep | null;
  readonly followUpOn: PlainDate | null;
  readonly followUpAt: string | null;
  readonly corrects: ContactLogId | null;
  readonly outside: readonly { readonly code: string }[];
  readonly outsideReason: string | null;
  readonly writtenBy: string;
  readonly writtenById: UserId | null;
};

export async function insertContactLog(
  executor: Executor,
  creditor: CreditorId,
  log: NewContactLog,
): Promise<void> {
  const outside = log.outside.length === 0 ? null : jsonText(log.outside);
  await run(
    executor,
    sql`insert into contact_log (creditor_id, id, customer_id, plan_step_id, contact_id, day, at,
          happened_at, channel, direction, number_called, outcome, said, overdue_reason,
          reason_wilful, reason_note, next_step, follow_up_on, follow_up_at, corrects_id,
          outside_rules, outside_reason, written_by, written_by_id)
        values (${creditor}, ${log.id}, ${log.customer}, ${log.planStep}, ${log.contact},
          ${log.day}, ${log.at}, ${log.happenedAt}, ${log.channel}, ${log.direction},
          ${log.numberCalled}, ${log.outcome}, ${log.said}, ${log.overdueReason},
          ${log.reasonWilful}, ${log.reasonNote}, ${log.nextStep}, ${log.followUpOn},
          ${log.followUpAt}, ${log.corrects}, ${outside}::jsonb,
          ${outside === null ? null : log.outsideReason}, ${log.writtenBy}, ${log.writtenById})`,
  );
}

/** When the entry of this customer happened, and whether another puts it right already. */
export const findContactLog = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  id: ContactLogId,
): Promise<{ readonly at: Instant; readonly corrected: boolean } | null> =>
  maybe(
    executor,
    sql<{
      at: Instant;
      corrected: boolean;
    }>`select coalesce(l.happened_at, l.at) as at, exists (select from contact_log later
            where later.creditor_id = l.creditor_id and later.corrects_id = l.id) as corrected
        from contact_log l
        where l.creditor_id = ${creditor} and l.customer_id = ${customer} and l.id = ${id}`,
  );

const STANDING = sql`l.channel = 'call' and l.direction = 'out' and not exists (
  select from contact_log later
  where later.creditor_id = l.creditor_id and later.corrects_id = l.id)`;
const UNANSWERED = ["no_answer", "wrong_contact"];

/** Calls of a day at this customer: answered by this person, and tried on this number. */
export const countCalls = (
  executor: Executor,
  creditor: CreditorId,
  asked: {
    readonly customer: CustomerId;
    readonly contact: ContactId | null;
    readonly number: string | null;
    readonly day: PlainDate;
    /** An entry that is being put right does not count beside the one that does it. */
    readonly without: ContactLogId | null;
  },
): Promise<CallsMade> =>
  one(
    executor,
    sql<CallsMade>`select
          (count(*) filter (where l.contact_id = ${asked.contact}
            and l.outcome <> all(${UNANSWERED}::text[])))::integer as connected,
          (count(*) filter (where l.number_called = ${asked.number}))::integer as attempts
        from contact_log l
        where l.creditor_id = ${creditor} and l.customer_id = ${asked.customer}
          and l.day = ${asked.day} and l.id is distinct from ${asked.without}::uuid
          and ${STANDING}`,
  );

export type PersonCalls = CallsMade & { readonly contact: ContactId };

/** The same for every person of a customer. */
export const listCallsOf = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  day: PlainDate,
): Promise<readonly PersonCalls[]> =>
  rows(
    executor,
    sql<PersonCalls>`select c.id as contact,
          (count(*) filter (where l.contact_id = c.id
            and l.outcome <> all(${UNANSWERED}::text[])))::integer as connected,
          (count(*) filter (where l.number_called = c.phone))::integer as attempts
        from contact c
        left join contact_log l on l.creditor_id = c.creditor_id
          and l.customer_id = c.customer_id and l.day = ${day} and ${STANDING}
        where c.creditor_id = ${creditor} and c.customer_id = ${customer}
        group by c.id order by c.id`,
  );

export type ContactEntryRow = Omit<
  NewContactLog,
  "contact" | "planStep" | "customer" | "writtenBy" | "writtenById"
> & {
  readonly contactId: ContactId | null;
  readonly contactName: string | null;
  readonly contactRole: string | null;
  readonly correctedBy: ContactLogId | null;
  readonly by: string;
  /** All entries of this customer, as each row says. */
  readonly total: number;
};

/** The latest entries of a customer's log. */
export const listContactEntries = (
  executor: Executor,
  creditor: CreditorId,
  customer: CustomerId,
  limit: number,
): Promise<readonly ContactEntryRow[]> =>
  rows(
    executor,
    sql<ContactEntryRow>`select l.id, l.day, l.at, l.happened_at as "happenedAt", l.channel,
          l.direction, l.outcome, l.said, l.contact_id as "contactId", c.name as "contactName",
          c.role as "contactRole", l.number_called as "numberCalled",
          l.overdue_reason as "overdueReason", l.reason_wilful as "reasonWilful",
          l.reason_note as "reasonNote", l.next_step as "nextStep",
          l.follow_up_on as "followUpOn", to_char(l.follow_up_at, 'HH24:MI') as "followUpAt",
          l.corrects_id as corrects, later.id as "correctedBy",
          coalesce(l.outside_rules, '[]') as outside, l.outside_reason as "outsideReason",
          l.written_by as by, (count(*) over ())::integer as total
        from contact_log l
        left join contact c on c.creditor_id = l.creditor_id and c.id = l.contact_id
        left join contact_log later on later.creditor_id = l.creditor_id
          and later.corrects_id = l.id
        where l.creditor_id = ${creditor} and l.customer_id = ${customer}
        order by l.at desc, l.id desc limit ${limit}`,
  );

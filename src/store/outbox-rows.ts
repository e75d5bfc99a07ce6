/** The outbox as a screen lists it: windows of messages, newest first, and counts by state. */
import type { LetterFacts } from "../domain/book/letter.ts";
import type { MessageState } from "../domain/desk/delivery.ts";
import type { Grade } from "../domain/strategy/policy.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, MessageId, PlanStepId } from "../domain/values/ids.ts";
import { type Executor, maybe, rows, sql } from "./sql.ts";

export type OutboxLine = {
  readonly id: MessageId;
  readonly number: string;
  readonly customer: CustomerId;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly grade: Grade | null;
  readonly channel: string;
  readonly template: string;
  readonly recipientName: string | null;
  readonly recipientAddress: string;
  readonly subject: string | null;
  readonly state: MessageState;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly nextTryAt: Instant | null;
  readonly queuedAt: Instant;
  readonly sentAt: Instant | null;
  readonly letter: boolean;
};

export type OutboxAsked = {
  readonly state: MessageState | null;
  readonly customer: CustomerId | null;
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

/** At most `size` messages and one more, which tells that the list goes on. */
export const listOutboxLines = (
  executor: Executor,
  creditor: CreditorId,
  { state, customer, after, size }: OutboxAsked,
): Promise<readonly OutboxLine[]> =>
  rows(
    executor,
    sql<OutboxLine>`select m.id, m.number, m.customer_id as customer, c.number as "customerNumber",
          c.name as "customerName", c.grade, m.channel, m.template,
          m.recipient_name as "recipientName", m.recipient_address as "recipientAddress",
          m.subject, m.state, m.attempts, m.last_error as "lastError",
          m.next_try_at as "nextTryAt", m.queued_at as "queuedAt", m.sent_at as "sentAt",
          m.letter_sha256 is not null as letter
        from message m
        join customer c on c.creditor_id = m.creditor_id and c.id = m.customer_id
        where m.creditor_id = ${creditor}
          and (${state}::text is null or m.state = ${state})
          and (${customer}::uuid is null or m.customer_id = ${customer})
          and (${after?.key ?? null}::timestamptz is null
            or (m.queued_at, m.id)
              < (${after?.key ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by m.queued_at desc, m.id desc limit ${size + 1}`,
  );

export type StateCount = { readonly state: MessageState; readonly count: number };

export const listOutboxCounts = (
  executor: Executor,
  creditor: CreditorId,
): Promise<readonly StateCount[]> =>
  rows(
    executor,
    sql<StateCount>`select state, count(*)::integer as count from message
        where creditor_id = ${creditor} group by state`,
  );

/** The letter as it was frozen; `sha256` in hexadecimal once it was drawn. */
export type FrozenLetter = { readonly facts: LetterFacts; readonly sha256: string | null };

const FROZEN = sql`facts, encode(letter_sha256, 'hex') as sha256`;

export const findLetterOfMessage = (
  executor: Executor,
  creditor: CreditorId,
  message: MessageId,
): Promise<FrozenLetter | null> =>
  maybe(
    executor,
    sql<FrozenLetter>`select ${FROZEN} from message
        where creditor_id = ${creditor} and id = ${message}`,
  );

export const findLetterOfStep = (
  executor: Executor,
  creditor: CreditorId,
  step: PlanStepId,
): Promise<FrozenLetter | null> =>
  maybe(
    executor,
    sql<FrozenLetter>`select ${FROZEN} from message
        where creditor_id = ${creditor} and plan_step_id = ${step}`,
  );

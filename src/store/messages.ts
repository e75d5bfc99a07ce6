/** The outbox: messages, how far each is, and claiming one for one worker only. */
import type { LetterFacts, LetterLanguage, LetterTemplate } from "../domain/book/letter.ts";
import type { Delivered, MessageState } from "../domain/desk/delivery.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { CreditorId, CustomerId, MessageId, PlanStepId } from "../domain/values/ids.ts";
import { type Executor, jsonList, jsonText, maybe, rows, run, sql } from "./sql.ts";

export type NewMessage = {
  readonly id: MessageId;
  readonly customer: CustomerId;
  readonly planStep: PlanStepId | null;
  readonly channel: string;
  readonly number: string;
  readonly recipientName: string | null;
  readonly recipientAddress: string;
  readonly language: LetterLanguage;
  readonly template: LetterTemplate;
  readonly facts: LetterFacts;
  readonly queuedAt: Instant;
};

export type Message = NewMessage & {
  readonly state: MessageState;
  readonly subject: string | null;
  /** SHA-256 in hexadecimal of the letter and of the mail as stored documents. */
  readonly letter: string | null;
  readonly mail: string | null;
  readonly attempts: number;
  readonly nextTryAt: Instant | null;
  readonly lastError: string | null;
  readonly sentAt: Instant | null;
};

const COLUMNS = sql`id, customer_id as customer, plan_step_id as "planStep", channel, number,
  recipient_name as "recipientName", recipient_address as "recipientAddress", language, template,
  facts, queued_at as "queuedAt", state, subject, encode(letter_sha256, 'hex') as letter,
  encode(mail_sha256, 'hex') as mail, attempts, next_try_at as "nextTryAt",
  last_error as "lastError", sent_at as "sentAt"`;

export async function insertMessages(
  executor: Executor,
  creditor: CreditorId,
  messages: readonly NewMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const of = <Key extends keyof NewMessage>(key: Key) => messages.map((message) => message[key]);
  await run(
    executor,
    sql`insert into message (creditor_id, state, id, customer_id, plan_step_id, channel, number,
          recipient_name, recipient_address, language, template, facts, queued_at)
        select ${creditor}, 'queued', m.*
        from unnest(${of("id")}::uuid[], ${of("customer")}::uuid[], ${of("planStep")}::uuid[],
          ${of("channel")}::text[], ${of("number")}::text[], ${of("recipientName")}::text[],
          ${of("recipientAddress")}::text[], ${of("language")}::text[], ${of("template")}::text[],
          ${jsonList(of("facts").map(jsonText))}, ${of("queuedAt")}::timestamptz[]) as m`,
  );
}

export const findMessage = (
  executor: Executor,
  creditor: CreditorId,
  id: MessageId,
): Promise<Message | null> =>
  maybe(
    executor,
    sql<Message>`select ${COLUMNS} from message where creditor_id = ${creditor} and id = ${id}`,
  );

export const lockMessage = (
  executor: Executor,
  creditor: CreditorId,
  id: MessageId,
): Promise<Message | null> =>
  maybe(
    executor,
    sql<Message>`select ${COLUMNS} from message
        where creditor_id = ${creditor} and id = ${id} for update`,
  );

/**
 * Takes back the messages of these lines that have not left the house, and gives their lines. A
 * message taken back is parted from its line, so that the line can be released anew.
 */
export async function withdrawMessagesOf(
  executor: Executor,
  creditor: CreditorId,
  steps: readonly PlanStepId[],
): Promise<readonly PlanStepId[]> {
  const taken = await rows<{ step: PlanStepId }>(
    executor,
    sql`with waiting as (
          select id, plan_step_id from message
          where creditor_id = ${creditor} and plan_step_id = any(${steps}::uuid[])
            and state in ('queued', 'composed', 'failed', 'withdrawn')
          order by id for update)
        update message m set state = 'withdrawn', plan_step_id = null, next_try_at = null
        from waiting w where m.creditor_id = ${creditor} and m.id = w.id
        returning w.plan_step_id as step`,
  );
  return taken.map(({ step }) => step);
}

/** Claims up to `limit` queued messages for composing, until `until`; other workers skip them. */
export async function claimQueued(
  executor: Executor,
  creditor: CreditorId,
  { now, until, limit }: { readonly now: Instant; readonly until: Instant; readonly limit: number },
): Promise<readonly MessageId[]> {
  const claimed = await rows<{ id: MessageId }>(
    executor,
    sql`with due as materialized (
          select id from message
          where creditor_id = ${creditor} and state = 'queued'
            and (next_try_at is null or next_try_at <= ${now})
          order by queued_at, id limit ${limit} for update skip locked)
        update message m set next_try_at = ${until} from due
        where m.creditor_id = ${creditor} and m.id = due.id returning m.id`,
  );
  return claimed.map(({ id }) => id);
}

/** A claimed message: the attempt's number is the fence that an old worker's answer must pass. */
export type ClaimedMessage = Pick<Message, "id" | "number" | "channel" | "attempts"> & {
  readonly testMode: boolean;
};

/*
 * Both claims choose in a materialized CTE: as a subselect in `from` the choice may be made anew
 * for every row it is joined to, and would then claim more than its limit.
 */

/**
 * Claims the next composed message of one of these channels as `sending`, until `until`. A letter
 * released in test mode stays a test letter, and in test mode every letter is one.
 */
export const claimComposed = (
  executor: Executor,
  creditor: CreditorId,
  claim: {
    readonly channels: readonly string[];
    /** Those of them that may reach a person now; the others take test letters only. */
    readonly open: readonly string[];
    readonly now: Instant;
    readonly until: Instant;
  },
): Promise<ClaimedMessage | null> =>
  maybe(
    executor,
    sql<ClaimedMessage>`with due as materialized (
          select w.id from message w join creditor t on t.id = w.creditor_id
          where w.creditor_id = ${creditor} and w.state = 'composed'
            and w.channel = any(${claim.channels}::text[])
            and (w.channel = any(${claim.open}::text[])
              or t.test_mode or (w.facts->>'testMode')::boolean)
            and (w.next_try_at is null or w.next_try_at <= ${claim.now})
          order by w.queued_at, w.id limit 1 for update of w skip locked)
        update message m
        set state = 'sending', attempts = attempts + 1, next_try_at = ${claim.until}
        from due, creditor c
        where m.creditor_id = ${creditor} and m.id = due.id and c.id = ${creditor}
        returning m.id, m.number, m.channel, m.attempts,
          (c.test_mode or (m.facts->>'testMode')::boolean) as "testMode"`,
  );

/** Messages that a worker left in the middle of sending: whether they went is not known. */
export async function markStranded(
  executor: Executor,
  creditor: CreditorId,
  now: Instant,
  lastError: string,
): Promise<readonly MessageId[]> {
  const stranded = await rows<{ id: MessageId }>(
    executor,
    sql`update message set state = 'uncertain', next_try_at = null, last_error = ${lastError}
        where creditor_id = ${creditor} and state = 'sending' and next_try_at <= ${now}
        returning id`,
  );
  return stranded.map(({ id }) => id);
}

export type MessageComposition = {
  readonly subject: string;
  readonly letter: string;
  readonly mail: string | null;
};

export async function updateComposed(
  executor: Executor,
  creditor: CreditorId,
  id: MessageId,
  { subject, letter, mail }: MessageComposition,
): Promise<void> {
  await run(
    executor,
    sql`update message set state = 'composed', subject = ${subject}, next_try_at = null,
          letter_sha256 = decode(${letter}, 'hex'), mail_sha256 = decode(${mail}::text, 'hex')
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** Writes how an attempt ended, whatever the message's state was: whoever calls holds its lock. */
export async function updateDelivered(
  executor: Executor,
  creditor: CreditorId,
  id: MessageId,
  { state, nextTryAt, lastError, sentAt }: Delivered,
): Promise<void> {
  await run(
    executor,
    sql`update message set state = ${state}, next_try_at = ${nextTryAt},
          last_error = ${lastError}, sent_at = ${sentAt}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

/** Puts a message back to the beginning; composed anew, for another address if one is given. */
export async function requeueMessage(
  executor: Executor,
  creditor: CreditorId,
  id: MessageId,
  recipientAddress: string | null,
): Promise<void> {
  await run(
    executor,
    sql`update message set state = 'queued', attempts = 0, next_try_at = null,
          recipient_address = coalesce(${recipientAddress}::text, recipient_address),
          letter_sha256 = null, mail_sha256 = null
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

export async function withdrawMessageRow(
  executor: Executor,
  creditor: CreditorId,
  id: MessageId,
  reason: string,
): Promise<void> {
  await run(
    executor,
    sql`update message set state = 'withdrawn', next_try_at = null, last_error = ${reason}
        where creditor_id = ${creditor} and id = ${id}`,
  );
}

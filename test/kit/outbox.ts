/** An outbox for tests: a creditor, its customer, and letters queued as a release queues them. */
import type { Desk } from "../../src/actions/perform.ts";
import type { Channel, OutgoingMessage } from "../../src/channels/channel.ts";
import type { LetterSource } from "../../src/domain/book/letter.ts";
import type { DeliveryOutcome } from "../../src/domain/desk/delivery.ts";
import type { Instant } from "../../src/domain/values/calendar.ts";
import type { CreditorId, CustomerId, MessageId } from "../../src/domain/values/ids.ts";
import type { Database } from "../../src/store/database.ts";
import { findMessage, insertMessages, type Message } from "../../src/store/messages.ts";
import { run, sql } from "../../src/store/sql.ts";
import { stillClock, testDesk } from "./desk.ts";
import { letterFacts } from "./letters.ts";

let made = 0;
export const idOf = (seed: number): string =>
  `00000000-0000-7000-8000-${String(seed).padStart(12, "0")}`;

export type Outbox = {
  readonly creditorId: CreditorId;
  /** A desk whose clock stands at this moment. */
  at(moment: string): Desk;
  queue(count: number, different?: Partial<LetterSource>, channel?: string): Promise<MessageId[]>;
  find(id: MessageId): Promise<Message>;
  setTestMode(testMode: boolean): Promise<void>;
};

/** A creditor that is not in test mode, with one customer. */
export async function openOutbox(database: Database): Promise<Outbox> {
  made += 1;
  const base = made * 100_000;
  const creditorId = idOf(base) as CreditorId;
  const customer = idOf(base + 1) as CustomerId;
  let messages = 0;
  await run(
    database.db,
    sql`insert into creditor (id, code, name, test_mode, created_at)
        values (${creditorId}, ${`outbox${made}`}, '云杉', false, now())`,
  );
  await run(
    database.db,
    sql`insert into customer (creditor_id, id, number, name, created_at)
        values (${creditorId}, ${customer}, 'C0012', '上海某某', now())`,
  );
  return {
    creditorId,
    at: (moment) => testDesk(database, creditorId, { clock: stillClock(moment) }),
    async queue(count, different = {}, channel = "email") {
      const queued = Array.from({ length: count }, () => {
        messages += 1;
        const number = `CK-${String(messages).padStart(5, "0")}`;
        const facts = letterFacts({ number, ...different });
        const { language, template } = facts;
        return {
          ...{ id: idOf(base + 10 + messages) as MessageId, customer, planStep: null, channel },
          ...{ number, recipientName: "王丽", recipientAddress: "wang@debtor.example" },
          ...{ language, template, facts, queuedAt: "2026-04-01T01:00:00.000Z" as Instant },
        };
      });
      await insertMessages(database.db, creditorId, queued);
      return queued.map(({ id }) => id);
    },
    async find(id) {
      const message = await findMessage(database.db, creditorId, id);
      if (message === null) throw new Error(`message ${id} is in the outbox`);
      return message;
    },
    async setTestMode(testMode) {
      await run(
        database.db,
        sql`update creditor set test_mode = ${testMode} where id = ${creditorId}`,
      );
    },
  };
}

export type RecordingChannel = Channel & { readonly delivered: OutgoingMessage[] };

/** A channel that keeps what it is given and answers as it is told. */
export function recordingChannel(
  name: string,
  answer: (message: OutgoingMessage) => DeliveryOutcome | Promise<DeliveryOutcome> = () => ({
    kind: "sent",
    providerId: "ok",
  }),
  perMinute: number | null = null,
): RecordingChannel {
  const delivered: OutgoingMessage[] = [];
  return {
    name,
    perMinute,
    delivered,
    async deliver(message) {
      delivered.push(message);
      return answer(message);
    },
  };
}

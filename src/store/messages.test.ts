/** The outbox and its documents in the store. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { idOf, type Outbox, openOutbox } from "../../test/kit/outbox.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { MessageId, PlanStepId } from "../domain/values/ids.ts";
import type { Database } from "./database.ts";
import { contentAddress, findDocument, insertDocument } from "./documents.ts";
import { claimComposed, claimQueued, insertMessages, withdrawMessagesOf } from "./messages.ts";
import { run, sql } from "./sql.ts";

let database: Database;
let box: Outbox;
beforeAll(async () => {
  database = await testDatabase();
  box = await openOutbox(database);
});
afterAll(() => database.close());

const now = "2026-04-01T02:00:00.000Z" as Instant;
const until = "2026-04-01T02:15:00.000Z" as Instant;

test("a message is read back as it was queued, its facts included", async () => {
  const [id] = (await box.queue(1)) as [MessageId];
  expect(await box.find(id)).toMatchObject({
    ...{ state: "queued", channel: "email", recipientName: "王丽", attempts: 0 },
    ...{ subject: null, letter: null, mail: null, sentAt: null, nextTryAt: null },
    ...{ queuedAt: "2026-04-01T01:00:00.000Z" },
    facts: { items: [{ number: "25332000000109510719", chased: "100000.00" }] },
  });
  await insertMessages(database.db, box.creditorId, []);
});

test("a claim takes what it asked for, the oldest first, and leaves what another has", async () => {
  box = await openOutbox(database);
  const ids = await box.queue(5);
  const claim = { now, until, limit: 2 };
  const first = await claimQueued(database.db, box.creditorId, claim);
  const second = await claimQueued(database.db, box.creditorId, claim);
  expect([...first].toSorted()).toEqual(ids.slice(0, 2));
  expect([...second].toSorted()).toEqual(ids.slice(2, 4));
  const late = { ...claim, now: until, limit: 9 };
  expect(await claimQueued(database.db, box.creditorId, late)).toHaveLength(5);
});

test("of several composed messages one claim takes one", async () => {
  box = await openOutbox(database);
  const ids = await box.queue(30);
  const set = sql`update message set state = 'composed' where creditor_id = ${box.creditorId}`;
  await run(database.db, set);
  const claim = { channels: ["email"], open: ["email"], now, until };
  for (const id of ids) {
    expect(await claimComposed(database.db, box.creditorId, claim)).toMatchObject({
      id,
      attempts: 1,
    });
  }
  expect(await claimComposed(database.db, box.creditorId, claim)).toBeNull();
  const none = { ...claim, channels: [] };
  expect(await claimComposed(database.db, box.creditorId, none)).toBeNull();
});

test("what is taken back leaves its line free for another; what is gone stays", async () => {
  box = await openOutbox(database);
  const ids = (await box.queue(3)) as [MessageId, MessageId, MessageId];
  const steps = [1, 2, 3].map((at) => idOf(900_000 + at) as PlanStepId);
  const { customer } = await box.find(ids[0]);
  for (const [at, step] of steps.entries()) {
    const state = ["queued", "sending", "failed"][at];
    await run(
      database.db,
      sql`with step as (
            insert into plan_step (creditor_id, id, day, customer_id, track, stage, step, channel,
              released_by, state, items, totals, because, changed_at)
            values (${box.creditorId}, ${step}, '2026-04-01', ${customer}, 'demand', 'early', 's',
              'email', 'itself', 'released', '[]', '[]', '[]', now()) returning id)
          update message set plan_step_id = ${step}, state = ${state}
          where creditor_id = ${box.creditorId} and id = ${ids[at]} and exists (select from step)`,
    );
  }
  const back = await withdrawMessagesOf(database.db, box.creditorId, steps);
  expect([...back].toSorted()).toEqual([steps[0], steps[2]]);
  expect(await box.find(ids[0])).toMatchObject({ state: "withdrawn", planStep: null });
  expect(await box.find(ids[1])).toMatchObject({ state: "sending", planStep: steps[1] });
  const again = { ...(await box.find(ids[0])), id: idOf(900_009) as MessageId, number: "CK-99" };
  await insertMessages(database.db, box.creditorId, [{ ...again, planStep: steps[0] ?? null }]);
  expect(await box.find(again.id)).toMatchObject({ state: "queued", planStep: steps[0] });
});

test("a document is stored once and read back byte for byte", async () => {
  const bytes = new Uint8Array([0, 1, 2, 255]);
  const document = {
    ...{ bytes, mediaType: "application/pdf", fileName: "CK-1.pdf", kind: "letter" },
    ...{ source: "outbox", createdAt: now },
  };
  const address = await insertDocument(database.db, box.creditorId, document);
  expect(address).toBe(contentAddress(bytes));
  expect(await insertDocument(database.db, box.creditorId, document)).toBe(address);
  const found = await findDocument(database.db, box.creditorId, address);
  expect(found).toMatchObject({ mediaType: "application/pdf", fileName: "CK-1.pdf" });
  expect([...(found?.bytes ?? [])]).toEqual([...bytes]);
  expect(await findDocument(database.db, box.creditorId, contentAddress(pdfless))).toBeNull();
});

const pdfless = new Uint8Array([9]);

/** Delivery: each letter leaves once, whatever dies, however many workers, whoever refuses. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../test/kit/database.ts";
import { type Outbox, openOutbox, recordingChannel } from "../../test/kit/outbox.ts";
import { claimToSend } from "../actions/claim-messages.ts";
import { accepted, perform } from "../actions/perform.ts";
import { recordDelivery } from "../actions/record-delivery.ts";
import { resendMessage } from "../actions/resend-message.ts";
import { withdrawMessage } from "../actions/withdraw-message.ts";
import type { Channel } from "../channels/channel.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { seedCalendars } from "../store/calendars.ts";
import type { Database } from "../store/database.ts";
import { findDocument } from "../store/documents.ts";
import { deliverDue, type Outlets } from "./deliver.ts";

let database: Database;
let box: Outbox;
beforeAll(async () => {
  database = await testDatabase();
  await database.transaction(seedCalendars);
});
afterAll(() => database.close());

const NOW = "2026-04-01T02:00:00.000Z";
const MAIL_FROM = "应收账款 <ar@creditor.example>";

function outlets(email: Channel, test = recordingChannel("test")): Outlets {
  const letter = recordingChannel("letter");
  return { live: { email, letter }, test, mailFrom: MAIL_FROM };
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();
/** The subject as a mail program shows it: plain, or in base64 words. */
const subjectOf = (bytes: Uint8Array): string => {
  const subject = /^Subject: ([\s\S]*?)\r\n(?! )/m.exec(textOf(bytes))?.[1] ?? "";
  return subject
    .replace(/\r\n /g, "")
    .replace(/=\?UTF-8\?B\?(.*?)\?=/g, (_, word: string) => Buffer.from(word, "base64").toString());
};
const statesOf = async (ids: readonly MessageId[]) =>
  (await Promise.all(ids.map((id) => box.find(id)))).map(({ state }) => state);

describe("a letter that is queued", () => {
  test("is composed, kept as the bytes sent, and sent once", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const email = recordingChannel("email");
    const first = await deliverDue(box.at(NOW), outlets(email));
    expect(first).toEqual({ composed: 1, sent: 1, failed: 0, postponed: 0, uncertain: 0 });

    const message = await box.find(id);
    expect(message).toMatchObject({ state: "sent", attempts: 1, sentAt: NOW, nextTryAt: null });
    expect(message.subject).toContain("催款函：1 笔款项已逾期");
    const [sent] = email.delivered;
    expect(sent).toMatchObject({ from: "ar@creditor.example", to: "wang@debtor.example" });
    const mail = await findDocument(database.db, box.creditorId, message.mail ?? "");
    expect(mail && sent && Buffer.from(mail.bytes).equals(Buffer.from(sent.bytes))).toBe(true);
    const letter = await findDocument(database.db, box.creditorId, message.letter ?? "");
    expect(textOf(letter?.bytes ?? new Uint8Array()).slice(0, 5)).toBe("%PDF-");
    const head = textOf(sent?.bytes ?? new Uint8Array());
    expect(head).toContain(`Message-ID: <${id}@creditor.example>`);
    expect(head).toContain(
      Buffer.from(letter?.bytes ?? [])
        .toString("base64")
        .slice(0, 76),
    );

    const second = await deliverDue(box.at(NOW), outlets(email));
    expect(second).toEqual({ composed: 0, sent: 0, failed: 0, postponed: 0, uncertain: 0 });
    expect(email.delivered).toHaveLength(1);
  });

  test("and is to be printed goes out as PDF", async () => {
    box = await openOutbox(database);
    const ids = await box.queue(1, {}, "letter");
    const channels = outlets(recordingChannel("email"));
    await deliverDue(box.at(NOW), channels);
    const printer = channels.live["letter"] as ReturnType<typeof recordingChannel>;
    expect(printer.delivered).toMatchObject([{ mediaType: "application/pdf" }]);
    expect(await statesOf(ids)).toEqual(["sent"]);
  });

  test("with a name that can't be printed fails and tells the character; others go", async () => {
    box = await openOutbox(database);
    const name = "上海𠮷野有限公司";
    const none = { nameEn: null, uscc: null, address: null };
    const bad = await box.queue(1, { customer: { number: "1", name, ...none } });
    const good = await box.queue(1);
    const counts = await deliverDue(box.at(NOW), outlets(recordingChannel("email")));
    expect(counts).toMatchObject({ composed: 1, sent: 1, failed: 1 });
    expect(await statesOf([...bad, ...good])).toEqual(["failed", "sent"]);
    const [failed] = await Promise.all(bad.map((id) => box.find(id)));
    expect(failed?.lastError).toBe("character_not_printable 𠮷 U+20BB7");
  });
});

test("a letter released in the evening waits for the next working morning; a test letter not", async () => {
  box = await openOutbox(database);
  const [email, folder] = [recordingChannel("email"), recordingChannel("test")];
  const real = await box.queue(1);
  const trial = await box.queue(1, { testMode: true });
  await deliverDue(box.at("2026-04-03T13:00:00Z"), outlets(email, folder)); // Friday, 21:00
  expect(await statesOf([...real, ...trial])).toEqual(["composed", "sent"]);
  await deliverDue(box.at("2026-04-06T03:00:00Z"), outlets(email, folder)); // 清明节
  expect(email.delivered).toEqual([]);
  await deliverDue(box.at("2026-04-07T01:00:00Z"), outlets(email, folder));
  expect(email.delivered).toHaveLength(1);
});

describe("test mode", () => {
  test("marks the subject, and nothing of it ever reaches the real channel", async () => {
    box = await openOutbox(database);
    await box.setTestMode(true);
    await box.queue(1, { testMode: true });
    const [email, folder] = [recordingChannel("email"), recordingChannel("test")];
    const late = await box.queue(1, { testMode: true, language: "en" });
    await deliverDue(box.at(NOW), outlets(email, folder));
    expect(email.delivered).toEqual([]);
    expect(folder.delivered.map(({ bytes }) => subjectOf(bytes).slice(0, 6)).toSorted()).toEqual([
      "[TEST]",
      "【测试】催款",
    ]);

    await box.setTestMode(false);
    await box.queue(1, { testMode: true });
    await deliverDue(box.at(NOW), outlets(email, folder));
    expect(email.delivered).toEqual([]);
    expect(folder.delivered).toHaveLength(3);
    expect(await statesOf(late)).toEqual(["sent"]);
  });

  test("switched on while a real letter waits keeps it in the house", async () => {
    box = await openOutbox(database);
    await box.queue(1);
    await box.setTestMode(true);
    const [email, folder] = [recordingChannel("email"), recordingChannel("test")];
    await deliverDue(box.at(NOW), outlets(email, folder));
    expect([email.delivered.length, folder.delivered.length]).toEqual([0, 1]);
  });
});

describe("exactly once", () => {
  test("forty letters and five workers at once: each letter leaves once", async () => {
    box = await openOutbox(database);
    const ids = await box.queue(40);
    const email = recordingChannel("email", async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return { kind: "sent", providerId: "ok" };
    });
    const counts = await Promise.all(
      [1, 2, 3, 4, 5].map(() => deliverDue(box.at(NOW), outlets(email))),
    );
    expect(email.delivered.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(40);
    expect(new Set(await statesOf(ids))).toEqual(new Set(["sent"]));
  });

  test("a worker that dies while sending leaves it uncertain, not to be sent again", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const dying = recordingChannel("email", () => {
      throw new Error("the process was killed here");
    });
    await expect(deliverDue(box.at(NOW), outlets(dying))).rejects.toThrow("killed");
    expect(await statesOf([id])).toEqual(["sending"]);

    const email = recordingChannel("email");
    await deliverDue(box.at("2026-04-01T02:14:00.000Z"), outlets(email));
    expect(await statesOf([id])).toEqual(["sending"]);
    const later = await deliverDue(box.at("2026-04-01T02:15:00.000Z"), outlets(email));
    expect(later.uncertain).toBe(1);
    expect(await box.find(id)).toMatchObject({
      state: "uncertain",
      lastError: "interrupted while sending",
    });
    await deliverDue(box.at("2026-04-09T02:00:00.000Z"), outlets(email));
    expect(email.delivered).toEqual([]);
  });

  test("a worker that dies between claim and send costs no second letter", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const [email, none] = [recordingChannel("email"), { live: {}, mailFrom: MAIL_FROM }];
    await deliverDue(box.at(NOW), { ...none, test: email });
    expect(await statesOf([id])).toEqual(["composed"]);
    accepted(await perform(box.at(NOW), claimToSend, { channels: ["email"] }));
    await deliverDue(box.at("2026-04-01T03:00:00.000Z"), outlets(email));
    expect(await statesOf([id])).toEqual(["uncertain"]);
    expect(email.delivered).toEqual([]);
  });

  test("a late answer settles what was given up, one to an older attempt does not", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const cut = recordingChannel("email", () => ({ kind: "uncertain", reason: "cut off" }));
    const counts = await deliverDue(box.at(NOW), outlets(cut));
    expect(counts.uncertain).toBe(1);
    const outcome = { kind: "sent", providerId: "250 taken" } as const;
    const old = await perform(box.at(NOW), recordDelivery, { id, attempt: 0, outcome });
    expect(old).toMatchObject({ refusal: { code: "message_in_other_state", state: "uncertain" } });
    accepted(await perform(box.at(NOW), recordDelivery, { id, attempt: 1, outcome }));
    expect(await statesOf([id])).toEqual(["sent"]);
  });
});

describe("a server that is not there", () => {
  test("is asked again later, then the letter leaves once", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const away = recordingChannel("email", () => ({ kind: "unavailable", reason: "no route" }));
    const counts = await deliverDue(box.at(NOW), outlets(away));
    expect(counts).toMatchObject({ sent: 0, postponed: 1 });
    expect(await box.find(id)).toMatchObject({
      state: "composed",
      lastError: "no route",
      nextTryAt: "2026-04-01T02:01:00.000Z",
    });
    const back = recordingChannel("email");
    await deliverDue(box.at("2026-04-01T02:00:59.000Z"), outlets(back));
    expect(back.delivered).toEqual([]);
    await deliverDue(box.at("2026-04-01T02:01:00.000Z"), outlets(back));
    expect(back.delivered).toHaveLength(1);
    expect(back.delivered[0]?.bytes).toEqual(away.delivered[0]?.bytes);
  });

  test("takes no more in a call than its limit, and stops when it is told", async () => {
    box = await openOutbox(database);
    const ids = await box.queue(7);
    const slow = recordingChannel("email", undefined, 3);
    expect(await deliverDue(box.at(NOW), outlets(slow))).toMatchObject({ composed: 7, sent: 3 });
    const signal = AbortSignal.abort();
    expect(await deliverDue(box.at(NOW), outlets(slow), { signal })).toMatchObject({ sent: 0 });
    await deliverDue(box.at(NOW), outlets(slow));
    await deliverDue(box.at(NOW), outlets(slow));
    expect(new Set(await statesOf(ids))).toEqual(new Set(["sent"]));
  });
});

describe("a person", () => {
  test("sends again what was refused, to the right address, under the same number", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const refusing = recordingChannel("email", () => ({ kind: "refused", reason: "no such user" }));
    expect(await deliverDue(box.at(NOW), outlets(refusing))).toMatchObject({ failed: 1 });
    const again = { id, reason: "address was mistyped", recipientAddress: "li@debtor.example" };
    expect(await perform(box.at(NOW), resendMessage, { ...again, reason: "" })).toMatchObject({
      refusal: { code: "reason_missing" },
    });
    accepted(await perform(box.at(NOW), resendMessage, again));
    const email = recordingChannel("email");
    await deliverDue(box.at(NOW), outlets(email));
    expect(email.delivered).toMatchObject([{ id, number: "CK-00001", to: "li@debtor.example" }]);
    expect(textOf(email.delivered[0]?.bytes ?? new Uint8Array())).toContain("li@debtor.example");
    const twice = await perform(box.at(NOW), resendMessage, again);
    expect(twice).toMatchObject({ refusal: { code: "message_in_other_state", state: "sent" } });
  });

  test("sends again what may not have arrived, to the address it had", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const cut = recordingChannel("email", () => ({ kind: "uncertain", reason: "cut off" }));
    await deliverDue(box.at(NOW), outlets(cut));
    accepted(await perform(box.at(NOW), resendMessage, { id, reason: "not in their inbox" }));
    const email = recordingChannel("email");
    await deliverDue(box.at(NOW), outlets(email));
    expect(email.delivered).toMatchObject([{ id, to: "wang@debtor.example" }]);
    const gone = "00000000-0000-7000-8000-999999999999" as MessageId;
    expect(await perform(box.at(NOW), resendMessage, { id: gone, reason: "x" })).toMatchObject({
      refusal: { code: "message_not_found" },
    });
  });

  test("takes back what waits, and it never leaves", async () => {
    box = await openOutbox(database);
    const [id] = (await box.queue(1)) as [MessageId];
    const withdrawn = await perform(box.at(NOW), withdrawMessage, { id, reason: "paid today" });
    expect(accepted(withdrawn)).toEqual({ id, state: "withdrawn" });
    const email = recordingChannel("email");
    await deliverDue(box.at(NOW), outlets(email));
    expect(email.delivered).toEqual([]);
    expect(await box.find(id)).toMatchObject({ state: "withdrawn", lastError: "paid today" });
  });
});

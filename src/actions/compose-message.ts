/** Composes a queued message: draws the letter, writes the mail, stores both as they will leave. */

import { composeLetter } from "../documents/letter.ts";
import { composeMail, parseMailbox, subjectOf } from "../documents/mail.ts";
import { type PrintRefusal, printLetter } from "../documents/pdf.ts";
import type { LetterFacts } from "../domain/book/letter.ts";
import { judgeComposition, type MessageRefusal } from "../domain/desk/delivery.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { insertDocument } from "../store/documents.ts";
import {
  findMessage,
  lockMessage,
  type Message,
  updateComposed,
  updateDelivered,
} from "../store/messages.ts";
import { defineAction } from "./action.ts";
import { type Desk, type PerformRefusal, perform } from "./perform.ts";

type Composition = {
  readonly subject: string;
  readonly pdf: Uint8Array;
  /** The mail around it; none where the letter itself is what is delivered. */
  readonly mail: Uint8Array | null;
};

type Composed = { readonly state: "composed" | "failed" };

/** Stores what was composed outside of any transaction, unless somebody was quicker. */
const storeComposition = defineAction<
  { readonly id: MessageId; readonly made: Result<Composition, PrintRefusal> },
  Composed,
  MessageRefusal
>({
  name: "compose_message",
  permission: "outbox:deliver",
  audited: ({ id, made }) =>
    made.ok ? { id, subject: made.value.subject } : { id, refusal: made.refusal },
  async run({ tx, creditorId, now }, { id, made }) {
    const message = await lockMessage(tx, creditorId, id);
    const judged = judgeComposition(message);
    if (!judged.ok) return judged;
    if (!made.ok) {
      const { code, character, codePoint } = made.refusal;
      const lastError = `${code} ${character} ${codePoint}`;
      const failed = { state: "failed", nextTryAt: null, lastError, sentAt: null } as const;
      await updateDelivered(tx, creditorId, id, failed);
      return ok({ state: "failed" });
    }
    const { subject, pdf, mail } = made.value;
    const fileName = `${message?.number ?? id}.pdf`;
    const kept = { source: "outbox", createdAt: now } as const;
    const letter = await insertDocument(tx, creditorId, {
      ...{ bytes: pdf, mediaType: "application/pdf", fileName, kind: "letter" },
      ...kept,
    });
    const whole =
      mail === null
        ? null
        : await insertDocument(tx, creditorId, {
            ...{ bytes: mail, mediaType: "message/rfc822", fileName: `${fileName}.eml` },
            ...{ kind: "mail", ...kept },
          });
    await updateComposed(tx, creditorId, id, { subject, letter, mail: whole });
    return ok({ state: "composed" });
  },
});

/** The letter of these facts as PDF: what a preview shows is what will leave. */
export const drawLetter = (facts: LetterFacts): Promise<Result<Uint8Array, PrintRefusal>> =>
  printLetter(composeLetter(facts));

async function make(
  message: Message,
  mailFrom: string | null,
  composedAt: Instant,
): Promise<Result<Composition, PrintRefusal>> {
  const { facts } = message;
  const letter = composeLetter(facts);
  const pdf = await printLetter(letter);
  if (!pdf.ok) return pdf;
  const subject = subjectOf(letter, facts.testMode);
  if (message.channel !== "email") return ok({ subject, pdf: pdf.value, mail: null });
  const mail = await composeMail({
    id: message.id,
    letter,
    pdf: pdf.value,
    from: parseMailbox(mailFrom ?? facts.creditor.email ?? "", letter.author),
    replyTo: facts.sender.email ?? facts.creditor.email,
    to: { name: message.recipientName, address: message.recipientAddress },
    testMode: facts.testMode,
    composedAt,
  });
  return ok({ subject, pdf: pdf.value, mail });
}

/**
 * Composes one message. The drawing holds no lock: two workers may draw the same letter, which is
 * the same file, and one of them stores it.
 */
export async function composeMessage(
  desk: Desk,
  id: MessageId,
  mailFrom: string | null,
): Promise<Result<Composed, MessageRefusal | PerformRefusal>> {
  const message = await desk.database.reading((tx) => findMessage(tx, desk.creditorId, id));
  if (message === null) return refuse({ code: "message_not_found" });
  const made = await make(message, mailFrom, desk.clock.now());
  return perform(desk, storeComposition, { id, made });
}

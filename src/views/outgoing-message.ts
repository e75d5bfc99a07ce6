/** What a worker carries out of the house: the stored bytes of one message, and to whom. */
import type { LetterFacts } from "../domain/book/letter.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { assert } from "../domain/values/result.ts";
import { findDocument } from "../store/documents.ts";
import { findMessage } from "../store/messages.ts";
import { type LookOut, look } from "./look.ts";

export type OutgoingDocument = {
  readonly to: string;
  readonly creditor: LetterFacts["creditor"];
  readonly bytes: Uint8Array;
  readonly mediaType: string;
};

/** The mail of a composed message, or the letter itself where it is no mail. */
export const showOutgoing = (at: LookOut, id: MessageId): Promise<OutgoingDocument> =>
  look(at, async ({ tx }) => {
    const message = await findMessage(tx, at.creditorId, id);
    const address = message?.mail ?? message?.letter ?? null;
    assert(message !== null && address !== null, "what is sent was composed before");
    const document = await findDocument(tx, at.creditorId, address);
    assert(document !== null, "what was composed is kept");
    const { bytes, mediaType } = document;
    return { to: message.recipientAddress, creditor: message.facts.creditor, bytes, mediaType };
  });

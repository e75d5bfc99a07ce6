/** An e-mail as the bytes that leave the house: RFC 5322 with the letter as PDF beside it. */
import MailComposer from "nodemailer/lib/mail-composer";
import type { Instant } from "../domain/values/calendar.ts";
import type { MessageId } from "../domain/values/ids.ts";
import type { LetterDocument } from "./document.ts";
import { mailHtml, mailText } from "./mail-body.ts";

export type MailAddress = { readonly name: string | null; readonly address: string };

export type MailParts = {
  readonly id: MessageId;
  readonly letter: LetterDocument;
  readonly pdf: Uint8Array;
  readonly from: MailAddress;
  readonly replyTo: string | null;
  readonly to: MailAddress;
  readonly testMode: boolean;
  readonly composedAt: Instant;
};

/** Where no reader can miss it: a test letter is marked in its subject. */
export const subjectOf = (letter: LetterDocument, testMode: boolean): string =>
  testMode
    ? `${letter.language === "zh" ? "【测试】" : "[TEST] "}${letter.subject}`
    : letter.subject;

/** The same id on every attempt, so that a mail program shows a letter sent twice only once. */
export const messageIdOf = (id: MessageId, from: string): string =>
  `<${id}@${from.split("@").at(-1) ?? "localhost"}>`;

/** A sender nobody can answer: for letters that only go into a folder. */
const NOBODY = "no-reply@huikuan.invalid";

/** Reads `应收账款 <ar@example.com>` or a bare address; `name` stands where it names nobody. */
export function parseMailbox(text: string, name: string): MailAddress {
  const found = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+)>\s*$/.exec(text);
  if (found === null) return { name, address: text.trim() || NOBODY };
  return { name: found[1]?.trim() || name, address: found[2] ?? NOBODY };
}

const boxOf = ({ name, address }: MailAddress) => ({ name: name ?? "", address });

/** The whole mail. The same parts give the same bytes. */
export async function composeMail(parts: MailParts): Promise<Uint8Array> {
  const { letter, id, from, replyTo } = parts;
  const composer = new MailComposer({
    messageId: messageIdOf(id, from.address),
    date: new Date(parts.composedAt),
    from: boxOf(from),
    to: boxOf(parts.to),
    ...(replyTo === null ? {} : { replyTo }),
    subject: subjectOf(letter, parts.testMode),
    text: mailText(letter).replaceAll("\n", "\r\n"),
    html: mailHtml(letter),
    textEncoding: "B",
    baseBoundary: id,
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { "Auto-Submitted": "auto-generated" },
    attachments: [
      {
        filename: `${letter.number}.pdf`,
        content: Buffer.from(parts.pdf),
        contentType: "application/pdf",
      },
    ],
  });
  return new Uint8Array(await composer.compile().build());
}

/** Mail: whole, marked in test mode, the same twice, and no value can write a header of its own. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { letterFacts } from "../../test/kit/letters.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { MessageId } from "../domain/values/ids.ts";
import { composeLetter } from "./letter.ts";
import { composeMail, type MailParts, messageIdOf, parseMailbox, subjectOf } from "./mail.ts";
import { mailText } from "./mail-body.ts";

const pdf = new TextEncoder().encode("%PDF-1.7 not really");
const parts = (different: Partial<MailParts> = {}): MailParts => ({
  id: "0197a1b2-0000-7000-8000-000000000001" as MessageId,
  letter: composeLetter(letterFacts()),
  pdf,
  from: { name: "云杉", address: "ar@creditor.example" },
  replyTo: "chen@creditor.example",
  to: { name: "王丽", address: "wang@debtor.example" },
  testMode: false,
  composedAt: "2026-04-01T02:00:00.000Z" as Instant,
  ...different,
});
const textOf = async (different: Partial<MailParts> = {}) =>
  Buffer.from(await composeMail(parts(different))).toString();
const headOf = (mail: string) => mail.slice(0, mail.indexOf("\r\n\r\n"));

test("the same parts are the same bytes", async () => {
  expect(await textOf()).toBe(await textOf());
});

test("the head says who, to whom, when, and where an answer goes", async () => {
  const head = headOf(await textOf());
  expect(head).toContain("<ar@creditor.example>");
  expect(head).toContain("<wang@debtor.example>");
  expect(head).toContain("Reply-To: chen@creditor.example");
  expect(head).toContain("Date: Wed, 01 Apr 2026 02:00:00 +0000");
  expect(head).toContain("Message-ID: <0197a1b2-0000-7000-8000-000000000001@creditor.example>");
  expect(headOf(await textOf({ replyTo: null }))).not.toContain("Reply-To");
});

test("text, HTML and the letter as PDF", async () => {
  const mail = await textOf();
  expect(mail).toContain(Buffer.from(pdf).toString("base64"));
  expect(mail).toContain("filename=CK-2026-000123.pdf");
  const encoded = Buffer.from(mailText(parts().letter).replace(/\n/g, "\r\n")).toString("base64");
  expect(mail.replace(/\r\n/g, "")).toContain(encoded.slice(0, 400));
  expect(mail).toMatch(/Content-Type: text\/html; charset=utf-8/);
  expect(mail.split("\r\n").every((line) => line.length <= 998)).toBe(true);
  expect(mail.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
});

describe("in test mode", () => {
  test.each([
    ["zh", "【测试】催款函"],
    ["en", "[TEST] Overdue"],
  ] as const)("%s is marked in the subject", (language, beginning) => {
    const letter = composeLetter(letterFacts({ language }));
    expect(subjectOf(letter, true).startsWith(beginning)).toBe(true);
    expect(subjectOf(letter, false)).toBe(letter.subject);
  });
});

test("whatever a name is, the mail has the same headers and one recipient", async () => {
  const headers = (head: string) => head.match(/^[A-Za-z-]+(?=:)/gm)?.toSorted();
  const plain = headers(headOf(await textOf()));
  const evil = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "x\r\nBcc: all@world.example",
      '"a" <b@c.example>, ',
      "a\n\nbody",
      "=?UTF-8?B?",
    ),
  );
  await fc.assert(
    fc.asyncProperty(evil, async (name) => {
      const head = headOf(await textOf({ to: { name, address: "wang@debtor.example" } }));
      expect(headers(head)).toEqual(plain);
      expect(head).not.toMatch(/^Bcc/im);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ["应收账款 <ar@example.com>", { name: "应收账款", address: "ar@example.com" }],
  ['"AR, team" <ar@example.com>', { name: "AR, team", address: "ar@example.com" }],
  ["<ar@example.com>", { name: "云杉", address: "ar@example.com" }],
  [" ar@example.com ", { name: "云杉", address: "ar@example.com" }],
  ["", { name: "云杉", address: "no-reply@huikuan.invalid" }],
])("the sender %j", (text, mailbox) => {
  expect(parseMailbox(text, "云杉")).toEqual(mailbox);
});

test("a message keeps its Message-ID on every attempt", () => {
  const { id } = parts();
  expect(messageIdOf(id, "ar@creditor.example")).toBe(`<${id}@creditor.example>`);
});

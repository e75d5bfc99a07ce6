/** The outbox: every message, how far it is, and what failed. */
import { z } from "zod";
import type { CustomerId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, CustomerBrief, Id, IdOf, WireInstant, Words } from "./scalars.ts";

export const MessageState = z.enum([
  "queued",
  "composed",
  "sending",
  "sent",
  "uncertain",
  "failed",
  "withdrawn",
]);

export const OutboxRow = z
  .object({
    id: Id,
    number: z.string(),
    customer: CustomerBrief,
    channel: z.string(),
    template: z.string(),
    recipientName: z.string().nullable(),
    recipientAddress: z.string(),
    subject: z.string().nullable(),
    state: MessageState,
    attempts: z.number(),
    lastError: z.string().nullable(),
    nextTryAt: WireInstant.nullable(),
    queuedAt: WireInstant,
    sentAt: WireInstant.nullable(),
    letter: z.boolean(),
    can: z.object({ resend: Can, withdraw: Can }),
  })
  .meta({ id: "OutboxRow" });
export type OutboxRow = z.infer<typeof OutboxRow>;

export const outbox = endpoint({
  name: "outbox",
  method: "get",
  path: "/api/creditors/{creditor}/outbox",
  summary: "Messages, newest first, in windows",
  access: "book:read",
  query: z.object({
    state: MessageState.optional(),
    customer: IdOf<CustomerId>().optional(),
    cursor: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(OutboxRow),
    next: z.string().nullable(),
    counts: z.record(MessageState, z.number()),
    testMode: z.boolean(),
  }),
});

export const messageLetter = endpoint({
  name: "messageLetter",
  method: "get",
  path: "/api/creditors/{creditor}/outbox/{message}/letter",
  summary: "The letter as it was sent",
  access: "book:read",
  answer: "application/pdf",
});

export const resendMessage = endpoint({
  name: "resendMessage",
  method: "post",
  path: "/api/creditors/{creditor}/outbox/{message}/resend",
  summary: "Send a failed or uncertain message again",
  access: "outbox:resend",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id, state: MessageState }),
});

export const withdrawMessage = endpoint({
  name: "withdrawMessage",
  method: "post",
  path: "/api/creditors/{creditor}/outbox/{message}/withdraw",
  summary: "Withdraw a message that waits",
  access: "outbox:resend",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id, state: MessageState }),
});

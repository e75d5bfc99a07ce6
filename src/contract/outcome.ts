/** The outcome of a call, visit or review: of a planned task, or of a contact out of turn. */
import { z } from "zod";
import {
  CONTACT_CHANNELS,
  DIRECTIONS,
  NEXT_STEPS,
  OUTCOMES,
  OVERDUE_REASONS,
} from "../domain/desk/contact-log.ts";
import { FORBIDDEN_ROLES, PERSON_ROLES } from "../domain/strategy/conduct-person.ts";
import type { Instant } from "../domain/values/calendar.ts";
import type { AttachmentId, ContactId, ContactLogId, ItemId } from "../domain/values/ids.ts";
import { Attachment } from "./attachment.ts";
import { ClockIn } from "./contact.ts";
import { endpoint } from "./endpoint.ts";
import { Because, DayIn, Id, IdOf, MoneyIn, WireDay, WireInstant, Words } from "./scalars.ts";

export const ContactChannel = z.enum(CONTACT_CHANNELS);
export const ContactOutcome = z.enum(OUTCOMES);
export const OverdueReason = z.enum(OVERDUE_REASONS);
const Direction = z.enum(DIRECTIONS);
const NextStep = z.enum(NEXT_STEPS);

/** A moment that comes in. */
const InstantIn = z.iso.datetime().transform((text) => new Date(text).toISOString() as Instant);

const OutcomeBody = z.object({
  channel: ContactChannel,
  outcome: ContactOutcome,
  said: Words(4000).nullable().default(null),
  contact: IdOf<ContactId>().nullable().default(null),
  /** Somebody who is not recorded: refused, with the reason where they never may be. */
  person: z
    .object({
      name: Words(100),
      role: z
        .enum([...PERSON_ROLES, ...FORBIDDEN_ROLES])
        .nullable()
        .default(null),
    })
    .nullable()
    .default(null),
  direction: Direction.default("out"),
  happenedAt: InstantIn.nullable().default(null),
  numberCalled: Words(60).nullable().default(null),
  overdueReason: OverdueReason.nullable().default(null),
  /** Wilful or objective, where that differs from what the reason itself says. */
  reasonWilful: z.boolean().nullable().default(null),
  reasonNote: Words(1000).nullable().default(null),
  nextStep: NextStep.nullable().default(null),
  followUpOn: DayIn.nullable().default(null),
  followUpAt: ClockIn.nullable().default(null),
  /** The entry that this one puts right; entries are never changed. */
  corrects: IdOf<ContactLogId>().nullable().default(null),
  /** Why it went beyond the rules of conduct. */
  outsideReason: Words(1000).nullable().default(null),
  attachments: z.array(IdOf<AttachmentId>()).max(20).default([]),
  /** The pre-due check's *no*: opens a dispute, or sends a copy of these invoices. */
  dispute: z
    .object({
      item: IdOf<ItemId>(),
      amount: MoneyIn,
      reason: z.enum([
        "not_received",
        "amount",
        "quality",
        "quantity",
        "delivery",
        "price",
        "other",
      ]),
    })
    .nullable()
    .default(null),
  invoiceCopies: z.array(IdOf<ItemId>()).max(200).default([]),
});

/** `outside`: rules of conduct that the contact went beyond, though it was written down. */
const Logged = z.object({ id: Id, outside: Because });

export const logStepOutcome = endpoint({
  name: "logStepOutcome",
  method: "post",
  path: "/api/creditors/{creditor}/steps/{step}/outcome",
  summary: "A planned task was done: what came of it",
  access: "contact:log",
  body: OutcomeBody,
  answer: Logged,
  status: 201,
});

export const logContact = endpoint({
  name: "logContact",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/outcomes",
  summary: "A contact out of turn: what came of it",
  access: "contact:log",
  body: OutcomeBody,
  answer: Logged,
  status: 201,
});

/** One entry of the contact log, in full. */
export const ContactEntry = z
  .object({
    id: Id,
    day: WireDay,
    /** When it was written down; `happenedAt` null: it happened then. */
    at: WireInstant,
    happenedAt: WireInstant.nullable(),
    channel: ContactChannel,
    direction: Direction,
    outcome: z.string(),
    said: z.string().nullable(),
    contact: z.object({ id: Id, name: z.string(), role: z.string() }).nullable(),
    numberCalled: z.string().nullable(),
    overdueReason: OverdueReason.nullable(),
    reasonWilful: z.boolean().nullable(),
    reasonNote: z.string().nullable(),
    nextStep: NextStep.nullable(),
    followUpOn: WireDay.nullable(),
    followUpAt: z.string().nullable(),
    corrects: Id.nullable(),
    /** The entry that puts this one right. */
    correctedBy: Id.nullable(),
    outside: Because,
    outsideReason: z.string().nullable(),
    by: z.string(),
    attachments: z.array(Attachment),
  })
  .meta({ id: "ContactEntry" });
export type ContactEntry = z.infer<typeof ContactEntry>;

export const contactEntries = endpoint({
  name: "contactEntries",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/outcomes",
  summary: "The contact log of a customer, latest first",
  access: "book:read",
  query: z.object({ size: z.coerce.number().int().min(1).max(200).default(50) }),
  answer: z.object({ entries: z.array(ContactEntry), total: z.number() }),
});

const Said = z.object({ zh: z.string(), en: z.string() });

export const callScript = endpoint({
  name: "callScript",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/script",
  summary: "What to say to this customer at a stage, with its own figures",
  access: "book:read",
  query: z.object({
    stage: z.enum(["pre_due", "early", "middle", "late", "legal"]).optional(),
    contact: Id.optional(),
  }),
  answer: z.object({
    /** The stage asked for, or the one that the customer's oldest claim has come to. */
    stage: z.enum(["pre_due", "early", "middle", "late", "legal"]),
    script: z
      .object({
        opening: Said,
        purpose: Said,
        questions: z.array(Said),
        objections: z.array(z.object({ says: Said, answer: Said })),
        close: Said,
      })
      .nullable(),
  }),
});

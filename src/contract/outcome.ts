/** The outcome of a call, visit or review: of a planned task, or of a contact out of turn. */
import { z } from "zod";
import { CONTACT_CHANNELS, OUTCOMES, OVERDUE_REASONS } from "../domain/desk/contact-log.ts";
import type { ContactId, ItemId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { DayIn, Id, IdOf, MoneyIn, Words } from "./scalars.ts";

export const ContactChannel = z.enum(CONTACT_CHANNELS);
export const ContactOutcome = z.enum(OUTCOMES);
export const OverdueReason = z.enum(OVERDUE_REASONS);

const OutcomeBody = z.object({
  channel: ContactChannel,
  outcome: ContactOutcome,
  said: Words(4000).nullable().default(null),
  contact: IdOf<ContactId>().nullable().default(null),
  overdueReason: OverdueReason.nullable().default(null),
  followUpOn: DayIn.nullable().default(null),
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

export const logStepOutcome = endpoint({
  name: "logStepOutcome",
  method: "post",
  path: "/api/creditors/{creditor}/steps/{step}/outcome",
  summary: "A planned task was done: what came of it",
  access: "contact:log",
  body: OutcomeBody,
  answer: z.object({ id: Id }),
  status: 201,
});

export const logContact = endpoint({
  name: "logContact",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/outcomes",
  summary: "A contact out of turn: what came of it",
  access: "contact:log",
  body: OutcomeBody,
  answer: z.object({ id: Id }),
  status: 201,
});

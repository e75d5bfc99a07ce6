/** Visits: planned for two or more at the customer's premises, reported on, or called off. */
import { z } from "zod";
import { VISIT_PLACES, VISIT_STATES } from "../domain/desk/visit.ts";
import type { AttachmentId, ContactId, PlanStepId, UserId } from "../domain/values/ids.ts";
import { Attachment } from "./attachment.ts";
import { ClockIn, WireClock } from "./contact.ts";
import { endpoint } from "./endpoint.ts";
import { OverdueReason } from "./outcome.ts";
import { Can, CustomerBrief, DayIn, Id, IdOf, WireDay, WireInstant, Words } from "./scalars.ts";

const Place = z.enum(VISIT_PLACES);
const State = z.enum(VISIT_STATES);
const Person = z.object({ id: Id, name: z.string(), role: z.string() });

export const Visit = z
  .object({
    id: Id,
    customer: CustomerBrief,
    state: State,
    plannedOn: WireDay,
    plannedAt: WireClock,
    placeKind: Place,
    place: z.string(),
    purpose: z.string(),
    contact: Person.nullable(),
    /** `user` null: somebody without an account. */
    visitors: z.array(z.object({ name: z.string(), user: Id.nullable() })),
    /** The task of the plan that it carries out. */
    step: Id.nullable(),
    arrangedBy: z.string(),
    arrangedAt: WireInstant,
    report: z
      .object({
        happenedOn: WireDay,
        met: z.array(Person),
        seen: z.string(),
        agreed: z.string().nullable(),
        leftOnRequest: z.boolean(),
      })
      .nullable(),
    closedBy: z.string().nullable(),
    closedAt: WireInstant.nullable(),
    cancelReason: z.string().nullable(),
    attachments: z.array(Attachment),
    version: z.number(),
    can: z.object({ report: Can, cancel: Can }),
  })
  .meta({ id: "Visit" });
export type Visit = z.infer<typeof Visit>;

const VisitBody = z.object({
  plannedOn: DayIn,
  plannedAt: ClockIn,
  placeKind: Place.default("company"),
  place: Words(300),
  purpose: Words(1000),
  contact: IdOf<ContactId>().nullable().default(null),
  visitors: z
    .array(
      z.object({
        name: Words(60),
        user: IdOf<UserId>().nullable().default(null),
      }),
    )
    .max(8),
  step: IdOf<PlanStepId>().nullable().default(null),
});

export const planVisit = endpoint({
  name: "planVisit",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/visits",
  summary: "Plan a visit by two people at least, at the customer's premises, in working hours",
  access: "contact:log",
  body: VisitBody,
  answer: z.object({ id: Id }),
  status: 201,
});

export const reportVisit = endpoint({
  name: "reportVisit",
  method: "post",
  path: "/api/creditors/{creditor}/visits/{visit}/report",
  summary: "Report on a visit: who was met, what was seen and agreed; writes the contact log",
  access: "contact:log",
  body: z.object({
    happenedOn: DayIn,
    met: z.array(IdOf<ContactId>()).max(20).default([]),
    seen: Words(4000),
    agreed: Words(4000).nullable().default(null),
    leftOnRequest: z.boolean().default(false),
    overdueReason: OverdueReason.nullable().default(null),
    followUpOn: DayIn.nullable().default(null),
    attachments: z.array(IdOf<AttachmentId>()).max(20).default([]),
  }),
  answer: z.object({ id: Id, entry: Id }),
});

export const cancelVisit = endpoint({
  name: "cancelVisit",
  method: "post",
  path: "/api/creditors/{creditor}/visits/{visit}/cancel",
  summary: "Call a visit off, with the reason",
  access: "contact:log",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

export const customerVisits = endpoint({
  name: "customerVisits",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/visits",
  summary: "The visits of a customer, and who could go on the next one",
  access: "book:read",
  answer: z.object({
    visits: z.array(Visit),
    /** Where visits go unless somebody says otherwise. */
    address: z.string().nullable(),
    colleagues: z.array(z.object({ user: Id, name: z.string(), roles: z.array(z.string()) })),
    can: z.object({ plan: Can }),
  }),
});

export const visit = endpoint({
  name: "visit",
  method: "get",
  path: "/api/creditors/{creditor}/visits/{visit}",
  summary: "One visit",
  access: "book:read",
  answer: Visit,
});

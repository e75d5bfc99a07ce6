/** The collection meeting: its pack, as page and PDF, and what was decided. */
import { z } from "zod";
import { ROLES } from "../domain/desk/permission.ts";
import type { CustomerId, UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
  Can,
  DayIn,
  Id,
  IdOf,
  Language,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

const Customer = z.object({ id: Id, number: z.string(), name: z.string() });
const Named = { customer: Customer, owner: z.string().nullable() };
const Role = z.enum(ROLES);

const MeetingTask = z.object({
  id: Id,
  kind: z.string(),
  customer: Customer.nullable(),
  title: z.string().nullable(),
  because: Because,
  level: z.string().nullable(),
  assignee: z.string().nullable(),
  role: Role.nullable(),
  dueOn: WireDay,
  state: z.enum(["open", "done", "cancelled"]),
  closedOn: WireDay.nullable(),
  outcome: z.string().nullable(),
});

/** What the meeting sees. A list is cut after fifty rows; its `count` tells how many there are. */
export const MeetingPack = z
  .object({
    day: WireDay,
    /** The day of the meeting before. */
    since: WireDay.nullable(),
    totals: z.array(
      z.object({
        currency: z.string(),
        balance: WireMoney,
        overdue: WireMoney,
        customers: z.number(),
      }),
    ),
    /** The largest debts past due, by customer and currency. */
    top: z.object({
      rows: z.array(z.object({ ...Named, overdue: WireMoney, oldestDays: z.number() })),
      count: z.number(),
      /** What those below the list owe past due. */
      rest: z.array(WireMoney),
    }),
    /** What fell due unpaid since the meeting before. */
    fresh: z.object({
      rows: z.array(z.object({ ...Named, overdue: WireMoney, items: z.number(), dueOn: WireDay })),
      count: z.number(),
    }),
    brokenPromises: z.object({
      rows: z.array(z.object({ ...Named, amount: WireMoney, payOn: WireDay, judgedOn: WireDay })),
      count: z.number(),
    }),
    missedInstalments: z.object({
      rows: z.array(
        z.object({
          ...Named,
          agreement: Id,
          number: z.string(),
          place: z.number(),
          left: WireMoney,
          dueOn: WireDay,
        }),
      ),
      count: z.number(),
    }),
    lateDisputes: z.object({ rows: z.array(MeetingTask), count: z.number() }),
    escalations: z.object({ rows: z.array(MeetingTask), count: z.number() }),
    /** Of the meeting before, and what became of them. */
    decisions: z.object({ rows: z.array(MeetingTask), count: z.number() }),
  })
  .meta({ id: "MeetingPack" });
export type MeetingPack = z.infer<typeof MeetingPack>;

export const meetingPack = endpoint({
  name: "meetingPack",
  method: "get",
  path: "/api/creditors/{creditor}/meeting",
  summary: "The pack of a meeting held today: figures of the book at this moment",
  access: "book:read",
  answer: z.object({ pack: MeetingPack, can: z.object({ hold: Can }) }),
});

export const meetingPackPdf = endpoint({
  name: "meetingPackPdf",
  method: "get",
  path: "/api/creditors/{creditor}/meeting.pdf",
  summary: "The same as PDF",
  access: "book:read",
  query: z.object({ language: Language.default("zh") }),
  answer: "application/pdf",
});

export const listMeetings = endpoint({
  name: "listMeetings",
  method: "get",
  path: "/api/creditors/{creditor}/meetings",
  summary: "Meetings that were held, latest first",
  access: "book:read",
  answer: z.object({
    rows: z.array(
      z.object({
        id: Id,
        heldOn: WireDay,
        attendees: z.array(z.string()),
        nextOn: WireDay.nullable(),
        decisions: z.number(),
        open: z.number(),
      }),
    ),
  }),
});

export const meeting = endpoint({
  name: "meeting",
  method: "get",
  path: "/api/creditors/{creditor}/meetings/{meeting}",
  summary: "A meeting that was held: its pack as it was, its decisions as they stand now",
  access: "book:read",
  answer: z.object({
    id: Id,
    heldOn: WireDay,
    attendees: z.array(z.string()),
    note: z.string().nullable(),
    nextOn: WireDay.nullable(),
    recordedAt: WireInstant,
    recordedBy: z.string(),
    pack: MeetingPack,
    decided: z.array(MeetingTask),
  }),
});

export const meetingPdf = endpoint({
  name: "meetingPdf",
  method: "get",
  path: "/api/creditors/{creditor}/meetings/{meeting}/pdf",
  summary: "A held meeting's pack as it was, with attendees and decisions, as PDF",
  access: "book:read",
  query: z.object({ language: Language.default("zh") }),
  answer: "application/pdf",
});

export const holdMeeting = endpoint({
  name: "holdMeeting",
  method: "post",
  path: "/api/creditors/{creditor}/meetings",
  summary: "Keep today's meeting: the pack is frozen, each decision becomes a task",
  access: "meeting:hold",
  body: z.object({
    attendees: z.array(Words(100)).min(1).max(100),
    note: Words(4000).nullable().default(null),
    nextOn: DayIn.nullable().default(null),
    decisions: z
      .array(
        z.object({
          customer: IdOf<CustomerId>().nullable().default(null),
          title: Words(200),
          note: Words(2000).nullable().default(null),
          assignee: IdOf<UserId>().nullable().default(null),
          role: Role.nullable().default(null),
          dueOn: DayIn,
        }),
      )
      .max(100)
      .default([]),
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

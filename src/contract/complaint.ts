/** Complaints by debtors about conduct: logged, owned, answered by somebody else. */
import { z } from "zod";
import {
  COMPLAINT_CHANNELS,
  COMPLAINT_KINDS,
  COMPLAINT_OUTCOMES,
} from "../domain/desk/complaint.ts";
import type { ContactId, ContactLogId, CustomerId, UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, CustomerBrief, DayIn, Id, IdOf, Language, WireDay, Words } from "./scalars.ts";

const Person = z.object({ id: Id, name: z.string() });
export const ComplaintKind = z.enum(COMPLAINT_KINDS);

export const Complaint = z
  .object({
    id: Id,
    customer: CustomerBrief,
    kind: ComplaintKind,
    channel: z.enum(COMPLAINT_CHANNELS),
    said: z.string(),
    /** Who complained: a contact, or a name as told. */
    contact: Person.nullable(),
    complainant: z.string().nullable(),
    /** The person complained about: somebody who signs in, or a name as told. */
    about: Person.nullable(),
    aboutName: z.string().nullable(),
    /** The day of the call, visit … it is about, where one is named. */
    contactLogOn: WireDay.nullable(),
    receivedOn: WireDay,
    answerBy: WireDay,
    late: z.boolean(),
    owner: Person.nullable(),
    loggedOn: WireDay,
    loggedBy: z.string(),
    state: z.enum(["open", "closed"]),
    outcome: z.enum(COMPLAINT_OUTCOMES).nullable(),
    answer: z.string().nullable(),
    measures: z.string().nullable(),
    closedOn: WireDay.nullable(),
    closedBy: z.string().nullable(),
    can: z.object({ answer: Can, assign: Can }),
  })
  .meta({ id: "Complaint" });
export type Complaint = z.infer<typeof Complaint>;

const Answer = z.object({ id: Id });

export const logComplaint = endpoint({
  name: "logComplaint",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/complaints",
  summary: "Log what a debtor says about how it was treated; answered in five working days",
  access: "complaint:log",
  body: z.object({
    kind: ComplaintKind,
    channel: z.enum(COMPLAINT_CHANNELS),
    said: Words(4000),
    contact: IdOf<ContactId>().nullable().default(null),
    complainant: Words(200).nullable().default(null),
    about: IdOf<UserId>().nullable().default(null),
    aboutName: Words(200).nullable().default(null),
    contactLog: IdOf<ContactLogId>().nullable().default(null),
    receivedOn: DayIn,
    owner: IdOf<UserId>().nullable().default(null),
  }),
  answer: Answer,
  status: 201,
});

export const answerComplaint = endpoint({
  name: "answerComplaint",
  method: "post",
  path: "/api/creditors/{creditor}/complaints/{complaint}/answer",
  summary: "Answer a complaint and close it; never by the person it is about",
  access: "complaint:answer",
  body: z.object({
    outcome: z.enum(COMPLAINT_OUTCOMES),
    answer: Words(4000).nullable().default(null),
    /** What was done about it, where it was founded. */
    measures: Words(4000).nullable().default(null),
  }),
  answer: Answer,
});

export const assignComplaint = endpoint({
  name: "assignComplaint",
  method: "post",
  path: "/api/creditors/{creditor}/complaints/{complaint}/assign",
  summary: "Say who looks into a complaint",
  access: "complaint:answer",
  body: z.object({ owner: IdOf<UserId>() }),
  answer: Answer,
});

const filter = {
  state: z.enum(["open", "closed", "all"]).default("open"),
  late: z.stringbool().default(false),
  kind: ComplaintKind.optional(),
  customer: IdOf<CustomerId>().optional(),
};

export const listComplaints = endpoint({
  name: "listComplaints",
  method: "get",
  path: "/api/creditors/{creditor}/complaints",
  summary: "Complaints: open ones by the day they are due, others the latest first",
  access: "book:read",
  query: z.object({
    ...filter,
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(100),
  }),
  answer: z.object({
    rows: z.array(Complaint),
    next: z.string().nullable(),
    counts: z.object({ open: z.number(), closed: z.number(), late: z.number() }),
  }),
});

export const complaint = endpoint({
  name: "complaint",
  method: "get",
  path: "/api/creditors/{creditor}/complaints/{complaint}",
  summary: "One complaint",
  access: "book:read",
  answer: Complaint,
});

export const complaintsCsv = endpoint({
  name: "complaintsCsv",
  method: "get",
  path: "/api/creditors/{creditor}/complaints.csv",
  summary: "All complaints asked for, as CSV",
  access: "book:read",
  query: z.object({ ...filter, language: Language.default("zh") }),
  answer: "text/csv",
});

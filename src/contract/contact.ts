/** People at the customer: their role, address, where we have them from, and whom one may call. */
import { z } from "zod";
import { CONTACT_BASES, FORBIDDEN_ROLES, PERSON_ROLES } from "../domain/strategy/conduct-person.ts";
import type { AttachmentId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, DayIn, Id, IdOf, Language, Words } from "./scalars.ts";

export const ContactRole = z.enum(PERSON_ROLES);
/** Also those whom one may never record: named, so that the answer can say why. */
const AnyRole = z.enum([...PERSON_ROLES, ...FORBIDDEN_ROLES]);
const ContactBasis = z.enum(CONTACT_BASES);

export const Contact = z
  .object({
    id: Id,
    name: z.string(),
    role: ContactRole,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: Language.nullable(),
    source: z.string().nullable(),
    /** The legal ground on which the data are kept; null: not written down yet. */
    basis: ContactBasis.nullable(),
    /** The document that makes a guarantor, co-debtor or agent one. */
    authority: z.object({ id: Id, fileName: z.string() }).nullable(),
    optedOut: z.boolean(),
    /** Whether one may speak to this person about the debt at all, at whatever hour. */
    may: Can,
  })
  .meta({ id: "Contact" });
export type Contact = z.infer<typeof Contact>;

const ContactBody = z.object({
  name: Words(100),
  role: AnyRole,
  email: z.string().trim().max(200).pipe(z.email()).nullable(),
  phone: Words(60).nullable(),
  language: Language.nullable(),
  source: Words(400).nullable(),
  basis: ContactBasis.nullable().default(null),
  /** An attachment of this customer, for who is liable or acts for it. */
  authority: IdOf<AttachmentId>().nullable().default(null),
  optedOut: z.boolean().default(false),
});

export const createContact = endpoint({
  name: "createContact",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/contacts",
  summary: "Add a contact; people beside the debt are refused",
  access: "customer:write",
  body: ContactBody,
  answer: z.object({ id: Id }),
  status: 201,
});

export const updateContact = endpoint({
  name: "updateContact",
  method: "put",
  path: "/api/creditors/{creditor}/customers/{customer}/contacts/{contact}",
  summary: "Change a contact",
  access: "customer:write",
  body: ContactBody,
  answer: z.object({ id: Id }),
});

export const contactReach = endpoint({
  name: "contactReach",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/contact-reach",
  summary: "Whom of this customer one may call at this moment, and why not",
  access: "book:read",
  answer: z.object({
    /** Whether this is an hour to call at all, without any approval. */
    hour: Can,
    contacts: z.array(
      z.object({
        id: Id,
        call: Can,
        /** Calls of today: answered by this person, tried on their number. */
        connected: z.number(),
        attempts: z.number(),
        /** Whether an approval covers this person at this moment. */
        permitted: z.boolean(),
      }),
    ),
    limits: z.object({ connected: z.number(), attempts: z.number() }),
    /** Whether who asks may go beyond the day's limit with a reason. */
    supervises: z.boolean(),
  }),
});

export const beginCall = endpoint({
  name: "beginCall",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/contacts/{contact}/call",
  summary: "Begin a call: refused outside the hours, too often, or to whom one may not speak",
  access: "contact:log",
  body: z.object({
    /** A senior's word for one call more than the day's limit. */
    reason: Words(400).nullable(),
  }),
  answer: z.object({ name: z.string(), phone: z.string() }),
});

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
/** An hour that comes in: `09:30`. */
export const ClockIn = z.string().regex(CLOCK);
/** An hour that leaves. */
export const WireClock = z.string();

export const requestContactPermit = endpoint({
  name: "requestContactPermit",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/contacts/{contact}/permit",
  summary: "Ask for leave to call or visit a person outside the hours, or at home",
  access: "approval:request",
  body: z.object({
    day: DayIn,
    from: ClockIn,
    until: ClockIn,
    atHome: z.boolean().default(false),
    reason: Words(1000),
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

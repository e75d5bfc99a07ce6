/** People at the customer: their role, address, and where we have them from. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Id, Language, Words } from "./scalars.ts";

export const ContactRole = z.enum([
  "clerk",
  "finance_head",
  "procurement",
  "management",
  "legal_rep",
  "mailroom",
]);

export const Contact = z
  .object({
    id: Id,
    name: z.string(),
    role: ContactRole,
    email: z.string().nullable(),
    phone: z.string().nullable(),
    language: Language.nullable(),
    source: z.string().nullable(),
    optedOut: z.boolean(),
  })
  .meta({ id: "Contact" });
export type Contact = z.infer<typeof Contact>;

const ContactBody = z.object({
  name: Words(100),
  role: ContactRole,
  email: z.string().trim().max(200).pipe(z.email()).nullable(),
  phone: Words(60).nullable(),
  language: Language.nullable(),
  source: Words(400).nullable(),
  optedOut: z.boolean().default(false),
});

export const createContact = endpoint({
  name: "createContact",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/contacts",
  summary: "Add a contact",
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

/** The creditor's own details: what its letters say of it, test mode, known working days. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Can, WireDay, Words } from "./scalars.ts";

const Details = z.object({
  name: z.string(),
  nameEn: z.string().nullable(),
  uscc: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  bankName: z.string().nullable(),
  bankAccount: z.string().nullable(),
  testMode: z.boolean(),
});

export const settings = endpoint({
  name: "settings",
  method: "get",
  path: "/api/creditors/{creditor}/settings",
  summary: "The creditor's details, how mail leaves, and the years whose working days are known",
  access: "book:read",
  answer: Details.extend({
    code: z.string(),
    country: z.string(),
    timeZone: z.string(),
    homeCurrency: z.string(),
    /** Whether letters leave by SMTP, or are only laid into a folder. */
    mail: z.enum(["smtp", "folder"]),
    calendar: z.array(z.object({ year: z.number(), source: z.string(), verifiedOn: WireDay })),
    /** Test mode is left only with a complete letterhead; the reason names what is missing. */
    can: z.object({ edit: Can, leaveTestMode: Can }),
  }),
});

const Text = Words(400).nullable().optional();

export const updateSettings = endpoint({
  name: "updateSettings",
  method: "patch",
  path: "/api/creditors/{creditor}/settings",
  summary: "Change the creditor's details or its test mode; what is not named stays",
  access: "creditor:edit",
  body: z.object({
    name: Words(200).optional(),
    nameEn: Text,
    uscc: Text,
    address: Text,
    phone: Text,
    email: z.string().trim().max(200).pipe(z.email()).nullable().optional(),
    bankName: Text,
    bankAccount: Text,
    testMode: z.boolean().optional(),
  }),
  answer: z.object({ testMode: z.boolean() }),
});

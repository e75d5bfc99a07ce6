/** The collection policy: its ladder in words, what it would do today, its versions. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Bilingual, Can, Stage, Track, WireDay, WireMoney } from "./scalars.ts";

export const PolicyStep = z
  .object({
    key: z.string(),
    name: Bilingual,
    stage: Stage,
    track: Track,
    /** Relative to the due day: day 1 is the first day past due; negative before. */
    trigger: z.object({ unit: z.enum(["days", "working_days"]), days: z.number() }),
    channel: z.string(),
    template: z.string().nullable(),
    tone: z.string().nullable(),
    /** Roles to look for, first choice first. */
    recipients: z.array(z.string()),
    by: z.enum(["itself", "person"]),
    per: z.enum(["customer", "invoice"]),
    after: z.string().nullable(),
    minimum: z.array(WireMoney),
    onlyIf: z
      .object({
        kind: z.enum(["evidence_case", "amount_at_least"]),
        amounts: z.array(WireMoney),
      })
      .nullable(),
    /** What the person who does this task asks, and where each answer leads. */
    asks: z.array(
      z.object({
        key: z.string(),
        name: Bilingual,
        answers: z.array(z.object({ key: z.string(), name: Bilingual, leadsTo: z.string() })),
      }),
    ),
    /** Steps of this kind in the latest plan. */
    today: z.number(),
  })
  .meta({ id: "PolicyStep" });
export type PolicyStep = z.infer<typeof PolicyStep>;

/** What cash application may give up and decide by itself. */
const Cash = z
  .object({
    /** Fees taken off on the way, and small differences, that are ours up to this. */
    bankFeeUpTo: z.array(WireMoney),
    roundingUpTo: z.array(WireMoney),
    cashDiscount: z
      .object({
        partsPerBillion: z.string(),
        /** After issue; null on whichever day. */
        withinDays: z.number().nullable(),
      })
      .nullable(),
    oldestFirst: z.boolean(),
    /** Parts per thousand. */
    applyFrom: z.number(),
    appropriation: z.enum(["statutory", "principal_first"]),
    deductions: z.enum(["open", "dispute"]),
  })
  .meta({ id: "CashPolicy" });

const Readable = z.object({
  name: Bilingual,
  cash: Cash,
  steps: z.array(PolicyStep),
  settings: z.object({
    demandEveryDays: z.number(),
    remindersPerInvoice: z.number(),
    graceDays: z.record(z.string(), z.number()),
    promises: z.object({
      furthestDays: z.number(),
      graceDays: z.number(),
      brokenAllowed: z.number(),
    }),
  }),
});

/** `path` says where in the text, for instance `steps[3].trigger`; `line` counts from 1. */
export const PolicyFault = z
  .object({
    path: z.string(),
    reason: z.string(),
    line: z.number().nullable(),
    found: z.string().optional(),
    allowed: z.array(z.string()).optional(),
  })
  .meta({ id: "PolicyFault" });

export const policy = endpoint({
  name: "policy",
  method: "get",
  path: "/api/creditors/{creditor}/policy",
  summary: "The policy in force and what it does today",
  access: "book:read",
  answer: Readable.extend({
    version: z.number(),
    publishedOn: WireDay.nullable(),
    publishedBy: z.string().nullable(),
    text: z.string(),
    day: WireDay,
    can: z.object({ publish: Can }),
  }),
});

export const policyVersions = endpoint({
  name: "policyVersions",
  method: "get",
  path: "/api/creditors/{creditor}/policy/versions",
  summary: "All versions, newest first",
  access: "book:read",
  answer: z.array(
    z.object({
      version: z.number(),
      publishedOn: WireDay,
      publishedBy: z.string(),
      text: z.string(),
    }),
  ),
});

export const checkPolicy = endpoint({
  name: "checkPolicy",
  method: "post",
  path: "/api/creditors/{creditor}/policy/check",
  summary: "Whether a policy's text is sound; nothing is stored",
  access: "book:read",
  body: z.object({ text: z.string().max(200_000) }),
  answer: z.object({ policy: Readable.nullable(), faults: z.array(PolicyFault) }),
});

export const publishPolicy = endpoint({
  name: "publishPolicy",
  method: "post",
  path: "/api/creditors/{creditor}/policy",
  summary: "Publish a new version; an unsound text is refused with the place",
  access: "policy:publish",
  body: z.object({
    text: z.string().min(1).max(200_000),
    /** The version the user edited; a newer one in force is refused. */
    version: z.number().int().min(0),
  }),
  answer: z.object({ version: z.number() }),
  status: 201,
});

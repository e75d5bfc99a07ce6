/** Agreements with customers: repayment plans, extensions, discounts for early payment. */
import { z } from "zod";
import type { CustomerId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  Language,
  Reason,
  WindowQuery,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

export const AgreementKind = z.enum(["repayment_plan", "extension", "discount"]);
export const AgreementState = z.enum([
  "draft",
  "proposed",
  "approved",
  "active",
  "fulfilled",
  "in_default",
  "accelerated",
  "renegotiated",
  "lapsed",
  "withdrawn",
  "refused",
]);
export const InstalmentState = z.enum(["open", "partially_paid", "paid", "missed", "void"]);

const Rate = z.object({ partsPerBillion: z.string(), per: z.enum(["day", "year"]) });

export const Instalment = z
  .object({
    place: z.number().int(),
    dueOn: WireDay,
    amount: WireMoney,
    interest: WireMoney,
    settled: WireMoney,
    /** Open of a missed one is what is late. */
    open: WireMoney,
    state: InstalmentState,
    /** Days past its day where something of it is open; 0 or less: not late. */
    daysLate: z.number().int(),
    paidOn: WireDay.nullable(),
    missedOn: WireDay.nullable(),
  })
  .meta({ id: "Instalment" });
export type Instalment = z.infer<typeof Instalment>;

/** A fact that speaks for or against it. Weight 0: to be known only; 3: speaks strongly against. */
export const RiskFact = z
  .object({ weight: z.number().int().min(0).max(3), fact: Reason })
  .meta({ id: "RiskFact" });

/** What granting costs us, and how it was reckoned. */
export const AgreementCost = z
  .object({
    amount: WireMoney,
    /** Amount × days, in whole currency units: what the rate is taken on. */
    days: z.number().int(),
    rate: Rate,
    /** `rate_of_policy`, `rate_lpr`, `rate_lpr_last_known` with the announcement's day. */
    rateFrom: Reason,
    /** Of a discount: what it comes to in a year, "36.87" per cent; null: it is not early. */
    yearlyPercent: z.string().nullable(),
  })
  .meta({ id: "AgreementCost" });

const Clauses = z.object({
  reservePenalty: z.boolean(),
  acceleration: z.enum(["by_person", "by_itself"]),
  guarantor: z
    .object({ name: z.string(), kind: z.enum(["general", "joint"]), months: z.number() })
    .nullable(),
  jurisdiction: z.string().nullable(),
  serviceAddress: z.string().nullable(),
  serviceEmail: z.string().nullable(),
  waivesLimitation: z.boolean(),
});

const ItemLine = z.object({
  id: Id,
  number: z.string(),
  amount: WireMoney,
  settled: WireMoney,
  oldDueOn: WireDay,
  newDueOn: WireDay.nullable(),
  forgiven: WireMoney,
  /** A debit memo with the plan's own interest. */
  billed: z.boolean(),
});

const LINE = {
  id: Id,
  kind: AgreementKind,
  number: z.string(),
  state: AgreementState,
  customer: CustomerBrief,
  /** Of the claims in it; with `interest` the whole of a plan. */
  amount: WireMoney,
  interest: WireMoney,
  forgiven: WireMoney,
  settled: WireMoney,
  /** What is still to be paid under it. */
  open: WireMoney,
  lastOn: WireDay,
  days: z.number().int(),
  proposedOn: WireDay,
  proposedBy: z.string(),
  signBy: WireDay.nullable(),
  activeOn: WireDay.nullable(),
  endedOn: WireDay.nullable(),
  /** Instalments missed so far. */
  missed: z.number().int(),
  /** The oldest instalment that is not paid, or the one day of a discount. */
  next: z.object({ dueOn: WireDay, open: WireMoney, daysLate: z.number().int() }).nullable(),
};

export const AgreementLine = z.object(LINE).meta({ id: "AgreementLine" });
export type AgreementLine = z.infer<typeof AgreementLine>;

const AgreementEvent = z
  .object({
    kind: z.string(),
    day: WireDay,
    at: WireInstant,
    actor: z.string(),
    facts: Because,
  })
  .meta({ id: "AgreementEvent" });

const Linked = z.object({ id: Id, number: z.string(), state: AgreementState }).nullable();

export const Agreement = z
  .object({
    ...LINE,
    reason: z.string(),
    items: z.array(ItemLine),
    instalments: z.array(Instalment),
    risk: z.array(RiskFact),
    cost: AgreementCost.nullable(),
    clauses: Clauses,
    /** What the document as it stands would give up, or what follows from it: warnings. */
    concessions: Because,
    approval: z
      .object({
        id: Id,
        state: z.enum(["requested", "approved", "refused", "withdrawn"]),
        roles: z.array(z.string()),
        decidedBy: z.string().nullable(),
        decidedAt: WireInstant.nullable(),
        reason: z.string().nullable(),
      })
      .nullable(),
    signedOn: WireDay.nullable(),
    signedBy: z.string().nullable(),
    signedPosition: z.string().nullable(),
    /** Whether the document went out to be signed (then it no longer changes). */
    issued: z.boolean(),
    hasScan: z.boolean(),
    endReason: z.string().nullable(),
    replaces: Linked,
    replacedBy: Linked,
    events: z.array(AgreementEvent),
    can: z.object({
      issue: Can,
      sign: Can,
      withdraw: Can,
      accelerate: Can,
      renegotiate: Can,
    }),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof Agreement>;

const OF_AGREEMENT = "/api/creditors/{creditor}/agreements/{agreement}";

export const listAgreements = endpoint({
  name: "listAgreements",
  method: "get",
  path: "/api/creditors/{creditor}/agreements",
  summary: "Agreements, those that need something first",
  access: "book:read",
  query: z.object({
    kind: AgreementKind.optional(),
    state: AgreementState.optional(),
    /** Those that still run: waiting, approved, active, in default. */
    live: z.enum(["true", "false"]).optional(),
    customer: IdOf<CustomerId>().optional(),
    /** The number, or the customer's number or name. */
    search: z.string().max(100).optional(),
    late: z.enum(["true", "false"]).optional(),
    ...WindowQuery,
  }),
  answer: z.object({
    rows: z.array(AgreementLine),
    total: z.number().int(),
    counts: z.record(AgreementState, z.number().int()),
    /** Of the live ones: still to be paid, and what of it is late. */
    sums: z.array(z.object({ open: WireMoney, late: WireMoney })),
  }),
});

export const agreement = endpoint({
  name: "agreement",
  method: "get",
  path: OF_AGREEMENT,
  summary: "One agreement with its instalments, facts, history and what may be done",
  access: "book:read",
  answer: Agreement,
});

/** Before it is issued this draws the document as it stands; then the stored bytes. */
export const agreementDocument = endpoint({
  name: "agreementDocument",
  method: "get",
  path: `${OF_AGREEMENT}/document`,
  summary: "The document to be signed",
  access: "book:read",
  query: z.object({ language: Language.optional() }),
  answer: "application/pdf",
});

export const agreementScan = endpoint({
  name: "agreementScan",
  method: "get",
  path: `${OF_AGREEMENT}/scan`,
  summary: "The signed document as it was scanned",
  access: "book:read",
  answer: "application/octet-stream",
});

export const issueAgreement = endpoint({
  name: "issueAgreement",
  method: "post",
  path: `${OF_AGREEMENT}/issue`,
  summary: "Release an approved agreement's document to be signed; it is kept as it is",
  access: "agreement:propose",
  body: z.object({
    language: Language.default("zh"),
    reservePenalty: z.boolean().default(true),
    /** Needed where the document gives something up (`concessions`). */
    concedes: z.boolean().default(false),
  }),
  answer: z.object({ id: Id, concessions: Because }),
});

export const signAgreement = endpoint({
  name: "signAgreement",
  method: "post",
  path: `${OF_AGREEMENT}/sign`,
  summary: "The customer signed: the agreement is active from that day on",
  access: "agreement:conclude",
  takes: "form",
  body: z.object({
    signedBy: Words(200),
    position: Words(200),
    signedOn: DayIn,
    scan: z
      .file()
      .max(20 * 1024 * 1024)
      .optional(),
  }),
  answer: z.object({ id: Id, state: AgreementState }),
});

export const withdrawAgreement = endpoint({
  name: "withdrawAgreement",
  method: "post",
  path: `${OF_AGREEMENT}/withdraw`,
  summary: "Take back an agreement that is not active yet",
  access: "agreement:propose",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

export const acceleratePlan = endpoint({
  name: "acceleratePlan",
  method: "post",
  path: `${OF_AGREEMENT}/accelerate`,
  summary: "Let the whole balance of a plan in default fall due",
  access: "agreement:conclude",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

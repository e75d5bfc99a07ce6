/** Customers: the list, one customer's page, and changes to the master record. */
import { z } from "zod";
import { Complaint } from "./complaint.ts";
import { Contact } from "./contact.ts";
import { Contract } from "./contract.ts";
import { Dispute } from "./dispute.ts";
import { endpoint } from "./endpoint.ts";
import { Hold } from "./hold.ts";
import { PlannedStep, Skip } from "./plan.ts";
import { PaymentPromise, Reliability } from "./promise.ts";
import { Can, CustomerBrief, Grade, Id, Language, WireDay, WireMoney, Words } from "./scalars.ts";
import { PersonBrief } from "./team.ts";
import { TimelineEvent } from "./timeline.ts";

export const CustomerRow = CustomerBrief.extend({
  salesperson: z.string().nullable(),
  /** One line per currency in which something is open. */
  balances: z.array(z.object({ balance: WireMoney, overdue: WireMoney, unapplied: WireMoney })),
  oldestDays: z.number(),
  openItems: z.number(),
  held: z.boolean(),
  disputed: z.boolean(),
  promised: z.boolean(),
  /** Bills of exchange that are no money yet: exposure beside the balance. */
  uncleared: z.array(WireMoney),
}).meta({ id: "CustomerRow" });
export type CustomerRow = z.infer<typeof CustomerRow>;

export const customers = endpoint({
  name: "customers",
  method: "get",
  path: "/api/creditors/{creditor}/customers",
  summary: "Customers in windows of 200 rows",
  access: "book:read",
  query: z.object({
    search: z.string().trim().max(100).optional(),
    sort: z.enum(["name", "number", "overdue", "balance", "oldest_days", "grade"]).default("name"),
    direction: z.enum(["asc", "desc"]).default("asc"),
    filter: z.enum(["all", "open", "overdue", "held", "disputed", "promised"]).default("all"),
    currency: z.string().length(3).optional(),
    /** `next` of the window before. */
    cursor: z.string().max(500).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(CustomerRow),
    next: z.string().nullable(),
    total: z.number(),
    /** The currency whose amounts sort the list. */
    currency: z.string(),
    /** Currencies with anything open at all. */
    currencies: z.array(z.string()),
  }),
});

export const OpenItem = z
  .object({
    id: Id,
    kind: z.enum(["invoice", "debit_memo", "credit_memo", "receipt"]),
    number: z.string(),
    issuedOn: WireDay,
    dueOn: WireDay.nullable(),
    /** Days past due; negative before; null for receipts and credit memos. */
    days: z.number().nullable(),
    bucket: z.string().nullable(),
    amount: WireMoney,
    open: WireMoney,
    disputed: WireMoney.nullable(),
    /** Under agreements that stand. */
    planned: WireMoney.nullable(),
    promised: WireMoney.nullable(),
    /** Neither disputed nor planned nor promised: a promise may be taken on it. */
    free: WireMoney,
    /** How many promises for it were not kept. */
    promiseLevel: z.number(),
    held: z.boolean(),
    contract: z.string().nullable(),
    reference: z.string().nullable(),
    /** The furthest step this item has had on the way of demands. */
    lastStep: z.object({ step: z.string(), on: WireDay }).nullable(),
  })
  .meta({ id: "OpenItem" });
export type OpenItem = z.infer<typeof OpenItem>;

export const Balance = z
  .object({
    balance: WireMoney,
    overdue: WireMoney,
    unapplied: WireMoney,
    disputed: WireMoney,
    promised: WireMoney,
    oldestDays: z.number(),
  })
  .meta({ id: "Balance" });

export const AgeingBar = z
  .object({
    currency: z.string(),
    buckets: z.array(z.object({ key: z.string(), amount: WireMoney })),
    unapplied: WireMoney,
    total: WireMoney,
  })
  .meta({ id: "AgeingBar" });
export type AgeingBar = z.infer<typeof AgeingBar>;

/** What happens next and why: what waits today, or the next day on which something is planned. */
export const WhatNext = z
  .object({
    /** The steps of the stored plan that wait or are being carried out. */
    now: z.array(PlannedStep),
    /** The day the foreseen steps fall on; null when nothing is open. */
    day: WireDay.nullable(),
    steps: z.array(PlannedStep),
    skips: z.array(Skip),
  })
  .meta({ id: "WhatNext" });
export type WhatNext = z.infer<typeof WhatNext>;

export const CustomerPage = z
  .object({
    id: Id,
    number: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    uscc: z.string().nullable(),
    address: z.string().nullable(),
    language: Language,
    grade: Grade.nullable(),
    segment: z.string().nullable(),
    salesperson: z.string().nullable(),
    note: z.string().nullable(),
    /** The collector who answers for it, and the user who sells to it. */
    owner: PersonBrief.nullable(),
    sales: PersonBrief.nullable(),
    /** The companies with which it is worked as one. */
    group: z.object({ id: Id, name: z.string() }).nullable(),
    version: z.number(),
    asOf: WireDay,
    balances: z.array(Balance),
    /** Bills of exchange that are no money yet: exposure beside the balances. */
    uncleared: z.array(WireMoney),
    /** How many of its payments came back. */
    returned: z.number(),
    ageing: z.array(AgeingBar),
    items: z.array(OpenItem),
    next: WhatNext,
    contacts: z.array(Contact),
    contracts: z.array(Contract),
    holds: z.array(Hold),
    disputes: z.array(Dispute),
    /** While one is open, whoever it is about keeps away from the customer. */
    complaints: z.array(Complaint),
    promises: z.array(PaymentPromise),
    reliability: Reliability,
    timeline: z.array(TimelineEvent),
    can: z.object({
      edit: Can,
      logContact: Can,
      takePromise: Can,
      raiseDispute: Can,
      placeHold: Can,
      logComplaint: Can,
    }),
  })
  .meta({ id: "CustomerPage" });
export type CustomerPage = z.infer<typeof CustomerPage>;

export const customerPage = endpoint({
  name: "customerPage",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}",
  summary: "One customer: header, ageing, items, timeline, what happens next and why",
  access: "book:read",
  query: z.object({ items: z.enum(["open", "all"]).default("open") }),
  answer: CustomerPage,
});

/** Only what is named is changed; null clears. `version` is the one the user saw. */
export const updateCustomer = endpoint({
  name: "updateCustomer",
  method: "patch",
  path: "/api/creditors/{creditor}/customers/{customer}",
  summary: "Change the master record; a stale version is refused with the difference",
  access: "customer:write",
  body: z.object({
    version: z.number().int().min(1),
    changes: z.object({
      name: Words(200).optional(),
      nameEn: Words(200).nullable().optional(),
      uscc: Words(40).nullable().optional(),
      address: Words(1000).nullable().optional(),
      language: Language.optional(),
      grade: Grade.nullable().optional(),
      segment: Words(100).nullable().optional(),
      salesperson: Words(100).nullable().optional(),
      note: Words(4000).nullable().optional(),
    }),
  }),
  answer: z.object({ id: Id, version: z.number() }),
});

export const search = endpoint({
  name: "search",
  method: "get",
  path: "/api/creditors/{creditor}/search",
  summary: "Customers, documents and letters by name or number",
  access: "book:read",
  query: z.object({ q: z.string().trim().min(1).max(100) }),
  answer: z.object({
    customers: z.array(CustomerBrief),
    items: z.array(
      z.object({
        id: Id,
        kind: z.string(),
        number: z.string(),
        open: WireMoney,
        customer: CustomerBrief,
      }),
    ),
    letters: z.array(z.object({ id: Id, number: z.string(), customer: CustomerBrief })),
  }),
});

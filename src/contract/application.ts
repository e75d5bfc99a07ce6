/** Applying a receipt to claims: what is open, in which order, what is settled, and undoing it. */
import { z } from "zod";
import { DISPUTE_REASONS } from "../domain/book/dispute-reason.ts";
import type { CustomerId, ItemId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { CustomerBrief, DayIn, Id, IdOf, MoneyIn, WireDay, WireMoney, Words } from "./scalars.ts";

export const ShortfallKind = z.enum(["bank_fee", "cash_discount", "rounding", "deduction"]);

export const OpenClaim = z
  .object({
    id: Id,
    kind: z.enum(["invoice", "debit_memo"]),
    number: z.string(),
    references: z.array(z.string()),
    issuedOn: WireDay,
    dueOn: WireDay,
    /** Days past due; negative before. */
    days: z.number(),
    amount: WireMoney,
    open: WireMoney,
    disputed: WireMoney.nullable(),
    promised: WireMoney.nullable(),
  })
  .meta({ id: "OpenClaim" });
export type OpenClaim = z.infer<typeof OpenClaim>;

export const OpenCredit = z
  .object({
    id: Id,
    kind: z.enum(["credit_memo", "receipt"]),
    number: z.string(),
    issuedOn: WireDay,
    /** Positive. */
    open: WireMoney,
  })
  .meta({ id: "OpenCredit" });
export type OpenCredit = z.infer<typeof OpenCredit>;

export const openClaims = endpoint({
  name: "openClaims",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/open-claims",
  summary: "A customer's open claims and credits in a currency",
  access: "book:read",
  query: z.object({
    currency: z.string().length(3).optional(),
    onDay: DayIn.optional(),
  }),
  answer: z.object({
    customer: CustomerBrief,
    currency: z.string(),
    claims: z.array(OpenClaim),
    credits: z.array(OpenCredit),
  }),
});

const Named = z.object({ item: IdOf<ItemId>(), amount: MoneyIn });

/** `paid`: what an allocation in another currency took, in the receipt's. */
const Allocation = Named.extend({ paid: MoneyIn.nullable().default(null) });

/** What was applied. Several applications only where many lines were accepted at once. */
export const Applied = z.object({
  /** Null where the line was no receipt: a repetition, a return, no receivable. */
  application: Id.nullable(),
  receipt: Id.nullable(),
  line: Id.nullable(),
});

export const applyCash = endpoint({
  name: "applyCash",
  method: "post",
  path: "/api/creditors/{creditor}/receipts/{receipt}/applications",
  summary: "Apply a receipt to a customer's claims, in whole or in part",
  access: "cash:apply",
  body: z.object({
    customer: IdOf<CustomerId>(),
    allocations: z.array(Allocation).max(2000),
    credits: z.array(Named).max(500).default([]),
    shortfall: z
      .object({
        kind: ShortfallKind,
        amount: MoneyIn,
        reason: Words(1000).nullable().default(null),
        /** A deduction is taken off this claim, otherwise off the last ones. */
        item: IdOf<ItemId>().nullable().default(null),
      })
      .nullable()
      .default(null),
    /** What a deduction leaves open: it simply stays open, or becomes a dispute. */
    rest: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("open") }),
        z.object({
          kind: z.literal("dispute"),
          reason: z.enum(DISPUTE_REASONS),
          note: Words(4000).nullable().default(null),
        }),
      ])
      .default({ kind: "open" }),
    /** Remember this payer's name and account for the customer. */
    learn: z.boolean().default(false),
    /** Which proposal this was made from. */
    proposal: z.number().int().min(1).max(3).nullable().default(null),
  }),
  answer: Applied,
  status: 201,
});

export const undoApplication = endpoint({
  name: "undoApplication",
  method: "post",
  path: "/api/creditors/{creditor}/applications/{application}/undo",
  summary: "Take an application back exactly; its line waits again and is left to people",
  access: "cash:undo",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ receipt: Id, line: Id.nullable() }),
});

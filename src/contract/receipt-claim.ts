/** Claims on unidentified cash: sales people say whose it is, a second role decides. */
import { z } from "zod";
import type { CustomerId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { ReceiptBrief } from "./receipt-brief.ts";
import { Can, CustomerBrief, Id, IdOf, WireInstant, WireMoney, Words } from "./scalars.ts";

export const ReceiptClaim = z
  .object({
    id: Id,
    customer: CustomerBrief,
    reason: z.string(),
    claimedBy: z.string(),
    claimedAt: WireInstant,
    /** Whether the reader claimed it. */
    own: z.boolean(),
    state: z.enum(["waiting", "approved", "refused", "withdrawn"]),
    decidedBy: z.string().nullable(),
    decidedAt: WireInstant.nullable(),
    decisionReason: z.string().nullable(),
    can: z.object({ withdraw: Can, approve: Can, refuse: Can }),
  })
  .meta({ id: "ReceiptClaim" });
export type ReceiptClaim = z.infer<typeof ReceiptClaim>;

export const unidentified = endpoint({
  name: "unidentified",
  method: "get",
  path: "/api/creditors/{creditor}/unidentified",
  summary: "Money of nobody yet, oldest first, with the claims on it side by side",
  access: "book:read",
  query: z.object({
    text: z.string().trim().max(100).optional(),
    /** `claimed`: with a claim that waits for a decision. */
    show: z.enum(["all", "claimed", "unclaimed"]).default("all"),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(
      ReceiptBrief.extend({
        /** Days since the money came. */
        days: z.number(),
        claims: z.array(ReceiptClaim),
        can: z.object({ claim: Can, apply: Can }),
      }),
    ),
    next: z.string().nullable(),
    counts: z.object({ all: z.number(), claimed: z.number() }),
    sums: z.array(WireMoney),
  }),
});

export const claimReceipt = endpoint({
  name: "claimReceipt",
  method: "post",
  path: "/api/creditors/{creditor}/receipts/{receipt}/claims",
  summary: "Say whose unidentified money is, with the reason; another person decides",
  access: "receipt:claim",
  body: z.object({ customer: IdOf<CustomerId>(), reason: Words(1000) }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const withdrawClaim = endpoint({
  name: "withdrawClaim",
  method: "post",
  path: "/api/creditors/{creditor}/receipt-claims/{claim}/withdraw",
  summary: "Take one's own claim back",
  access: "receipt:claim",
  answer: z.object({ id: Id }),
});

export const decideClaim = endpoint({
  name: "decideClaim",
  method: "post",
  path: "/api/creditors/{creditor}/receipt-claims/{claim}/decide",
  summary: "Approve a claim (the others on the same money are refused) or refuse it",
  access: "receipt:decide",
  body: z.object({ approve: z.boolean(), reason: Words(1000).nullable().default(null) }),
  answer: z.object({ id: Id, receipt: Id }),
});

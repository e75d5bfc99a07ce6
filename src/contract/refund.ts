/** Refunds of unapplied money: asked for, decided by another person, paid. */
import { z } from "zod";
import type { BankLineId, CustomerId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { ReceiptBrief } from "./receipt-brief.ts";
import {
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  MoneyIn,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

export const RefundState = z.enum(["requested", "approved", "refused", "paid"]);

export const Refund = z
  .object({
    id: Id,
    receipt: ReceiptBrief,
    customer: CustomerBrief,
    amount: WireMoney,
    reason: z.string(),
    requestedBy: z.string(),
    requestedAt: WireInstant,
    state: RefundState,
    decidedBy: z.string().nullable(),
    decidedAt: WireInstant.nullable(),
    decisionReason: z.string().nullable(),
    paidOn: WireDay.nullable(),
    /** The outgoing line of the bank, where one is known. */
    bankLine: Id.nullable(),
    can: z.object({ approve: Can, refuse: Can, pay: Can }),
  })
  .meta({ id: "Refund" });
export type Refund = z.infer<typeof Refund>;

export const requestRefund = endpoint({
  name: "requestRefund",
  method: "post",
  path: "/api/creditors/{creditor}/receipts/{receipt}/refunds",
  summary: "Ask to give unapplied money back",
  access: "refund:request",
  body: z.object({ amount: MoneyIn, reason: Words(1000) }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const decideRefund = endpoint({
  name: "decideRefund",
  method: "post",
  path: "/api/creditors/{creditor}/refunds/{refund}/decide",
  summary: "Approve or refuse a refund that another person asked for",
  access: "refund:decide",
  body: z.object({ approve: z.boolean(), reason: Words(1000).nullable().default(null) }),
  answer: z.object({ id: Id }),
});

export const payRefund = endpoint({
  name: "payRefund",
  method: "post",
  path: "/api/creditors/{creditor}/refunds/{refund}/paid",
  summary: "An approved refund was paid",
  access: "refund:request",
  body: z.object({ on: DayIn, bankLine: IdOf<BankLineId>().nullable().default(null) }),
  answer: z.object({ id: Id }),
});

export const listRefunds = endpoint({
  name: "listRefunds",
  method: "get",
  path: "/api/creditors/{creditor}/refunds",
  summary: "Refunds, latest first",
  access: "book:read",
  query: z.object({
    state: RefundState.optional(),
    customer: IdOf<CustomerId>().optional(),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(Refund),
    next: z.string().nullable(),
    counts: z.record(RefundState, z.number()),
  }),
});

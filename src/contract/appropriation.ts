/** 清偿抵充: which claims a payment settles first; late interest under both orders. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Because, CustomerBrief, DayIn, Id, Reason, WireDay, WireMoney } from "./scalars.ts";

const Side = z.object({
  /** Accrued to the day, and what of it the payments covered. */
  accrued: WireMoney,
  interestPaid: WireMoney,
  principalPaid: WireMoney,
  /** What remains. */
  interest: WireMoney,
  principal: WireMoney,
});

/** A memo: until it is billed, late interest takes no cent of a receipt. */
export const InterestView = z
  .object({
    rate: z.object({ partsPerBillion: z.string(), per: z.enum(["day", "year"]) }),
    /** `rate_by_contract` with its clause, or `rate_by_law` with the day of the breach. */
    rateFrom: Reason,
    /** Why this order counts: by law, by contract, or waived by the policy. */
    order: Reason,
    until: WireDay,
    /** Costs, interest, principal (民法典 561). */
    byLaw: Side,
    principalFirst: Side,
  })
  .meta({ id: "InterestView" });
export type InterestView = z.infer<typeof InterestView>;

const Share = z.object({
  item: Id,
  number: z.string(),
  amount: WireMoney,
  reason: z.enum(["designated", "agreed", "statutory"]),
  /** What put it in its place among the others. */
  decidedBy: z.enum([
    "due",
    "unsecured",
    "less_secured",
    "heavier",
    "earlier_due",
    "list",
    "covered",
    "pro_rata",
  ]),
});

export const Appropriation = z.object({
  customer: CustomerBrief,
  currency: z.string(),
  /** Of the amount asked about; null: none was. */
  suggestion: z
    .discriminatedUnion("kind", [
      z.object({
        kind: z.literal("decided"),
        article: z.string(),
        allocations: z.array(Share),
        /** More than all claims: it stays the customer's. */
        left: WireMoney,
      }),
      z.object({ kind: z.literal("undecidable"), article: z.string(), missing: Because }),
    ])
    .nullable(),
  claims: z.array(
    z.object({
      item: Id,
      number: z.string(),
      dueOn: WireDay,
      open: WireMoney,
      /** Null: not past due, or no rate is known (then `why`). */
      interest: InterestView.nullable(),
      why: Reason.nullable(),
    }),
  ),
});
export type Appropriation = z.infer<typeof Appropriation>;

export const appropriation = endpoint({
  name: "appropriation",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/appropriation",
  summary: "Which open claims an amount settles by law or agreement; late interest as a memo",
  access: "book:read",
  query: z.object({
    currency: z.string().length(3).optional(),
    /** What is to be settled, as decimal text. */
    amount: z.string().max(40).optional(),
    onDay: DayIn.optional(),
  }),
  answer: Appropriation,
});

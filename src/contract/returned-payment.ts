/** Payments that came back: what would happen, the one act that books it, and who took notice. */
import { z } from "zod";
import type { BankLineId, BankNoticeId, CustomerId } from "../domain/values/ids.ts";
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

export const ReturnKind = z.enum([
  "bank_return",
  "bounced_cheque",
  "dishonoured_bill",
  "chargeback",
  "direct_debit_return",
]);

/** A document that opens again with its original due day; credits have none. */
const Reopened = z.object({
  item: z.object({ id: Id, kind: z.string(), number: z.string() }),
  amount: WireMoney,
  dueOn: WireDay.nullable(),
});

export const ReturnedPayment = z
  .object({
    id: Id,
    receipt: ReceiptBrief,
    customer: CustomerBrief.nullable(),
    kind: ReturnKind,
    amount: WireMoney,
    receivedOn: WireDay,
    returnedOn: WireDay,
    reasonCode: z.string().nullable(),
    reasonText: z.string().nullable(),
    /** What the bank took for it: the creditor's cost. */
    charge: WireMoney.nullable(),
    /** The debit memo that claims the charge from the customer, and the clause that allows it. */
    chargeItem: z.object({ id: Id, number: z.string() }).nullable(),
    chargeClause: z.string().nullable(),
    reopened: z.array(Reopened),
    recordedBy: z.string(),
    recordedAt: WireInstant,
    /** What the customer was told; null: nobody to tell. */
    message: z.object({ id: Id, number: z.string(), state: z.string() }).nullable(),
    seen: z.object({ by: z.string(), at: WireInstant }).nullable(),
    can: z.object({ see: Can }),
  })
  .meta({ id: "ReturnedPayment" });
export type ReturnedPayment = z.infer<typeof ReturnedPayment>;

export const previewReturn = endpoint({
  name: "previewReturn",
  method: "get",
  path: "/api/creditors/{creditor}/receipts/{receipt}/return",
  summary: "What a return of this payment would do",
  access: "book:read",
  answer: z.object({
    receipt: ReceiptBrief,
    /** The kind that fits how the money came. */
    kind: ReturnKind,
    reopens: z.array(Reopened),
    /** Promises that this money kept, in part or whole: they are judged anew. */
    promises: z.array(z.object({ id: Id, amount: WireMoney, payOn: WireDay, state: z.string() })),
    /** Where a contract says that the customer bears the bank's charge. */
    clause: z.object({ contract: z.string(), text: z.string() }).nullable(),
    /** Earlier returned payments of this customer. */
    earlier: z.number(),
    can: z.object({ return: Can, claimCharge: Can }),
  }),
});

export const returnPayment = endpoint({
  name: "returnPayment",
  method: "post",
  path: "/api/creditors/{creditor}/receipts/{receipt}/return",
  summary: "The payment came back: everything it settled opens again",
  access: "payment:return",
  body: z.object({
    kind: ReturnKind,
    returnedOn: DayIn,
    /** Null: the whole payment. */
    amount: MoneyIn.nullable().default(null),
    reasonCode: Words(40).nullable().default(null),
    reasonText: Words(1000).nullable().default(null),
    charge: MoneyIn.nullable().default(null),
    /** Claim the charge from the customer: only where a contract's clause says so. */
    claimCharge: z.boolean().default(false),
    bankLine: IdOf<BankLineId>().nullable().default(null),
    notice: IdOf<BankNoticeId>().nullable().default(null),
  }),
  answer: z.object({ id: Id, message: Id.nullable() }),
  status: 201,
});

export const seenReturn = endpoint({
  name: "seenReturn",
  method: "post",
  path: "/api/creditors/{creditor}/returned-payments/{returned}/seen",
  summary: "Somebody of the desk took notice of a returned payment",
  access: "contact:log",
  answer: z.object({ id: Id }),
});

export const listReturned = endpoint({
  name: "listReturned",
  method: "get",
  path: "/api/creditors/{creditor}/returned-payments",
  summary: "Returned payments, latest first",
  access: "book:read",
  query: z.object({
    customer: IdOf<CustomerId>().optional(),
    show: z.enum(["all", "unseen"]).default("all"),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(ReturnedPayment),
    next: z.string().nullable(),
    counts: z.object({ all: z.number(), unseen: z.number() }),
  }),
});

/** Receipts: the list, one with everything that was done with it, and those recorded by hand. */
import { z } from "zod";
import { PAYMENT_METHODS } from "../domain/book/payment-method.ts";
import type { CustomerId } from "../domain/values/ids.ts";
import { Bill, BillIn } from "./bill.ts";
import { endpoint } from "./endpoint.ts";
import { ReceiptBrief, ReceiptMethod, ReceiptState } from "./receipt-brief.ts";
import { ReceiptClaim } from "./receipt-claim.ts";
import { Refund } from "./refund.ts";
import { ReturnedPayment } from "./returned-payment.ts";
import {
  Because,
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

export const ReceiptRow = ReceiptBrief.extend({
  /** What settles nothing yet; of unidentified money all of it, of returned money nothing. */
  rest: WireMoney,
  /** The bank line it came from; null: recorded by hand or imported. */
  line: Id.nullable(),
}).meta({ id: "ReceiptRow" });
export type ReceiptRow = z.infer<typeof ReceiptRow>;

export const listReceipts = endpoint({
  name: "listReceipts",
  method: "get",
  path: "/api/creditors/{creditor}/receipts",
  summary: "Receipts, latest first, in windows",
  access: "book:read",
  query: z.object({
    state: ReceiptState.optional(),
    method: ReceiptMethod.optional(),
    customer: IdOf<CustomerId>().optional(),
    /** Only those of a known customer of which something is left. */
    unapplied: z.stringbool().default(false),
    from: DayIn.optional(),
    to: DayIn.optional(),
    /** In the payer's name or account, the remark or the number. */
    text: z.string().trim().max(100).optional(),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(ReceiptRow),
    next: z.string().nullable(),
    counts: z.object({
      unidentified: z.number(),
      identified: z.number(),
      returned: z.number(),
      unapplied: z.number(),
    }),
    /** Of the same kinds; `unapplied` sums what is left. */
    sums: z.object({
      unidentified: z.array(WireMoney),
      identified: z.array(WireMoney),
      returned: z.array(WireMoney),
      unapplied: z.array(WireMoney),
    }),
  }),
});

const Settled = z.object({
  item: z.object({ id: Id, kind: z.string(), number: z.string() }),
  amount: WireMoney,
});

/** One decision on a receipt: what it settled, who or what decided, why, and how it ended. */
export const Application = z
  .object({
    id: Id,
    customer: CustomerBrief,
    madeBy: z.enum(["itself", "person", "import"]),
    actor: z.string(),
    /** Parts per 1000; null: nobody estimated it. */
    confidence: z.number().nullable(),
    allocations: z.array(Settled),
    credits: z.array(Settled),
    shortfall: z.object({ kind: z.string(), amount: WireMoney }).nullable(),
    onAccount: WireMoney.nullable(),
    because: Because,
    appliedOn: WireDay,
    appliedAt: WireInstant,
    state: z.enum(["live", "undone", "returned"]),
    endedOn: WireDay.nullable(),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
    can: z.object({ undo: Can }),
  })
  .meta({ id: "ReceiptApplication" });

export const ReceiptPage = ReceiptRow.extend({
  /** Who recorded it by hand; null: it came by a bank's file or an import. */
  recordedBy: z.string().nullable(),
  version: z.number(),
  bankLine: z
    .object({
      id: Id,
      account: z.string(),
      bookedOn: WireDay,
      valueOn: WireDay,
      amount: WireMoney,
      bankReference: z.string().nullable(),
      payerReference: z.string().nullable(),
      state: z.string(),
    })
    .nullable(),
  applications: z.array(Application),
  claims: z.array(ReceiptClaim),
  returned: ReturnedPayment.nullable(),
  refunds: z.array(Refund),
  bill: Bill.nullable(),
  can: z.object({ apply: Can, claim: Can, return: Can, refund: Can }),
}).meta({ id: "ReceiptPage" });
export type ReceiptPage = z.infer<typeof ReceiptPage>;

export const receipt = endpoint({
  name: "receipt",
  method: "get",
  path: "/api/creditors/{creditor}/receipts/{receipt}",
  summary: "One receipt: its bank line, what it settled, claims on it, refunds, its bill",
  access: "book:read",
  answer: ReceiptPage,
});

export const recordReceipt = endpoint({
  name: "recordReceipt",
  method: "post",
  path: "/api/creditors/{creditor}/receipts",
  summary: "Record a receipt by hand; `method` bill takes the bill's facts too",
  access: "receipt:record",
  body: z.object({
    method: z.enum(PAYMENT_METHODS),
    /** Null: the next number of the day is drawn. */
    number: Words(60).nullable().default(null),
    customer: IdOf<CustomerId>().nullable(),
    receivedOn: DayIn,
    amount: MoneyIn,
    payerName: Words(200).nullable().default(null),
    payerAccount: Words(100).nullable().default(null),
    remark: Words(1000).nullable().default(null),
    bill: BillIn.nullable().default(null),
  }),
  answer: z.object({ id: Id, number: z.string(), bill: Id.nullable() }),
  status: 201,
});

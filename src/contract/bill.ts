/** Bills of exchange in hand: their parties, maturity, deadlines with the law's articles. */
import { z } from "zod";
import type { CustomerId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { ReceiptBrief } from "./receipt-brief.ts";
import { Can, DayIn, Id, IdOf, MoneyIn, WireDay, WireMoney, Words } from "./scalars.ts";

export const BillKind = z.enum(["bank_acceptance", "commercial_acceptance"]);
export const BillMedium = z.enum(["electronic", "paper"]);
export const BillState = z.enum([
  "held",
  "endorsed",
  "discounted",
  "presented",
  "cleared",
  "dishonoured",
  "recourse",
]);

export const BillDeadline = z
  .object({
    /** What must be done by then: `present`, `notify`, `recourse`, `acceptor`. */
    code: z.string(),
    day: WireDay,
    /** The article that sets it. */
    article: z.string(),
    /** Days until then; negative: it has passed. */
    days: z.number(),
  })
  .meta({ id: "BillDeadline" });

export const Bill = z
  .object({
    id: Id,
    receipt: ReceiptBrief,
    kind: BillKind,
    medium: BillMedium,
    number: z.string(),
    drawer: z.string(),
    acceptor: z.string(),
    payee: z.string().nullable(),
    /** In their order; the last one gave it to us. */
    endorsers: z.array(z.string()),
    amount: WireMoney,
    issuedOn: WireDay,
    maturesOn: WireDay,
    receivedOn: WireDay,
    state: BillState,
    presentedOn: WireDay.nullable(),
    endedOn: WireDay.nullable(),
    notifiedOn: WireDay.nullable(),
    note: z.string().nullable(),
    version: z.number(),
    deadlines: z.array(BillDeadline),
    /** The first deadline that is still ahead, or the last one missed. */
    next: BillDeadline.nullable(),
    can: z.object({
      presented: Can,
      cleared: Can,
      dishonoured: Can,
      endorsed: Can,
      discounted: Can,
      recourse: Can,
      notified: Can,
    }),
  })
  .meta({ id: "Bill" });
export type Bill = z.infer<typeof Bill>;

/** A bill as it is recorded together with its receipt. */
export const BillIn = z.object({
  kind: BillKind,
  medium: BillMedium,
  number: Words(60),
  drawer: Words(200),
  acceptor: Words(200),
  payee: Words(200).nullable().default(null),
  endorsers: z.array(Words(200)).max(50).default([]),
  issuedOn: DayIn,
  maturesOn: DayIn,
});

export const listBills = endpoint({
  name: "listBills",
  method: "get",
  path: "/api/creditors/{creditor}/bills",
  summary: "Bills of exchange, the next to mature first",
  access: "book:read",
  query: z.object({
    /** `live`: held, presented, dishonoured or in recourse. */
    state: z.enum([...BillState.options, "live", "all"]).default("live"),
    customer: IdOf<CustomerId>().optional(),
    after: z.string().max(200).optional(),
    size: z.coerce.number().int().min(1).max(200).default(200),
  }),
  answer: z.object({
    rows: z.array(Bill),
    next: z.string().nullable(),
    counts: z.record(BillState, z.number()),
    /** Exposure: not money yet. */
    uncleared: z.array(WireMoney),
  }),
});

export const bill = endpoint({
  name: "bill",
  method: "get",
  path: "/api/creditors/{creditor}/bills/{bill}",
  summary: "One bill of exchange",
  access: "book:read",
  answer: Bill,
});

export const moveBill = endpoint({
  name: "moveBill",
  method: "post",
  path: "/api/creditors/{creditor}/bills/{bill}/move",
  summary: "A bill was presented, cleared, dishonoured, endorsed, discounted, notified of",
  access: "bill:keep",
  body: z.object({
    to: z.enum([
      "presented",
      "cleared",
      "dishonoured",
      "endorsed",
      "discounted",
      "recourse",
      "notified",
    ]),
    on: DayIn,
    note: Words(1000).nullable().default(null),
    version: z.number().int().min(1),
    /** What the bank took: of a dishonour its charge, of a discount its interest. */
    charge: MoneyIn.nullable().default(null),
    claimCharge: z.boolean().default(false),
  }),
  answer: z.object({ id: Id, version: z.number(), returned: Id.nullable() }),
});

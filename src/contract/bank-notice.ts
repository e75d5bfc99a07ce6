/** What a bank says of a payment without an entry of its own (pain.002): booked or ignored. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { ReceiptBrief } from "./receipt-brief.ts";
import { Can, Id, WireDay, WireMoney, Words } from "./scalars.ts";

const NoticeState = z.enum(["open", "booked", "ignored"]);

export const BankNotice = z
  .object({
    id: Id,
    /** The file that told it, and where in it. */
    file: z.string(),
    place: z.number(),
    on: WireDay,
    accepted: z.boolean(),
    /** The bank's codes: `AC04`, `MD06`. */
    codes: z.array(z.string()),
    said: z.string().nullable(),
    /** References that name the payment. */
    named: z.array(z.string()),
    amount: WireMoney.nullable(),
    /** The receipt it is about, where one is found. */
    receipt: ReceiptBrief.nullable(),
    state: NoticeState,
    /** `book`: by `returnPayment` of its receipt, with this notice's id. */
    can: z.object({ book: Can, ignore: Can }),
  })
  .meta({ id: "BankNotice" });
export type BankNotice = z.infer<typeof BankNotice>;

export const bankNotices = endpoint({
  name: "bankNotices",
  method: "get",
  path: "/api/creditors/{creditor}/bank-notices",
  summary: "What banks said of payments without an entry",
  access: "book:read",
  query: z.object({ state: NoticeState.default("open") }),
  answer: z.object({ rows: z.array(BankNotice), counts: z.record(NoticeState, z.number()) }),
});

export const ignoreNotice = endpoint({
  name: "ignoreNotice",
  method: "post",
  path: "/api/creditors/{creditor}/bank-notices/{notice}/ignore",
  summary: "A bank's notice needs no act",
  access: "line:ignore",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

/** A receipt in one line, as claims, returns, refunds and bills show the money they are about. */
import { z } from "zod";
import { PAYMENT_METHODS } from "../domain/book/payment-method.ts";
import { CustomerBrief, Id, WireDay, WireMoney } from "./scalars.ts";

export const ReceiptState = z.enum(["unidentified", "identified", "returned"]);
/** `erp`: an invoice list told that it was paid, not how. */
export const ReceiptMethod = z.enum([...PAYMENT_METHODS, "erp"]);

export const ReceiptBrief = z
  .object({
    id: Id,
    number: z.string(),
    method: ReceiptMethod,
    state: ReceiptState,
    customer: CustomerBrief.nullable(),
    receivedOn: WireDay,
    amount: WireMoney,
    payerName: z.string().nullable(),
    payerAccount: z.string().nullable(),
    remark: z.string().nullable(),
  })
  .meta({ id: "ReceiptBrief" });
export type ReceiptBrief = z.infer<typeof ReceiptBrief>;

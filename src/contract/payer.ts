/** Payers of a customer besides itself: known from master records or learned, and forgotten. */
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { Can, Id, WireDay } from "./scalars.ts";

export const PayerAlias = z
  .object({
    id: Id,
    kind: z.enum(["name", "account"]),
    value: z.string(),
    source: z.enum(["master", "learned"]),
    /** How many receipts confirmed it. */
    confirmed: z.number(),
    learnedOn: WireDay,
    learnedBy: z.string(),
    learnedFrom: z.object({ receipt: Id, number: z.string() }).nullable(),
    revokedOn: WireDay.nullable(),
    revokedBy: z.string().nullable(),
    can: z.object({ revoke: Can }),
  })
  .meta({ id: "PayerAlias" });
export type PayerAlias = z.infer<typeof PayerAlias>;

export const payerAliases = endpoint({
  name: "payerAliases",
  method: "get",
  path: "/api/creditors/{creditor}/customers/{customer}/payers",
  summary: "Who pays for a customer besides itself, learned or from master records",
  access: "book:read",
  answer: z.array(PayerAlias),
});

export const revokeAlias = endpoint({
  name: "revokeAlias",
  method: "post",
  path: "/api/creditors/{creditor}/payers/{alias}/revoke",
  summary: "Forget a payer; it stays as history",
  access: "alias:revoke",
  answer: z.object({ id: Id }),
});

/** Disputes: raised with an amount and a reason, closed with an outcome. */
import { z } from "zod";
import type { ItemId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, Id, IdOf, MoneyIn, WireDay, WireMoney, Words } from "./scalars.ts";

const DisputeReason = z.enum([
  "not_received",
  "amount",
  "quality",
  "quantity",
  "delivery",
  "price",
  "other",
]);
const DisputeOutcome = z.enum(["upheld", "withdrawn", "credited"]);

export const Dispute = z
  .object({
    id: Id,
    item: z.object({ id: Id, number: z.string() }),
    amount: WireMoney,
    reason: DisputeReason,
    note: z.string().nullable(),
    openedOn: WireDay,
    closedOn: WireDay.nullable(),
    outcome: DisputeOutcome.nullable(),
    can: z.object({ close: Can }),
  })
  .meta({ id: "Dispute" });
export type Dispute = z.infer<typeof Dispute>;

export const raiseDispute = endpoint({
  name: "raiseDispute",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/disputes",
  summary: "Raise a dispute on an item; the disputed part is no longer chased",
  access: "dispute:raise",
  body: z.object({
    item: IdOf<ItemId>(),
    amount: MoneyIn,
    reason: DisputeReason,
    note: Words(4000).nullable().default(null),
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const closeDispute = endpoint({
  name: "closeDispute",
  method: "post",
  path: "/api/creditors/{creditor}/disputes/{dispute}/close",
  summary: "Close a dispute with its outcome",
  access: "dispute:close",
  body: z.object({ outcome: DisputeOutcome }),
  answer: z.object({ id: Id }),
});

/** Holds: dunning rests for a customer or an item until a day. */
import { z } from "zod";
import type { ItemId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, DayIn, Id, IdOf, WireDay, Words } from "./scalars.ts";

const HoldKind = z.enum(["courtesy", "legal", "insolvency", "internal", "other"]);

export const Hold = z
  .object({
    id: Id,
    /** Null: everything of the customer. */
    item: z.object({ id: Id, number: z.string() }).nullable(),
    kind: HoldKind,
    reason: z.string(),
    from: WireDay,
    /** The first day without it; null: until it is lifted. */
    until: WireDay.nullable(),
    active: z.boolean(),
    can: z.object({ lift: Can }),
  })
  .meta({ id: "Hold" });
export type Hold = z.infer<typeof Hold>;

export const placeHold = endpoint({
  name: "placeHold",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/holds",
  summary: "Place a hold",
  access: "hold:place",
  body: z.object({
    item: IdOf<ItemId>().nullable().default(null),
    kind: HoldKind,
    reason: Words(1000),
    until: DayIn.nullable().default(null),
  }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const liftHold = endpoint({
  name: "liftHold",
  method: "post",
  path: "/api/creditors/{creditor}/holds/{hold}/lift",
  summary: "Lift a hold from today on",
  access: "hold:place",
  answer: z.object({ id: Id }),
});

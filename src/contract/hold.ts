/**
 * Holds: dunning rests for an item, a customer or a group until a day, and what that keeps back.
 */
import { z } from "zod";
import type { CustomerId, GroupId, ItemId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Bilingual,
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  WindowQuery,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

const HoldKind = z.enum(["courtesy", "legal", "insolvency", "internal", "other"]);
const GroupBrief = z.object({ id: Id, name: z.string() });

export const Hold = z
  .object({
    id: Id,
    /** Null: everything of the customer or of the group. */
    item: z.object({ id: Id, number: z.string() }).nullable(),
    /** Null: of one customer. A group's hold covers also companies that join it later. */
    group: GroupBrief.nullable(),
    kind: HoldKind,
    reason: z.string(),
    from: WireDay,
    /** The first day without it; null: until it is lifted. */
    until: WireDay.nullable(),
    active: z.boolean(),
    /** Null: from before that was kept. */
    placedBy: z.string().nullable(),
    placedAt: WireInstant.nullable(),
    liftedBy: z.string().nullable(),
    liftReason: z.string().nullable(),
    can: z.object({ lift: Can }),
  })
  .meta({ id: "Hold" });
export type Hold = z.infer<typeof Hold>;

const holdBody = {
  kind: HoldKind,
  reason: Words(1000),
  until: DayIn.nullable().default(null),
};

export const placeHold = endpoint({
  name: "placeHold",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/holds",
  summary: "Place a hold on a customer or one document",
  access: "hold:place",
  body: z.object({ item: IdOf<ItemId>().nullable().default(null), ...holdBody }),
  answer: z.object({ id: Id }),
  status: 201,
});

export const placeGroupHold = endpoint({
  name: "placeGroupHold",
  method: "post",
  path: "/api/creditors/{creditor}/groups/{group}/holds",
  summary: "Place a hold on all companies of a group",
  access: "hold:place",
  body: z.object(holdBody),
  answer: z.object({ id: Id }),
  status: 201,
});

export const liftHold = endpoint({
  name: "liftHold",
  method: "post",
  path: "/api/creditors/{creditor}/holds/{hold}/lift",
  summary: "Lift a hold from today on",
  access: "hold:place",
  body: z.object({ reason: Words(1000).nullable().default(null) }).nullable(),
  answer: z.object({ id: Id }),
});

/** A hold in force with what it keeps back. */
export const ActiveHold = Hold.extend({
  /** Null: of a group. */
  customer: CustomerBrief.nullable(),
  /** How many companies it covers. */
  customers: z.number(),
  /** Open claims under it: how many, their sums, and the first of them. */
  itemCount: z.number(),
  amounts: z.array(WireMoney),
  items: z.array(z.object({ id: Id, number: z.string(), customer: z.string(), open: WireMoney })),
  /** What the plan of the day would have done, were it not for the hold. */
  skipped: z.array(z.object({ step: z.string(), name: Bilingual.nullable(), items: z.number() })),
}).meta({ id: "ActiveHold" });
export type ActiveHold = z.infer<typeof ActiveHold>;

export const holds = endpoint({
  name: "holds",
  method: "get",
  path: "/api/creditors/{creditor}/holds",
  summary: "Holds in force and what each keeps back",
  access: "book:read",
  query: z.object({
    kind: HoldKind.optional(),
    customer: IdOf<CustomerId>().optional(),
    group: IdOf<GroupId>().optional(),
    /** In the reason, or the name or number of customer or group. */
    search: z.string().trim().max(100).optional(),
    ...WindowQuery,
  }),
  answer: z.object({
    today: WireDay,
    rows: z.array(ActiveHold),
    total: z.number(),
  }),
});

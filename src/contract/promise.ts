/** Promises to pay: taken, changed, withdrawn, listed; dunning of the promised part rests. */
import { z } from "zod";
import { PROMISE_CHANNELS } from "../domain/desk/promise-to-pay.ts";
import type { ContactId, CustomerId, GroupId, ItemId, UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  Language,
  MoneyIn,
  WindowQuery,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

export const PromiseChannel = z.enum(PROMISE_CHANNELS);
export const PromiseState = z.enum(["open", "kept", "partially_kept", "broken", "withdrawn"]);

export const PaymentPromise = z
  .object({
    id: Id,
    amount: WireMoney,
    /** What came for it since it was taken and was applied to its items. */
    came: WireMoney,
    payOn: WireDay,
    /** The first day after its grace: judged on this day. */
    judgeOn: WireDay,
    takenOn: WireDay,
    takenAt: WireInstant.nullable(),
    /** Who wrote it down; null: from before that was kept. */
    takenBy: z.string().nullable(),
    /** Who promised: as written, and the contact where one is recorded. */
    takenFrom: z.string().nullable(),
    contact: z.object({ id: Id, name: z.string() }).nullable(),
    channel: PromiseChannel.nullable(),
    note: z.string().nullable(),
    /** Why a senior took one more after too many were broken. */
    overruledReason: z.string().nullable(),
    state: PromiseState,
    judgedOn: WireDay.nullable(),
    /** Of a withdrawn one: a person's words; `renegotiated`, `nothing_left_to_pay` as codes. */
    endReason: z.string().nullable(),
    endedBy: z.string().nullable(),
    /** The promise whose place it took, and the one that took its place. */
    replaces: Id.nullable(),
    replacedBy: Id.nullable(),
    items: z.array(
      z.object({
        id: Id,
        number: z.string(),
        amount: WireMoney,
        came: WireMoney,
        /** How many promises for this document were not kept. */
        level: z.number(),
      }),
    ),
    can: z.object({ withdraw: Can, change: Can }),
  })
  .meta({ id: "PaymentPromise" });
export type PaymentPromise = z.infer<typeof PaymentPromise>;

/** How far a customer's word is good: of the promises judged in the last twelve months. */
export const Reliability = z
  .object({
    judged: z.number(),
    kept: z.number(),
    partiallyKept: z.number(),
    broken: z.number(),
    /** Parts per thousand of the promises; null: fewer than three were judged. */
    byCount: z.number().nullable(),
    /** The same of the amounts promised, per currency; empty under three. */
    byAmount: z.array(z.object({ currency: z.string(), perMille: z.number() })),
  })
  .meta({ id: "Reliability" });
export type Reliability = z.infer<typeof Reliability>;

const promiseBody = z.object({
  payOn: DayIn,
  /** Who promised, where no contact is recorded. */
  takenFrom: Words(200).nullable().default(null),
  contact: IdOf<ContactId>().nullable().default(null),
  channel: PromiseChannel.nullable().default(null),
  note: Words(1000).nullable().default(null),
  /** Takes it although too many were broken; for who may decide on requests. */
  overruled: Words(1000).nullable().default(null),
  items: z
    .array(z.object({ item: IdOf<ItemId>(), amount: MoneyIn }))
    .min(1)
    .max(500),
});

export const takePromise = endpoint({
  name: "takePromise",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/promises",
  summary: "Take a promise to pay",
  access: "promise:take",
  body: promiseBody,
  answer: z.object({ id: Id, judgeOn: WireDay }),
  status: 201,
});

export const changePromise = endpoint({
  name: "changePromise",
  method: "post",
  path: "/api/creditors/{creditor}/promises/{promise}/change",
  summary: "Renegotiate a promise: the old one is withdrawn and a new one takes its place",
  access: "promise:take",
  body: promiseBody.extend({ reason: Words(1000) }),
  answer: z.object({ id: Id, judgeOn: WireDay }),
  status: 201,
});

export const withdrawPromise = endpoint({
  name: "withdrawPromise",
  method: "post",
  path: "/api/creditors/{creditor}/promises/{promise}/withdraw",
  summary: "Withdraw a promise",
  access: "promise:withdraw",
  body: z.object({ reason: Words(1000) }),
  answer: z.object({ id: Id }),
});

export const PROMISE_FILTERS = [
  "all",
  "open",
  "due_today",
  "due_this_week",
  /** The day has passed, the grace has not. */
  "in_grace",
  /** Broken or kept in part. */
  "broken",
  "kept",
  "withdrawn",
] as const;
export const PROMISE_SORTS = ["pay_on", "taken_on", "judged_on", "amount", "customer"] as const;

const asked = {
  filter: z.enum(PROMISE_FILTERS).default("open"),
  owner: IdOf<UserId>().optional(),
  group: IdOf<GroupId>().optional(),
  customer: IdOf<CustomerId>().optional(),
  /** In the customer's name or number, or who promised. */
  search: z.string().trim().max(100).optional(),
  sort: z.enum(PROMISE_SORTS).default("pay_on"),
  direction: z.enum(["asc", "desc"]).default("asc"),
};

export const PromiseRow = PaymentPromise.extend({
  customer: CustomerBrief,
  owner: z.string().nullable(),
  group: z.object({ id: Id, name: z.string() }).nullable(),
}).meta({ id: "PromiseRow" });
export type PromiseRow = z.infer<typeof PromiseRow>;

export const promises = endpoint({
  name: "promises",
  method: "get",
  path: "/api/creditors/{creditor}/promises",
  summary: "Promises to pay in windows, with counts and sums by currency",
  access: "book:read",
  query: z.object({ ...asked, ...WindowQuery }),
  answer: z.object({
    today: WireDay,
    rows: z.array(PromiseRow),
    total: z.number(),
    /** Of all that is asked for: promised, and what came of it. */
    sums: z.array(z.object({ amount: WireMoney, came: WireMoney })),
    /** How many there are under each filter, the other questions being the same. */
    counts: z.record(z.enum(PROMISE_FILTERS), z.number()),
  }),
});

export const promisesCsv = endpoint({
  name: "promisesCsv",
  method: "get",
  path: "/api/creditors/{creditor}/promises.csv",
  summary: "Promises to pay as CSV",
  access: "book:read",
  query: z.object({ ...asked, language: Language.default("zh") }),
  answer: "text/csv",
});

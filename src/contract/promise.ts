/** Promises to pay: amount and day per item; dunning of the promised part rests until judged. */
import { z } from "zod";
import type { ItemId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Can, DayIn, Id, IdOf, MoneyIn, WireDay, WireMoney, Words } from "./scalars.ts";

export const PaymentPromise = z
  .object({
    id: Id,
    amount: WireMoney,
    payOn: WireDay,
    /** The first day after its grace: judged on this day. */
    judgeOn: WireDay,
    takenOn: WireDay,
    takenFrom: z.string().nullable(),
    state: z.enum(["open", "kept", "partially_kept", "broken", "withdrawn"]),
    judgedOn: WireDay.nullable(),
    items: z.array(z.object({ id: Id, number: z.string(), amount: WireMoney })),
    can: z.object({ withdraw: Can }),
  })
  .meta({ id: "PaymentPromise" });
export type PaymentPromise = z.infer<typeof PaymentPromise>;

export const takePromise = endpoint({
  name: "takePromise",
  method: "post",
  path: "/api/creditors/{creditor}/customers/{customer}/promises",
  summary: "Take a promise to pay",
  access: "promise:take",
  body: z.object({
    payOn: DayIn,
    takenFrom: Words(200).nullable().default(null),
    items: z
      .array(z.object({ item: IdOf<ItemId>(), amount: MoneyIn }))
      .min(1)
      .max(500),
  }),
  answer: z.object({ id: Id, judgeOn: WireDay }),
  status: 201,
});

export const withdrawPromise = endpoint({
  name: "withdrawPromise",
  method: "post",
  path: "/api/creditors/{creditor}/promises/{promise}/withdraw",
  summary: "Withdraw a promise",
  access: "promise:withdraw",
  answer: z.object({ id: Id }),
});

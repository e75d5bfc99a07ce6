/** Today's list: what to do, for whom, and why. */
import { z } from "zod";
import { Bill, BillDeadline } from "./bill.ts";
import { endpoint } from "./endpoint.ts";
import { ReturnedPayment } from "./returned-payment.ts";
import {
  Because,
  Bilingual,
  Can,
  CustomerBrief,
  Id,
  Stage,
  Track,
  WindowQuery,
  WireDay,
  WireMoney,
} from "./scalars.ts";

/** Priority in points, with the parts that make it up. */
export const Priority = z
  .object({
    points: z.number(),
    parts: z.array(z.object({ code: z.string(), points: z.number() })),
  })
  .meta({ id: "Priority" });

export const StepState = z.enum(["planned", "released", "done", "dropped", "superseded"]);

export const TodayLine = z
  .object({
    /** The step of the plan. */
    id: Id,
    day: WireDay,
    customer: CustomerBrief,
    track: Track,
    stage: Stage,
    step: z.string(),
    name: Bilingual,
    channel: z.string(),
    by: z.enum(["itself", "person"]),
    state: StepState,
    itemCount: z.number(),
    /** What this step asks for. */
    chased: z.array(WireMoney),
    /** What the customer owes past due in all. */
    overdue: z.array(WireMoney),
    oldestDays: z.number(),
    because: Because,
    priority: Priority,
    /** Planned for an earlier day and still open. */
    leftOver: z.boolean(),
    can: z.object({ release: Can, drop: Can, logOutcome: Can }),
  })
  .meta({ id: "TodayLine" });
export type TodayLine = z.infer<typeof TodayLine>;

export const today = endpoint({
  name: "today",
  method: "get",
  path: "/api/creditors/{creditor}/today",
  summary: "What is to be done today: tasks and letters that wait for a person, most urgent first",
  access: "book:read",
  query: z.object({
    ...WindowQuery,
    show: z.enum(["to_do", "done"]).default("to_do"),
    track: Track.optional(),
  }),
  answer: z.object({
    day: WireDay,
    counts: z.object({
      toDo: z.number(),
      done: z.number(),
      tasks: z.number(),
      lettersWaiting: z.number(),
      followUps: z.number(),
      returned: z.number(),
      bills: z.number(),
    }),
    promisedToday: z.array(WireMoney),
    planned: z.boolean(),
    total: z.number(),
    lines: z.array(TodayLine),
    /** Payments that came back and nobody of the desk has taken notice of. */
    returned: z.array(ReturnedPayment),
    /** Bills of exchange with something to be done within ten days, or missed. */
    bills: z.array(z.object({ bill: Bill, deadline: BillDeadline })),
    /** Contacts that were to be followed up today or earlier. */
    followUps: z.array(
      z.object({
        customer: CustomerBrief,
        followUpOn: WireDay,
        outcome: z.string(),
        said: z.string().nullable(),
      }),
    ),
  }),
});

/** The plan of a day: its run, steps and skips with reasons; drop, release, undo. */
import { z } from "zod";
import type { PlanStepId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import {
  Because,
  Bilingual,
  Can,
  CustomerBrief,
  DayIn,
  Id,
  IdOf,
  Stage,
  Track,
  WindowQuery,
  WireDay,
  WireInstant,
  WireMoney,
  Words,
} from "./scalars.ts";

const State = z.enum(["planned", "released", "done", "dropped", "superseded"]);

/** An item inside a step or skip. */
const PlanItem = z.object({
  id: Id,
  number: z.string(),
  dueOn: WireDay,
  days: z.number(),
  open: WireMoney,
  /** What is asked for after disputed and promised parts. */
  chased: WireMoney,
  /** The step this item is moved to; null: it is only listed. */
  markStep: z.string().nullable(),
});

export const PlannedStep = z
  .object({
    /** Null while it is only foreseen. */
    id: Id.nullable(),
    day: WireDay,
    customer: CustomerBrief,
    track: Track,
    stage: Stage,
    step: z.string(),
    name: Bilingual,
    channel: z.string(),
    template: z.string().nullable(),
    tone: z.string().nullable(),
    recipient: z.string().nullable(),
    by: z.enum(["itself", "person"]),
    state: State,
    totals: z.array(WireMoney),
    items: z.array(PlanItem),
    because: Because,
    dropReason: z.string().nullable(),
    /** How far its message is, when it has one. */
    message: z.object({ id: Id, state: z.string(), number: z.string() }).nullable(),
    can: z.object({ release: Can, drop: Can, undo: Can, logOutcome: Can }),
  })
  .meta({ id: "PlannedStep" });
export type PlannedStep = z.infer<typeof PlannedStep>;

export const Skip = z
  .object({
    customer: CustomerBrief,
    step: z.string().nullable(),
    name: Bilingual.nullable(),
    reason: z.string(),
    items: z.array(z.object({ id: Id, number: z.string() })),
    because: Because,
  })
  .meta({ id: "Skip" });
export type Skip = z.infer<typeof Skip>;

const DayQuery = { day: DayIn.optional() };

export const Sending = z.object({
  queued: z.number(),
  composed: z.number(),
  sending: z.number(),
  sent: z.number(),
  uncertain: z.number(),
  failed: z.number(),
  withdrawn: z.number(),
});

export const plan = endpoint({
  name: "plan",
  method: "get",
  path: "/api/creditors/{creditor}/plan",
  summary: "A day's plan in totals: run, stages and channels, skips by reason, progress of sending",
  access: "book:read",
  query: z.object(DayQuery),
  answer: z.object({
    day: WireDay,
    today: WireDay,
    run: z
      .object({
        state: z.enum(["running", "closed"]),
        policyVersion: z.number(),
        firstDay: z.boolean(),
        lookedAt: z.number(),
        startedAt: WireInstant,
        closedAt: WireInstant.nullable(),
      })
      .nullable(),
    /** How items that were overdue when the creditor went live enter the ladder. */
    entry: z.object({
      chosen: z.string(),
      liveOn: WireDay.nullable(),
      /** Items overdue on the first day. */
      affectedItems: z.number(),
      choices: z.array(z.object({ entry: z.string(), name: Bilingual })),
    }),
    totals: z.array(
      z.object({
        track: Track,
        stage: Stage,
        channel: z.string(),
        by: z.enum(["itself", "person"]),
        state: State,
        steps: z.number(),
        customers: z.number(),
        amounts: z.array(WireMoney),
      }),
    ),
    skips: z.array(z.object({ reason: z.string(), count: z.number(), customers: z.number() })),
    sending: Sending,
    days: z.array(WireDay),
    can: z.object({ run: Can, releaseAll: Can, undoAll: Can, chooseEntry: Can }),
  }),
});

export const planSteps = endpoint({
  name: "planSteps",
  method: "get",
  path: "/api/creditors/{creditor}/plan/steps",
  summary: "The steps of a day's plan, in windows",
  access: "book:read",
  query: z.object({
    ...DayQuery,
    ...WindowQuery,
    track: Track.optional(),
    stage: Stage.optional(),
    channel: z.string().max(20).optional(),
    state: State.optional(),
    search: z.string().trim().max(100).optional(),
  }),
  answer: z.object({ total: z.number(), steps: z.array(PlannedStep) }),
});

export const planSkips = endpoint({
  name: "planSkips",
  method: "get",
  path: "/api/creditors/{creditor}/plan/skips",
  summary: "What a day's plan left out, and why, in windows",
  access: "book:read",
  query: z.object({ ...DayQuery, ...WindowQuery, reason: z.string().max(60).optional() }),
  answer: z.object({ total: z.number(), skips: z.array(Skip) }),
});

export const stepLetter = endpoint({
  name: "stepLetter",
  method: "get",
  path: "/api/creditors/{creditor}/plan/steps/{step}/letter",
  summary: "The letter of a step as it will leave, or as it left",
  access: "book:read",
  answer: "application/pdf",
});

export const runPlan = endpoint({
  name: "runPlan",
  method: "post",
  path: "/api/creditors/{creditor}/plan/run",
  summary: "Close the day: judge, plan, store, and release what the policy releases by itself",
  access: "plan:run",
  body: z.object({ day: DayIn.optional(), dryRun: z.boolean().default(false) }),
  answer: z.object({
    day: WireDay,
    dryRun: z.boolean(),
    firstDay: z.boolean(),
    lookedAt: z.number(),
    steps: z.number(),
    skips: z.number(),
    released: z.number(),
  }),
});

const Chosen = z.union([
  z.object({ steps: z.array(IdOf<PlanStepId>()).min(1).max(10_000) }),
  z.object({ all: z.literal(true), day: DayIn.optional() }),
]);

export const releasePlan = endpoint({
  name: "releasePlan",
  method: "post",
  path: "/api/creditors/{creditor}/plan/release",
  summary: "Release planned steps: messages go to the outbox, tasks to the worklist",
  access: "plan:release",
  body: Chosen,
  /** Stale: the customer changed since; the next run plans these anew. */
  answer: z.object({ released: z.number(), stale: z.number() }),
});

export const dropSteps = endpoint({
  name: "dropSteps",
  method: "post",
  path: "/api/creditors/{creditor}/plan/drop",
  summary: "Drop planned steps with a reason; their items count as passed over",
  access: "plan:drop",
  body: z.object({ steps: z.array(IdOf<PlanStepId>()).min(1).max(10_000), reason: Words(1000) }),
  answer: z.object({ dropped: z.number() }),
});

export const undoRelease = endpoint({
  name: "undoRelease",
  method: "post",
  path: "/api/creditors/{creditor}/plan/undo",
  summary: "Take back released steps whose message has not left",
  access: "plan:undo",
  body: Chosen,
  /** Gone: on their way or sent already; these stay as they are. */
  answer: z.object({ undone: z.number(), gone: z.number() }),
});

export const chooseEntry = endpoint({
  name: "chooseEntry",
  method: "post",
  path: "/api/creditors/{creditor}/plan/entry",
  summary: "Choose where items already overdue on the first day enter the ladder",
  access: "policy:publish",
  body: z.object({ entry: Words(60) }),
  answer: z.object({ entry: z.string() }),
});

/** One act on many customers at once, with a rehearsal that says what would happen to each. */
import { z } from "zod";
import type { CustomerId, UserId } from "../domain/values/ids.ts";
import { endpoint } from "./endpoint.ts";
import { Because, Can, CustomerBrief, DayIn, IdOf, Words } from "./scalars.ts";

export const BulkLine = z
  .object({
    customer: CustomerBrief,
    /** True: done, or in a preview: it will be. Otherwise why not. */
    outcome: Can,
    /** Letters that leave with it; 0 for other acts. */
    letters: z.number(),
    because: Because,
  })
  .meta({ id: "BulkLine" });

/** One act on many customers. With `dryRun` nothing happens: the answer says what would. */
export const bulkWork = endpoint({
  name: "bulkWork",
  method: "post",
  path: "/api/creditors/{creditor}/bulk-work",
  summary: "Release letters, snooze, assign or log the same contact for chosen customers",
  access: "case:work",
  body: z.object({
    customers: z.array(IdOf<CustomerId>()).min(1).max(200),
    dryRun: z.boolean().default(false),
    act: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("release") }),
      z.object({ kind: z.literal("snooze"), until: DayIn, reason: Words(400) }),
      z.object({ kind: z.literal("assign"), owner: IdOf<UserId>().nullable(), reason: Words(400) }),
      z.object({
        kind: z.literal("contact"),
        channel: z.enum(["call", "message"]),
        outcome: Words(60),
        said: Words(4000).nullable().default(null),
        followUpOn: DayIn.nullable().default(null),
      }),
    ]),
  }),
  answer: z.object({ done: z.number(), refused: z.number(), lines: z.array(BulkLine) }),
});
export type BulkAct = z.output<typeof bulkWork.body>["act"];

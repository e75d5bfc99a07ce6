/** Judges cases anew whose day came although nothing changed: points, stages, snoozes that end. */
import type { PlainDate } from "../domain/values/calendar.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { listReviews } from "../store/collection-cases.ts";
import { defineAction } from "./action.ts";
import { keepCases } from "./keep-cases.ts";
import { CHUNK, type NothingDue } from "./plan-chunk.ts";

/** A chunk of them. Each sleeping case is counted anew once a week, so a day has few. */
export const reviewCases = defineAction<
  { readonly day: PlainDate },
  { readonly count: number },
  NothingDue
>({
  name: "review_cases",
  permission: "plan:run",
  async run(context, { day }) {
    const due = await listReviews(context.tx, context.creditorId, day, CHUNK);
    if (due.length === 0) return refuse({ code: "nothing_due" });
    await keepCases(context, due);
    return ok({ count: due.length });
  },
});

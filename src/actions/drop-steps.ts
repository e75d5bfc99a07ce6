/** Drops lines of the plan: the items pass over that step, and the ladder goes on from there. */
import type { PlanStepId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { listStepCustomers, lockLetterCustomers } from "../store/letters.ts";
import { lockSteps, updateSteps } from "../store/plans.ts";
import { insertStepMarks } from "../store/step-marks.ts";
import { defineAction } from "./action.ts";

type Refusal = { readonly code: "nothing_to_drop" } | { readonly code: "reason_missing" };

/** Refuses without a reason: somebody will ask why this customer was not written to. */
export const dropSteps = defineAction<
  { readonly steps: readonly PlanStepId[]; readonly reason: string },
  { readonly dropped: number },
  Refusal
>({
  name: "drop_steps",
  permission: "plan:drop",
  async run({ tx, creditorId, now, actor }, { steps, reason }) {
    const dropReason = reason.trim();
    if (dropReason === "") return refuse({ code: "reason_missing" });
    await lockLetterCustomers(tx, creditorId, await listStepCustomers(tx, creditorId, steps));
    const waiting = await lockSteps(tx, creditorId, steps, ["planned"]);
    if (waiting.length === 0) return refuse({ code: "nothing_to_drop" });
    const ids = waiting.map(({ id }) => id);
    await updateSteps(tx, creditorId, ids, {
      state: "dropped",
      at: now,
      actor: actor.name,
      dropReason,
    });
    await insertStepMarks(tx, creditorId, ids, true);
    return ok({ dropped: ids.length });
  },
});

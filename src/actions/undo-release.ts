/** Takes back lines that were released or dropped, as long as nothing of them left the house. */
import type { PlanStepId } from "../domain/values/ids.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { listStepCustomers, lockLetterCustomers } from "../store/letters.ts";
import { withdrawMessagesOf } from "../store/messages.ts";
import { lockSteps, type PlanStep, updateSteps } from "../store/plans.ts";
import { deleteStepMarks } from "../store/step-marks.ts";
import { defineAction } from "./action.ts";

type Undone = {
  readonly undone: number;
  /** Messages that are on their way or gone: these lines stay as they are. */
  readonly gone: number;
};

/** The lines wait again, their items lose the marks, and their messages leave the outbox. */
export const undoRelease = defineAction<
  { readonly steps: readonly PlanStepId[] },
  Undone,
  { readonly code: "nothing_to_undo" }
>({
  name: "undo_release",
  permission: "plan:undo",
  async run({ tx, creditorId, now, actor }, { steps }) {
    await lockLetterCustomers(tx, creditorId, await listStepCustomers(tx, creditorId, steps));
    const done = await lockSteps(tx, creditorId, steps, ["released", "dropped"]);
    if (done.length === 0) return refuse({ code: "nothing_to_undo" });
    const withdrawn = new Set(
      await withdrawMessagesOf(
        tx,
        creditorId,
        done.filter(isReleasedMessage).map(({ id }) => id),
      ),
    );
    const back = done.filter((step) => !isReleasedMessage(step) || withdrawn.has(step.id));
    const ids = back.map(({ id }) => id);
    await deleteStepMarks(tx, creditorId, ids);
    await updateSteps(tx, creditorId, ids, { state: "planned", at: now, actor: actor.name });
    return ok({ undone: ids.length, gone: done.length - ids.length });
  },
});

const isReleasedMessage = ({ track, state }: PlanStep): boolean =>
  track !== "task" && state === "released";

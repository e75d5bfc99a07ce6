/** The plan of a day over HTTP: looking, closing the day, releasing, dropping, taking back. */
import { chooseEntry } from "../actions/choose-entry.ts";
import { closeDay } from "../actions/close-day.ts";
import { dropSteps } from "../actions/drop-steps.ts";
import { businessDayOf, type Desk, perform } from "../actions/perform.ts";
import { previewDay } from "../actions/preview-day.ts";
import { previewLetter } from "../actions/preview-letter.ts";
import { releasePlan } from "../actions/release-plan.ts";
import { undoRelease } from "../actions/undo-release.ts";
import * as contract from "../contract/plan.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import type { PlanStepId } from "../domain/values/ids.ts";
import { ok, type Result, refuse } from "../domain/values/result.ts";
import { look } from "../views/look.ts";
import { viewPlan, viewPlanSkips, viewPlanSteps, viewStepIds } from "../views/plan-page.ts";
import { pdf } from "./pdf.ts";
import type { AnyRefusal } from "./refusals.ts";
import { type Route, route } from "./route.ts";

/** Lines released by one transaction: a day of thousands holds no lock for long. */
const CHUNK = 500;

type Chosen =
  | { readonly steps: readonly PlanStepId[] }
  | { readonly all: true; readonly day?: PlainDate | undefined };

/** The chosen lines: those named, or all of the day in a state. */
async function stepsOf(
  desk: Desk,
  chosen: Chosen,
  states: readonly ("planned" | "released" | "dropped")[],
): Promise<readonly PlanStepId[]> {
  if ("steps" in chosen) return chosen.steps;
  return await look(desk, (sight) => viewStepIds(sight, chosen.day, states));
}

/** The whole day at once is a manager's decision. */
function mayChoose(desk: Desk, chosen: Chosen): Result<null, AnyRefusal> {
  const permission = "plan:release_all";
  const may = "steps" in chosen || desk.actor.permissions.has(permission);
  return may ? ok(null) : refuse({ code: "not_permitted", permission });
}

type Counts = Readonly<Record<string, number>>;

/** Does the chunks one after another and sums their counts; only nothing at all is refused. */
async function inChunks<Value extends Counts>(
  steps: readonly PlanStepId[],
  nothing: AnyRefusal,
  work: (chunk: readonly PlanStepId[]) => Promise<Result<Value, AnyRefusal>>,
): Promise<Result<Value, AnyRefusal>> {
  let sum: Value | null = null;
  for (let from = 0; from < steps.length; from += CHUNK) {
    const done = await work(steps.slice(from, from + CHUNK));
    if (!done.ok && done.refusal.code !== nothing.code) return done;
    if (done.ok) sum = sum === null ? done.value : added(sum, done.value);
  }
  return sum === null ? refuse(nothing) : ok(sum);
}

const added = <Value extends Counts>(left: Value, right: Value): Value =>
  Object.fromEntries(
    Object.entries(left).map(([key, count]) => [key, count + (right[key] ?? 0)]),
  ) as Value;

async function runDay(desk: Desk, day: PlainDate | undefined, dryRun: boolean) {
  if (!dryRun) {
    const closed = await closeDay(desk, day === undefined ? {} : { day });
    if (!closed.ok) return closed;
    const { planned, released, skipped } = closed.value;
    return ok({ ...closed.value, dryRun, steps: planned + released, skips: skipped, released });
  }
  const today = await businessDayOf(desk);
  if (today === null) return refuse({ code: "creditor_not_found" });
  const seen = await previewDay(desk, day ?? today);
  if (!seen.ok) return seen;
  const { planned, firstDay } = seen.value;
  return ok({
    day: seen.value.day,
    dryRun,
    firstDay,
    lookedAt: planned.length,
    steps: planned.reduce((sum, { steps }) => sum + steps.length, 0),
    skips: planned.reduce((sum, { skips }) => sum + skips.length, 0),
    released: 0,
  });
}

export const planRoutes: readonly Route[] = [
  route(contract.plan, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewPlan(sight, query.day))),
  ),
  route(contract.planSteps, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewPlanSteps(sight, query))),
  ),
  route(contract.planSkips, async ({ desk, query }) =>
    ok(await look(desk, (sight) => viewPlanSkips(sight, query))),
  ),
  route(contract.stepLetter, async ({ desk, params }) =>
    pdf(await previewLetter(desk, params.step as PlanStepId)),
  ),
  route(contract.runPlan, async ({ house, desk, body: { day, dryRun } }) => {
    const ran = await runDay(desk, day, dryRun);
    if (ran.ok && ran.value.released > 0) house.deliverSoon();
    return ran;
  }),
  route(contract.releasePlan, async ({ house, desk, body }) => {
    const may = mayChoose(desk, body);
    if (!may.ok) return may;
    const steps = await stepsOf(desk, body, ["planned"]);
    const done = await inChunks(steps, { code: "nothing_to_release" }, async (chunk) => {
      const released = await perform(desk, releasePlan, { steps: chunk });
      if (!released.ok) return released;
      return ok({ released: released.value.released, stale: released.value.stale.length });
    });
    if (done.ok) house.deliverSoon();
    return done;
  }),
  route(contract.dropSteps, ({ desk, body: { steps, reason } }) =>
    inChunks(steps, { code: "nothing_to_drop" }, (chunk) =>
      perform(desk, dropSteps, { steps: chunk, reason }),
    ),
  ),
  route(contract.undoRelease, async ({ desk, body }) => {
    const steps = await stepsOf(desk, body, ["released", "dropped"]);
    return await inChunks(steps, { code: "nothing_to_undo" }, (chunk) =>
      perform(desk, undoRelease, { steps: chunk }),
    );
  }),
  route(contract.chooseEntry, ({ desk, body }) => perform(desk, chooseEntry, body)),
];

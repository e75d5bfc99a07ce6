/** Plans a chunk of the customers that are due to be looked at, and stores their lines. */
import { cameFor } from "../domain/desk/promise-judgement.ts";
import type { PlainDate } from "../domain/values/calendar.ts";
import { ok, refuse } from "../domain/values/result.ts";
import { lockWokenCustomers, updateWakeDays } from "../store/accounts.ts";
import { addLookedAt } from "../store/day-runs.ts";
import { insertSkips, insertSteps, supersedePlanned, supersedeTasks } from "../store/plans.ts";
import { type Context, defineAction } from "./action.ts";
import { type CloseDayRefusal, frameOf } from "./day-frame.ts";
import { escalateBroken } from "./escalate-broken.ts";
import { keepCases } from "./keep-cases.ts";
import { movePromises } from "./move-promises.ts";
import { type PlannedCustomer, planAccounts } from "./plan-accounts.ts";
import type { Stopwatch } from "./stopwatch.ts";

/** Customers planned by one short transaction. */
export const CHUNK = 1_000;
export type NothingDue = { readonly code: "nothing_due" };
type Chunk = { readonly day: PlainDate; readonly watch: Stopwatch };

/**
 * Plans up to 1,000 woken customers in one transaction and says when each is due next. Where there
 * is nothing to do it is refused, so that nothing is written and nothing audited.
 */
export const planChunk = defineAction<
  Chunk,
  { readonly count: number },
  CloseDayRefusal | NothingDue
>({
  name: "plan_chunk",
  permission: "plan:run",
  audited: ({ day }) => ({ day }),
  async run(context, { day, watch }) {
    const { tx, creditorId } = context;
    const woken = await watch("loading", () => lockWokenCustomers(tx, creditorId, day, CHUNK));
    if (woken.length === 0) return refuse({ code: "nothing_due" });
    const frame = await frameOf(tx, creditorId, day);
    if (!frame.ok) return frame;
    const planned = await planAccounts(tx, creditorId, woken, frame.value, watch);
    await watch("storing", () => storePlans(context, day, planned));
    const lateness = new Map(planned.map((plan) => [plan.customer, plan.lateness]));
    await watch("storing", () => keepCases(context, [...lateness.keys()], lateness));
    await addLookedAt(tx, creditorId, day, woken.length);
    return ok({ count: woken.length });
  },
});

/** Writes down how promises were judged; who broke one is called up to a senior. */
async function storeJudged(
  context: Context,
  day: PlainDate,
  planned: readonly PlannedCustomer[],
): Promise<void> {
  const judged = planned.flatMap((plan) => plan.judged);
  const moves = judged.map((move) => ({ ...move, judgedOn: day, came: cameFor(move) }));
  await movePromises(context, day, moves);
  const broken = planned.flatMap((plan) => plan.broken);
  await escalateBroken(context, day, broken);
}

async function storePlans(
  context: Context,
  day: PlainDate,
  planned: readonly PlannedCustomer[],
): Promise<void> {
  const { tx, creditorId, now, actor, newId } = context;
  const by = { at: now, actor: actor.name };
  const customers = planned.map(({ customer }) => customer);
  const withTask = planned.filter(({ steps }) => steps.some(({ track }) => track === "task"));
  await storeJudged(context, day, planned);
  await supersedePlanned(tx, creditorId, day, by, customers);
  await supersedeTasks(
    tx,
    creditorId,
    by,
    customers,
    withTask.map(({ customer }) => customer),
  );
  const steps = planned.flatMap((plan) => plan.steps);
  const skips = planned.flatMap((plan) => plan.skips);
  await insertSteps(
    tx,
    creditorId,
    day,
    by,
    steps.map((step) => ({ ...step, id: newId() })),
  );
  await insertSkips(
    tx,
    creditorId,
    day,
    skips.map((skip) => ({ ...skip, id: newId() })),
  );
  await updateWakeDays(
    tx,
    creditorId,
    customers,
    planned.map(({ wakeOn }) => wakeOn),
  );
}
